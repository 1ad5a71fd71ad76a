import Casework
import Foundation
import Testing

/// Random walks through everything that can happen to a case, under every rulebook.
@Suite struct CaseWalkTests {
    /// What happened, to be applied once more.
    private struct Step {
        var event: CaseEvent
        var at: Instant
        var actor: StaffID
    }

    private static let rulebooks = ["standard", "wuyi", "neixiang", "jianning", "pingli", "sichuan"]

    @Test("N8, W10: no walk reaches a state without its guards, and none meets a refusal that the table does not name")
    func walks() throws {
        var life = RandomLife(seed: 20_261_120)
        let rules = try Self.rulebooks.map { name in
            Rules(rulebook: try Rulebook.embedded(name), calendar: .national, offset: Fixture.offset)
        }
        let table = Dictionary(
            uniqueKeysWithValues: LifeTable.rows.compactMap { row in
                row.command.map { ($0, Set(row.guards.map(\.name))) }
            })
        var steps = 0
        var reached: [CaseState: Int] = [:]
        var done: [CaseCommand.Kind: Int] = [:]
        var met: [CaseCommand.Kind: Set<String>] = [:]
        for number in 1...900 {
            let rules = rules[number % rules.count]
            let start = life.newCase(number, rules: rules)
            var subject = start
            var log: [Step] = []
            var now = Fixture.submitted
            for _ in 0..<60 {
                now = now.advanced(minutes: life.draw(4) == 0 ? 1 : 1 + life.draw(500))
                let (actor, command) = life.next(subject, at: now)
                let before = subject
                steps += 1
                do throws(Refusal) {
                    let events = try subject.decide(command, by: actor, at: now, rules: rules)
                    #expect(!events.isEmpty, "\(command.kind) is nobody's")
                    for event in events {
                        let version = subject.version
                        subject.apply(event, at: now, by: actor.id)
                        log.append(Step(event: event, at: now, actor: actor.id))
                        #expect(subject.version == version + (event.movesVersion ? 1 : 0))
                    }
                    done[command.kind, default: 0] += 1
                    reached[subject.state, default: 0] += 1
                    check(before, subject, command, actor, rules, at: now)
                } catch {
                    #expect(subject == before)
                    met[command.kind, default: []].insert(error.name)
                }
            }
            var replayed = start
            for step in log { replayed.apply(step.event, at: step.at, by: step.actor) }
            #expect(replayed == subject)
            let copy = try JSONDecoder().decode(Case.self, from: JSONEncoder().encode(subject))
            #expect(copy == subject)
        }
        #expect(steps >= 20_000)
        // The walks are worth something only if they get about.
        for kind in CaseCommand.Kind.allCases { #expect(done[kind, default: 0] > 0, "\(kind) was never done") }
        for state in CaseState.allCases { #expect(reached[state, default: 0] > 0 || state == .pending, "\(state)") }
        for (kind, names) in met {
            let known = table[kind, default: []].union(["notPermitted", "wrongState"])
            #expect(names.isSubset(of: known), "\(kind): \(names.subtracting(known))")
        }
        // And the table names nothing that can never be met.
        for row in LifeTable.rows {
            guard let kind = row.command else { continue }
            let never = Set(row.guards.map(\.name)).subtracting(met[kind, default: []])
            #expect(never.isSubset(of: Self.rare), "\(kind): \(never)")
        }
    }

    /// What the walks need not meet: texts are drawn too rarely to be wrong everywhere; nobody who judges has cases in
    /// hand unless the role changed; papers go up unverified only when the rulebook changed after that.
    private static let rare: Set<String> = [
        "unfit", "reasonTooLong", "reasonMissing", "reviewerHandledIt", "ownWork", "verificationMissing",
        "followUpOpen",
    ]

    private func check(
        _ before: Case, _ after: Case, _ command: CaseCommand, _ actor: Actor, _ rules: Rules, at now: Instant
    ) {
        let guards = rules.rulebook.guards
        let facts = after.facts
        #expect((after.closedAt != nil) == !after.state.isOpen)
        #expect(after.number == before.number && after.intake == before.intake)
        for clock in after.clocks where clock.endedAt == nil {
            if clock.deadline.isStopped {
                #expect(!clock.isOverdue(at: now.advanced(minutes: 1_000_000)))
            } else if !after.state.isOpen {
                #expect([.delivery, .followUp].contains(clock.kind), "\(clock.kind) runs while \(after.state)")
            }
        }
        let completion = after.clocks.newest(.completion)
        if facts.isSupplementOpen || after.state == .waiting || after.officeWithPapers != nil {
            #expect(
                completion.map { !$0.isRunning || $0.deadline.due < now } ?? true,
                "completion runs in time after \(command.kind)")
        } else if [.accepted, .inReview, .returned].contains(after.state) {
            #expect(completion?.isRunning == true, "completion stands after \(command.kind)")
        }
        guard before.state != after.state, command.kind != .undo else { return }
        switch after.state {
        case .accepted:
            #expect(!guards.authorisation || after.authorisation != nil)
            #expect(after.acceptedAt != nil)
        case .inReview, .approved:
            if command.kind == .complete {
                #expect(facts.openBranches.isEmpty && !facts.isSupplementOpen && before.officeWithPapers == nil)
                #expect(after.itemKind != .major || !facts.branches.isEmpty)
                #expect(after.itemKind != .forwarded || facts.forwarding?.resultAt != nil)
                #expect(actor.id == before.holder)
            } else {
                #expect(before.state == .inReview && command.kind == .approve)
                #expect(!before.handlers.contains(actor.id) && before.holder != actor.id)
            }
        case .returned where before.state == .waiting:
            #expect(after.returns > 0, "what was set aside as returned is taken up again as returned")
        case .returned:
            #expect(before.state == .inReview && after.returns == before.returns + 1)
            #expect(after.completion == before.completion, "the applicant's clock goes on")
        case .waiting: #expect(facts.waiting != nil)
        case .delivered:
            #expect(before.state == .approved && facts.originals.isEmpty)
            #expect(!guards.signature || facts.delivery?.signedBy.isEmpty == false)
        case .filed:
            #expect(!before.state.isOpen && facts.originals.isEmpty)
            #expect(facts.openComplaints.isEmpty && !before.isFollowUpOpen)
        case .declined, .withdrawn: #expect(after.reason?.isEmpty == false)
        case .answered: #expect(after.isConsultation && facts.answer != nil)
        case .pending: Issue.record("nothing but an undo leads back to pending: \(command.kind)")
        }
    }
}
