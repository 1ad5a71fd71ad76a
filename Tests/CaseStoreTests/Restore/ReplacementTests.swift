import Casework
import Testing

@testable import CaseStore

@Suite("What a record that took another one's place says of it")
struct RecordReplacementTests {
    private static let later = Office.morning.advanced(minutes: 600)

    private func own(_ value: Case, at: Instant) -> AcknowledgedAction {
        AcknowledgedAction(id: value.id, number: value.number, version: value.version, at: at)
    }

    private func restore(_ backup: String, over office: Office) throws {
        _ = try RecordRestore(from: backup, over: office.path)
            .place(at: Self.later, by: office.wang.id, account: "zhou")
    }

    @Test("It tells of the restore and finds which acknowledged actions it lacks, also where another has their place")
    func restored() throws {
        let office = try Office()
        let kept = try office.register("张三")
        let accepted = try office.store.perform(
            .accept(.confirmed), on: kept.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        let backup = office.folder + "/copy.sqlite"
        _ = try RecordBackup(database: office.path).write(to: backup)
        let urged = try office.store.perform(
            .urge, on: accepted.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        let lost = try office.store.register(
            office.intake("李四"), seen: nil, by: office.reviewer, rules: office.rules)
        let seen = try office.store.desk(DeskRequest(now: Office.morning, queues: [:])).record
        try restore(backup, over: office)

        let actions = [accepted, urged, lost].map { own($0, at: Office.morning.advanced(minutes: 1)) }
        func ask() throws -> RecordReplacement {
            try office.store.replacement(since: Office.morning, own: actions, by: office.wang)
        }
        let answer = try ask()
        #expect(answer.restore?.word.lost == 2 && answer.restore?.at == Self.later)
        #expect(answer.restore?.person == "\(office.wang.number) \(office.wang.name)")
        #expect(answer.contentUntil == Office.morning)
        #expect(answer.missing == Array(actions.dropFirst()))

        // The same person does the like again: what they were told of before is lost all the same.
        let now = try #require(try office.store.desk(DeskRequest(now: Self.later, queues: [:])).record)
        #expect(now != seen)
        _ = try office.store.perform(
            .urge, on: accepted.reference, seenIn: now, by: office.reviewer, at: Self.later, rules: office.rules)
        #expect(try ask().missing == Array(actions.dropFirst()))
        #expect(answer.knowsPerson)
        var other = try office.store.centre()
        other.prefix = "QT"
        #expect(!(try office.store.replacement(since: Office.morning, own: [], by: office.wang, of: other).knowsPerson))
        // Whoever knows of the restore hears of a file that came by hand.
        let told = try #require(answer.restore?.hash)
        let known = try office.store.replacement(since: Office.morning, own: actions, told: [told], by: office.wang)
        #expect(known.restore == nil && known.missing == Array(actions.dropFirst()))
        // A record that was there before somebody came was put there for nobody's surprise.
        let fresh = try office.store.replacement(since: Self.later.advanced(minutes: 1), own: [], by: office.wang)
        #expect(fresh == RecordReplacement(restore: nil, contentUntil: nil, missing: []))
    }

    @Test("What was seen in the old file is never acted on in the new one; what is seen in the new one is at once")
    func seen() throws {
        let office = try Office()
        let value = try office.register("张三")
        let backup = office.folder + "/copy.sqlite"
        _ = try RecordBackup(database: office.path).write(to: backup)
        let old = try office.store.desk(DeskRequest(now: Office.morning, queues: [:])).record
        try restore(backup, over: office)
        func accept(_ mark: RecordMark?) throws(ActionError) {
            try office.store.perform(
                .accept(.confirmed), on: value.reference, seenIn: mark, by: office.reviewer, at: Self.later,
                rules: office.rules)
        }
        for _ in 1...2 {
            #expect(throws: ActionError.store(.replaced(path: office.path))) { try accept(old) }
            // Also when somebody else's write has heard of it.
            _ = try? office.register("王五")
        }
        try accept(try office.store.desk(DeskRequest(now: Self.later, queues: [:])).record)
        #expect(try office.store.verify().isSound)
    }
}
