import Casework
import Dispatch
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("The outbox")
struct OutboxTests {
    private func office(isOn: Bool = true) throws -> Office {
        let office = try Office()
        if isOn {
            try office.store.switchMessages(
                MessageSwitch(isOn: true, language: .chinese), by: office.reviewer, at: Office.morning)
        }
        return office
    }

    /// A pending case of somebody with a phone, registered by the reviewer.
    private func register(_ office: Office, _ name: String = "张三") throws -> Case {
        var intake = office.intake(name)
        intake = Intake(
            kind: .agency, origin: .walkIn, item: intake.item, village: intake.village,
            applicant: .init(name: name, phone: "13900001234"), submittedAt: intake.submittedAt)
        return try office.store.batch { writer in
            try writer.register(intake, acceptance: office.deadline(600), at: Office.morning, by: office.wang.id)
        }
    }

    private func accept(_ subject: Case, _ office: Office, minutes: Int = 1) throws -> Case {
        try office.store.perform(
            .accept(.confirmed), on: subject.reference, by: office.reviewer,
            at: Office.morning.advanced(minutes: minutes), rules: office.rules)
    }

    private var later: Instant { Office.morning.advanced(minutes: 5) }

    private func notified(_ subject: Case, _ office: Office) throws -> [Notification] {
        try #require(try office.store.detail(of: subject.id)).trace.compactMap { entry in
            guard case .notified(let notification) = entry.event else { return nil }
            return notification
        }
    }

    @Test(
        "A case that the journal has lost keeps no other one's messages back, and no message of its own is tried for ever"
    )
    func lostCase() throws {
        let office = try office()
        let lost = try accept(try register(office), office)
        let other = try accept(try register(office, "李四"), office)
        try office.forge(
            "UPDATE journal SET subject = 900 WHERE kind = 'registered' AND subject = \(lost.id.value)")
        // A process that has not read the case before.
        let store = try CaseStore.open(at: office.path)
        let claim = try store.claimMessages(at: later, limit: 10)
        #expect(claim.claimed.map(\.message.caseID) == [other.id, other.id])
        let muchLater = Office.morning.advanced(minutes: 60 * 24 * 30)
        let end = try store.claimMessages(at: muchLater, limit: 10)
        #expect(end.givenUp.filter { $0.caseID == lost.id }.count == 2, "\(end)")
    }

    @Test("W13: an event and its messages are recorded together, each once; without the switch there are none")
    func queued() throws {
        let silent = try office(isOn: false)
        _ = try accept(try register(silent), silent)
        #expect(try silent.store.messages().isEmpty)

        let office = try office()
        let accepted = try accept(try register(office), office)
        let messages = try office.store.messages()
        #expect(messages.map(\.kind) == [.accepted, .assigned])
        #expect(messages.map(\.recipient) == [.applicant, .agent(office.zhou.id)])
        #expect(messages.allSatisfy { $0.state == .queued && $0.caseID == accepted.id })
        let sequences = try #require(try office.store.detail(of: accepted.id)).trace.map(\.sequence)
        #expect(messages.map(\.cause) == sequences)
        // A refused action leaves neither event nor message.
        #expect(throws: ActionError.self) { try accept(accepted, office) }
        #expect(try office.store.messages().count == 2)
        #expect(try office.store.verify().isSound)
    }

    @Test("W13: a sent message is journaled, and its content and address come from the record when it is sent")
    func sent() throws {
        let office = try office()
        let accepted = try accept(try register(office), office)
        let claim = try office.store.claimMessages(at: later, limit: 10)
        #expect(claim.claimed.count == 2 && claim.givenUp.isEmpty)
        let one = try #require(claim.claimed.first { $0.message.kind == .accepted })
        #expect(one.address == "13900001234")
        #expect(one.content.number == accepted.number && one.content.due == accepted.completion?.due)
        // The agent of the fixture has no phone.
        #expect(claim.claimed.first { $0.message.kind == .assigned }?.address == nil)
        #expect(try office.store.claimMessages(at: later, limit: 10).isEmpty)
        let settled = try office.store.settle(one, as: .sent, channel: "sms", at: later)
        #expect(settled?.state == .sent)
        #expect(try notified(accepted, office) == [Notification(message: "accepted", channel: "sms", outcome: .sent)])
        // Telling moves no version: what somebody has begun still holds.
        #expect(try office.store.detail(of: accepted.id)?.case.version == accepted.version)
        #expect(try office.store.settle(one, as: .sent, channel: "sms", at: later) == nil)
        #expect(try office.store.verify().isSound)
    }

    @Test("S7: a case from the county calls its village agent, and when it is done the applicant, each by phone")
    func bothWays() throws {
        let office = try office()
        let agent = try office.store.batch { writer in
            try writer.enrol(
                number: "A09", name: "李小满", role: .agent, village: "Old_Mill", phone: "13700005678",
                at: Office.morning, by: .office)
        }
        var intake = Intake(
            kind: .agency, origin: .online, item: "证照领取", village: "Old_Mill",
            applicant: .init(name: "张三", phone: "13900001234"), submittedAt: Office.morning)
        intake.direction = .countyToVillage
        let subject = try office.store.batch { writer in
            try writer.register(intake, acceptance: office.deadline(600), at: Office.morning, by: office.wang.id)
        }
        let call = try #require(try office.store.claimMessages(at: later).claimed.first)
        #expect(call.message.recipient == .agent(agent.id) && call.address == "13700005678")
        #expect(call.content.village == "Old_Mill" && call.content.applicant == "张*")
        try office.store.settle(call, as: .sent, channel: "sms", at: later)
        let accepted = try accept(subject, office)
        let done = try office.store.perform(
            .complete(note: nil), on: accepted.reference, by: Actor(agent), at: later, rules: office.rules)
        _ = try office.store.perform(
            .approve(note: nil), on: done.reference, by: office.reviewer, at: later, rules: office.rules)
        let told = try office.store.claimMessages(at: later, limit: 10).claimed
        #expect(told.map(\.message.kind) == [.accepted, .approved])
        #expect(told.allSatisfy { $0.address == "13900001234" })
    }

    @Test("A failed message is tried again later and later, then given up, which the journal says")
    func givenUp() throws {
        let office = try office()
        let subject = try register(office)
        var now = Office.morning
        var waits: [Int] = []
        while let claimed = try office.store.claimMessages(at: now).claimed.first {
            let settled = try #require(
                try office.store.settle(claimed, as: .failed("no line"), channel: "sms", at: now))
            #expect(settled.detail == "no line")
            guard settled.state == .failed else { break }
            #expect(try office.store.claimMessages(at: settled.nextTry.advanced(seconds: -1)).isEmpty)
            waits.append(settled.nextTry.minutes(since: now))
            now = settled.nextTry
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 64])
        #expect(try office.store.messages().map(\.state) == [.givenUp])
        #expect(
            try notified(subject, office) == [Notification(message: "assigned", channel: "sms", outcome: .givenUp)])
    }

    @Test("News that is days old is given up instead of sent")
    func stale() throws {
        let office = try office()
        _ = try register(office)
        let claim = try office.store.claimMessages(at: Office.morning.advanced(minutes: RetryPlan.lifetime))
        #expect(claim.claimed.isEmpty && claim.givenUp.count == 1)
        #expect(try office.store.messages().map(\.state) == [.givenUp])
    }

    @Test("Several senders at once send every message once")
    func together() throws {
        let office = try office()
        for index in 0..<30 { _ = try register(office, "张\(index)") }
        let stores = try (0..<4).map { _ in try CaseStore.open(at: office.path) }
        let sent = Mutex<[Int64]>([])
        let failures = Mutex<[String]>([])
        let now = later
        DispatchQueue.concurrentPerform(iterations: stores.count) { index in
            do {
                while let claimed = try stores[index].claimMessages(at: now).claimed.first {
                    sent.withLock { $0.append(claimed.message.id) }
                    try stores[index].settle(claimed, as: .sent, channel: "sms", at: now)
                }
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 }.isEmpty)
        #expect(sent.withLock { $0 }.count == 30)
        #expect(Set(sent.withLock { $0 }).count == 30)
        #expect(try office.store.messages([.sent]).count == 30)
        #expect(try office.store.verify().isSound)
    }

    @Test("What a dead sender held is taken over when its lease ends, and its late answer counts no more")
    func lease() throws {
        let office = try office()
        _ = try register(office)
        let dead = try #require(try office.store.claimMessages(at: later).claimed.first)
        #expect(try office.store.claimMessages(at: later.advanced(minutes: CaseStore.messageLease - 1)).isEmpty)
        let after = later.advanced(minutes: CaseStore.messageLease)
        let next = try #require(try office.store.claimMessages(at: after).claimed.first)
        #expect(next.message.id == dead.message.id && next.message.tries == 2)
        #expect(try office.store.settle(dead, as: .failed("late"), channel: "sms", at: after) == nil)
        #expect(try office.store.settle(next, as: .sent, channel: "sms", at: after)?.state == .sent)
    }

    @Test("An action that is taken back takes its unsent message along; who has heard it is told otherwise")
    func undone() throws {
        let office = try office()
        let accepted = try accept(try register(office), office)
        func undo(_ value: Case, minutes: Int) throws -> Case {
            try office.store.perform(
                .undo, on: value.reference, by: office.reviewer, at: Office.morning.advanced(minutes: minutes),
                rules: office.rules)
        }
        let pending = try undo(accepted, minutes: 2)
        #expect(try office.store.messages().first { $0.kind == .accepted }?.state == .givenUp)
        let kinds = try office.store.messages().map(\.kind)
        #expect(!kinds.contains(.corrected))
        let retracted = try #require(try office.store.messages().first { $0.kind == .accepted }?.id)
        #expect(throws: OutboxError.settled(retracted, .givenUp)) {
            try office.store.retryMessages([retracted], by: office.reviewer, at: later)
        }
        let again = try accept(pending, office, minutes: 3)
        while let claimed = try office.store.claimMessages(at: later).claimed.first {
            try office.store.settle(claimed, as: .sent, channel: "sms", at: later)
        }
        _ = try undo(again, minutes: 6)
        let corrected = try office.store.messages([.queued])
        #expect(corrected.map(\.kind) == [.corrected] && corrected.map(\.recipient) == [.applicant])
        #expect(try office.store.verify().isSound)
    }

    @Test("Messages are dropped and tried again by those who may, and only where it makes sense")
    func keeping() throws {
        let office = try office()
        let subject = try register(office)
        let id = try #require(try office.store.messages().first?.id)
        #expect(throws: OutboxError.notPermitted(.agent)) {
            try office.store.dropMessages([id], by: Actor(office.zhou), at: later)
        }
        #expect(throws: OutboxError.unknown(99)) {
            try office.store.dropMessages([99], by: office.reviewer, at: later)
        }
        #expect(throws: OutboxError.settled(id, .queued)) {
            try office.store.retryMessages([id], by: office.reviewer, at: later)
        }
        #expect(try office.store.dropMessages([id], by: office.reviewer, at: later) == 1)
        #expect(try office.store.claimMessages(at: later).isEmpty)
        #expect(try notified(subject, office).map(\.outcome) == [.givenUp])
        #expect(try office.store.retryMessages([id], by: office.reviewer, at: later) == 1)
        let claimed = try #require(try office.store.claimMessages(at: later).claimed.first)
        #expect(throws: OutboxError.beingSent(id)) {
            try office.store.dropMessages([id], by: office.reviewer, at: later)
        }
        try office.store.settle(claimed, as: .hopeless("no phone"), channel: "-", at: later)
        #expect(try office.store.messages().map(\.detail) == ["no phone"])
        #expect(throws: OutboxError.notPermitted(.agent)) {
            try office.store.switchMessages(.off, by: Actor(office.zhou), at: later)
        }
    }

    @Test("The word on messages is a fact of the journal: a row that says otherwise is found")
    func verified() throws {
        let office = try office()
        #expect(try office.store.messageSwitch() == MessageSwitch(isOn: true, language: .chinese))
        #expect(try office.store.verify().isSound)
        try office.tamper("UPDATE message_switch SET is_on = 0")
        #expect(try office.store.verify().findings == [.centreDiffers(field: "messages")])
    }

    @Test("Neither phone nor text stands in the outbox")
    func content() throws {
        let office = try office()
        _ = try accept(try register(office), office)
        let rows = try office.store.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM outbox").map { "\($0)" }
        }
        #expect(rows.count == 2)
        #expect(!rows.joined().contains("139") && !rows.joined().contains("张"))
    }
}
