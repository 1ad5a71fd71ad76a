import Testing

@testable import Casework

@Suite("Warnings of a case")
struct WarningTests {
    private let rules: Rules

    init() throws { rules = try Fixture.rules() }

    /// The case after everything that is to be raised at `now` was raised.
    private func raised(_ subject: inout Case, at now: Instant) -> [Warning] {
        let warnings = subject.warnings(at: now, rules: rules)
        for warning in warnings { subject.apply(.warned(warning), at: now, by: StaffID(0)) }
        return warnings
    }

    @Test("W14: a request that nobody accepts is warned about at its mark, then at its end, each once")
    func notAccepted() throws {
        var subject = try Fixture.pending()
        let deadline = try #require(subject.acceptance)
        #expect(raised(&subject, at: deadline.warnAt.advanced(minutes: -1)).isEmpty)
        let near = raised(&subject, at: deadline.warnAt)
        #expect(near.map(\.mark.mark) == [.near] && near.map(\.mark.clock) == [.acceptance])
        #expect(near.first?.urged == Fixture.agent.id)
        #expect(raised(&subject, at: deadline.warnAt).isEmpty)
        // The periodic urging may fall between the two marks; the end is a mark of its own.
        let overdue = raised(&subject, at: deadline.due)
        #expect(overdue.map(\.mark.mark) == [.overdue])
        #expect(overdue.map { WarningTopic(clock: $0.mark.clock, rule: .acceptance) } == [.notAccepted])
        #expect(subject.version == 1)
    }

    @Test("W15: an accepted case is warned about when its completion is near, and again when it is overdue")
    func notCompleted() throws {
        var subject = try Fixture.pending(then: [(.accept(.confirmed), Actor(Fixture.agent))])
        let completion = try #require(subject.completion)
        let marks = raised(&subject, at: completion.due).filter { $0.mark.clock == .completion }
        #expect(marks.map(\.mark.mark) == [.near, .overdue])
        #expect(subject.warnings(at: completion.due, rules: rules).isEmpty)
        #expect(WarningTopic(clock: .completion, rule: .completion) == .notCompleted)
        #expect(WarningTopic(clock: .completion, rule: .promise) == .promise)
    }

    @Test("W16: while it stays open the agent is urged again when the period is over, once a period")
    func urging() throws {
        var subject = try Fixture.pending()
        var now = try #require(subject.acceptance).due
        _ = raised(&subject, at: now)
        #expect(subject.urgings == 1)
        for count in 2...4 {
            let next = now.advanced(minutes: rules.rulebook.urgingPeriod * 60)
            #expect(subject.warnings(at: next.advanced(minutes: -1), rules: rules).isEmpty)
            now = next
            let again = raised(&subject, at: now)
            #expect(again.map(\.mark.mark) == [.overdue] && again.first?.urged == Fixture.agent.id)
            #expect(subject.urgings == count)
        }
    }

    @Test("W16: nobody is urged about a case that waits for review, nor does it raise for ever")
    func inReview() throws {
        var subject = try Fixture.pending(then: [(.accept(.confirmed), Actor(Fixture.agent))])
        let due = try #require(subject.completion).due
        _ = raised(&subject, at: due)
        let urgings = subject.urgings
        for event in try subject.decide(
            .complete(note: nil, lateReason: "路断了"), by: Actor(Fixture.agent), at: due.advanced(minutes: 1),
            rules: rules)
        {
            subject.apply(event, at: due.advanced(minutes: 1), by: Fixture.agent.id)
        }
        #expect(subject.state == .inReview)
        for day in 1...5 { _ = raised(&subject, at: due.advanced(minutes: day * 1_440)) }
        #expect(subject.urgings == urgings)
        #expect(subject.clocks.indices.allSatisfy { subject.attention(ofClockAt: $0) == nil })
    }

    @Test("Two clocks at their end urge the agent once")
    func oneUrging() throws {
        var subject = try Fixture.pending(then: [(.accept(.confirmed), Actor(Fixture.agent))])
        let marks = raised(&subject, at: try #require(subject.completion).due.advanced(minutes: 30 * 1_440))
        #expect(Set(marks.map(\.mark.clock)).count >= 2)
        #expect(marks.filter { $0.urged != nil }.count == 1)
        #expect(subject.urgings == 1)
    }

    @Test("P9: the wish for a visit without a plan is warned about; with a plan it is not")
    func visit() throws {
        var subject = try Fixture.pending(then: [(.askVisit, Actor(Fixture.agent))])
        let plan = try #require(subject.clocks.newest(.visitPlan)).deadline
        var planned = subject
        let at = plan.start.advanced(minutes: 30)
        for event in try planned.decide(
            .planVisit(at: at.advanced(minutes: 600), place: "家中", materials: nil), by: Actor(Fixture.agent), at: at,
            rules: rules)
        {
            planned.apply(event, at: at, by: Fixture.agent.id)
        }
        let unplanned = raised(&subject, at: plan.due)
        #expect(unplanned.contains { $0.mark.clock == .visitPlan && $0.mark.mark == .overdue })
        let told = raised(&planned, at: plan.due)
        #expect(!told.contains { $0.mark.clock == .visitPlan })
        #expect(WarningTopic(clock: .visitPlan, rule: .visitPlan) == .visit)
    }

    @Test("J17: papers that do not go up in time are warned about, until they are forwarded")
    func forwarding() throws {
        let start = Fixture.submitted
        let clock = CaseClock(
            kind: .forwarding,
            deadline: rules.rulebook.clocks.forwarding.deadline(
                from: start, calendar: rules.calendar, offset: rules.offset))
        var subject = try Fixture.pending()
        let completion = rules.rulebook.completion.deadline(
            from: start, calendar: rules.calendar, offset: rules.offset)
        subject.apply(
            .accepted(Acceptance(completion: completion, clocks: [clock])), at: start, by: Fixture.agent.id)
        var forwarded = subject
        forwarded.apply(
            .forwarded(Forwarded(office: "县社保局", papers: "申请表", promise: nil)), at: start, by: Fixture.agent.id)
        let warned = raised(&subject, at: clock.deadline.due).map(\.mark)
        #expect(warned.contains { $0.clock == .forwarding && $0.mark == .overdue })
        let after = raised(&forwarded, at: clock.deadline.due)
        #expect(!after.contains { $0.mark.clock == .forwarding })
    }

    @Test("A clock that stands still raises nothing; going on it raises once")
    func stopped() throws {
        var subject = try Fixture.pending(then: [
            (.accept(.confirmed), Actor(Fixture.agent)),
            (.setAside(Waiting(reason: "等政策", condition: "文件下达")), Actor(Fixture.agent)),
        ])
        let due = try #require(subject.completion).due
        #expect(raised(&subject, at: due.advanced(minutes: 60)).isEmpty)
    }

    @Test("Walks: whatever happens and whenever it is looked at, no mark is raised twice and none is left out")
    func walks() throws {
        var chance = Steps(seed: 20_261_120)
        var total = 0
        for _ in 0..<400 {
            var subject = try Fixture.pending()
            var now = Fixture.submitted
            for _ in 0..<25 {
                now = now.advanced(minutes: chance.next(upTo: 3_000))
                let commands = Self.commands(subject, at: now)
                let (command, actor) = commands[chance.next(upTo: commands.count - 1)]
                if let events = try? subject.decide(command, by: actor, at: now, rules: rules) {
                    for event in events { subject.apply(event, at: now, by: actor.id) }
                }
                guard chance.next(upTo: 2) > 0 else { continue }
                let before = subject.facts
                let batch = raised(&subject, at: now)
                total += batch.count
                #expect(batch.count { $0.urged != nil } <= 1)
                #expect(Set(batch.map(\.mark)).count == batch.count)
                // A mark that was raised before is said again only to urge, and never before the period is over.
                if batch.contains(where: { warning in before.warnings.contains { $0.isSame(as: warning.mark) } }) {
                    #expect(batch.contains { $0.urged != nil })
                    #expect(before.nextUrging.map { $0 <= now } ?? true)
                }
                #expect(subject.warnings(at: now, rules: rules).isEmpty)
                #expect(
                    Self.passed(subject, at: now).allSatisfy { mark in
                        subject.facts.warnings.count { $0.isSame(as: mark) } == 1
                    })
            }
            #expect(Set(subject.facts.warnings).count == subject.facts.warnings.count)
        }
        #expect(total > 1_000)
    }

    /// The marks that running clocks have come to.
    private static func passed(_ subject: Case, at now: Instant) -> [WarningMark] {
        subject.clocks.filter(\.isRunning).flatMap { clock in
            WarningMark.Mark.allCases.filter { clock.hasPassed($0, at: now) }.map {
                WarningMark(clock: clock.kind, start: clock.deadline.start, mark: $0, due: clock.deadline.due)
            }
        }
    }

    private static func commands(_ subject: Case, at now: Instant) -> [(CaseCommand, Actor)] {
        let agent = subject.holder.map { Actor(id: $0, role: .agent) } ?? Actor(Fixture.agent)
        let other = subject.holder == Fixture.agent.id ? Fixture.otherAgent : Fixture.agent
        return [
            (.accept(.confirmed), agent), (.complete(note: nil, lateReason: "迟了"), agent),
            (.approve(note: nil), Fixture.reviewer), (.reject(reason: "缺照片"), Fixture.reviewer),
            (.reassign(to: other), Fixture.reviewer), (.urge, Fixture.reviewer), (.undo, Fixture.reviewer),
            (.askSupplement(missing: ["户口本"], note: nil, again: "又缺"), agent), (.supplement, agent),
            (.setAside(Waiting(reason: "等", condition: "到期")), agent), (.resume, agent), (.askVisit, agent),
            (.planVisit(at: now.advanced(minutes: 60), place: "家中", materials: nil), agent),
            (.feedBack("在办"), agent), (.deliver(Delivery(signedBy: "张三")), agent),
        ]
    }
}

/// SplitMix64: the same walk on every machine.
private struct Steps {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// 0 … `most`.
    mutating func next(upTo most: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        value ^= value >> 31
        return Int(value % UInt64(most + 1))
    }
}
