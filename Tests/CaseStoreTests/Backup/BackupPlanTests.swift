import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("When backups are due, and which are kept") struct BackupPlanTests {
    private func at(_ day: String, _ minute: Int) -> Instant {
        UTCOffset.china.instant(CivilDate(day)!, minute: minute)
    }

    @Test("Every so many hours: due on the hour after the last, overdue a whole round later")
    func hours() {
        let plan = BackupPlan(.hours(6))
        let last = at("2026-11-28", 8 * 60)
        func standing(_ minute: Int) -> BackupPlan.Standing {
            plan.standing(last: last, now: at("2026-11-28", minute), offset: .china)
        }
        #expect(standing(14 * 60 - 1) == .fresh(until: at("2026-11-28", 14 * 60)))
        #expect(standing(14 * 60) == .due(since: at("2026-11-28", 14 * 60)))
        #expect(standing(20 * 60 - 1) == .due(since: at("2026-11-28", 14 * 60)))
        #expect(standing(20 * 60) == .overdue(since: at("2026-11-28", 14 * 60)))
    }

    @Test("Every day at a time: a time that was missed is made up for")
    func daily() {
        let plan = BackupPlan(.daily(minute: 18 * 60 + 30))
        let moment = 18 * 60 + 30
        let cases: [(last: Instant, now: Instant, BackupPlan.Standing)] = [
            // By hand in the morning, then that evening's.
            (at("2026-11-28", 540), at("2026-11-28", moment - 1), .fresh(until: at("2026-11-28", moment))),
            (at("2026-11-28", 540), at("2026-11-28", moment), .due(since: at("2026-11-28", moment))),
            // Made on time: the next is tomorrow's.
            (at("2026-11-28", moment), at("2026-11-28", moment + 1), .fresh(until: at("2026-11-29", moment))),
            // The desk was closed in the evening and opens the next morning.
            (at("2026-11-27", moment), at("2026-11-29", 540), .due(since: at("2026-11-28", moment))),
            // Two evenings without one.
            (at("2026-11-27", moment), at("2026-11-29", moment), .overdue(since: at("2026-11-28", moment))),
        ]
        for (last, now, expected) in cases {
            #expect(plan.standing(last: last, now: now, offset: .china) == expected)
        }
    }

    @Test("Never made is due at once; so it is when the only one is of the future, after the clock was set back")
    func never() {
        let now = at("2026-11-28", 0)
        for last in [nil, now.advanced(minutes: 1)] {
            #expect(BackupPlan(.hours(6)).standing(last: last, now: now, offset: .china) == .due(since: nil))
        }
    }

    @Test("Of days, weeks and months the newest of each stays")
    func keeping() {
        // One each noon of 70 days up to Saturday, November 28, and a second one on the last day.
        let last = CivilDate("2026-11-28")!
        var instants = (0..<70).map { UTCOffset.china.instant(last.advanced(days: -$0), minute: 720) }
        instants.append(UTCOffset.china.instant(last, minute: 800))
        let kept = BackupKeeping(daily: 3, weekly: 2, monthly: 3).kept(instants.shuffled(), offset: .china)
        let days = kept.map { UTCOffset.china.civil($0).date.description }.sorted()
        // Sunday the 22nd ends the week before; October 31 and September 30 their months.
        #expect(days == ["2026-09-30", "2026-10-31", "2026-11-22", "2026-11-26", "2026-11-27", "2026-11-28"])
        #expect(kept.contains(UTCOffset.china.instant(last, minute: 800)))
    }

    @Test("Days without a backup do not count, and the newest stays even when nothing is to be kept")
    func sparse() {
        let instants = ["2026-01-05", "2026-03-09", "2026-11-28"].map { at($0, 0) }
        #expect(
            BackupKeeping(daily: 2, weekly: 0, monthly: 0).kept(instants, offset: .china) == Set(instants.suffix(2)))
        #expect(BackupKeeping(daily: 0, weekly: 0, monthly: 0).kept(instants, offset: .china) == [instants[2]])
        #expect(BackupKeeping().kept([], offset: .china).isEmpty)
    }

    @Test("A name says whose and when, and is read back; other names are nobody's")
    func names() {
        let name = BackupName(prefix: "YX", at: at("2026-11-28", 615), offset: .china)
        #expect(name.text == "daiban-YX-20261128-101500+0800.sqlite")
        #expect(BackupName(name.text) == name)
        let west = BackupName(prefix: "A", at: at("2026-11-28", 615), offset: UTCOffset(minutes: -210)!)
        #expect(BackupName(west.text) == west)
        for other in [
            "daiban-YX-20261128-101500+0800.sqlite.part-12", "daiban-YX-20261128-101500+0800.sqlite.unsound",
            "daiban-YX-20261328-101500+0800.sqlite", "daiban-YX-20261128-251500+0800.sqlite", "daiban-YX.sqlite",
            "office.sqlite", "daiban-YX-2026１128-101500+0800.sqlite",
        ] {
            #expect(BackupName(other) == nil, "\(other)")
        }
    }
}

@Suite("A folder of backups") struct BackupShelfTests {
    private func backup(_ office: Office, _ folder: String, day: Int) throws -> String {
        let at = Office.morning.advanced(minutes: day * 1_440)
        let name = BackupName(prefix: "YX", at: at, offset: .china).text
        return try RecordBackup(database: office.path).write(to: folder + "/" + name).path
    }

    @Test("Rotation deletes only readable backups of the same record, and never the newest good one")
    func rotation() throws {
        let office = try Office()
        let other = office.folder + "/other.db"
        _ = try CaseStore.create(at: other, centre: Office.centre, now: Office.morning.advanced(minutes: 1))
        let folder = office.folder + "/backups"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let founding = try RecordFacts.read(office.path).founding
        let old = try backup(office, folder, day: 0)
        let newer = try backup(office, folder, day: 1)
        // A newer one that is broken, one of another record with the same letters, and a person's own file.
        let broken = try backup(office, folder, day: 2)
        truncate(broken, 5_000)
        let foreign = try RecordBackup(database: other).write(
            to: folder + "/" + BackupName(prefix: "YX", at: Office.morning, offset: .utc).text)
        try Data("notes".utf8).write(to: URL(fileURLWithPath: folder + "/daiban-notes.sqlite"))

        let shelf = BackupShelf(folder: folder)
        #expect(try shelf.backups().map(\.path).prefix(2) == [broken, newer])
        #expect(try shelf.names(prefix: "YX").count == 4)
        // Another office of the same centre's name is another record.
        #expect(foreign.facts.founding != founding)
        let deleted = try shelf.rotate(
            BackupKeeping(daily: 1, weekly: 0, monthly: 0), founding: founding,
            now: Office.morning.advanced(minutes: 10 * 1_440), offset: .china)
        #expect(deleted == [old])
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: folder).map { folder + "/" + $0 })
                == [newer, broken, foreign.path, folder + "/daiban-notes.sqlite"])
    }

    @Test("One at a time has the turn; a folder that is not there is told")
    func turn() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var first = try BackupTurn(in: folder)
        #expect(first != nil)
        #expect(try BackupTurn(in: folder) == nil)
        first = nil
        #expect(try BackupTurn(in: folder) != nil)
        #expect(throws: StoreError.noFolder(path: folder + "/no")) { try BackupTurn(in: folder + "/no") }
        #expect(throws: StoreError.noFolder(path: folder + "/no")) { try BackupShelf(folder: folder + "/no").backups() }
    }
}
