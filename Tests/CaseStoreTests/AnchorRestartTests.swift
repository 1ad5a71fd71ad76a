import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Kept anchors after a restore")
struct AnchorRestartTests {
    /// An office with a file of three anchors, restored to where it stood at the first one.
    private struct Restored {
        let office: Office
        let file: AnchorFile
        let kept: String
        var store: CaseStore

        init() throws {
            office = try Office()
            file = AnchorFile(path: office.folder + "/anchors")
            try file.append(from: office.store, at: Office.morning)
            let backup = office.folder + "/copy.sqlite"
            _ = try RecordBackup(database: office.path).write(to: backup)
            for minutes in [5, 10] {
                try office.register()
                try file.append(from: office.store, at: Office.morning.advanced(minutes: minutes))
            }
            let report = try RecordRestore(from: backup, over: office.path).place(
                at: Office.morning.advanced(minutes: 60), by: .office, account: "zhou")
            kept = try #require(report.kept)
            store = try CaseStore.open(at: office.path)
        }

        func register() throws {
            _ = try store.batch { writer in
                try writer.register(office.intake(), acceptance: nil, at: AnchorRestartTests.later, by: .office)
            }
        }

        func verify(_ store: CaseStore? = nil, against other: AnchorFile? = nil) throws -> VerificationReport {
            var options = VerificationOptions()
            let kept = AnchorLines(try (other ?? file).lines())
            (options.anchors, options.restarts) = (kept.anchors, kept.restarts)
            return try (store ?? self.store).verify(options)
        }
    }

    private static let later = Office.morning.advanced(minutes: 90)

    @Test("What disagrees behind the backup is still a finding, with the restore as the reason that fits")
    func named() throws {
        let restored = try Restored()
        let report = try restored.verify()
        #expect(report.findings.count == 2 && report.unexplainedAnchors == 0)
        #expect(report.restoresThatFit.map(\.word.account) == ["zhou"])
        #expect(throws: AnchorError.self) { try restored.file.append(from: restored.store, at: Self.later) }
        do {
            try restored.file.append(from: restored.store, at: Self.later)
        } catch {
            guard case .lineBeforeRestore(_, _, let reason, _) = error else { Issue.record("\(error)"); return }
            #expect(reason == report.restoresThatFit.first)
        }
        // The record that was put aside bears them all out.
        #expect(try restored.verify(try CaseStore.open(at: restored.kept, access: .readOnly)).isSound)
    }

    @Test("Begun anew by somebody's word the file goes on; what is passed over is told each time")
    func begunAnew() throws {
        let restored = try Restored()
        try restored.file.append(
            from: restored.store, at: Self.later,
            beginningAnew: AnchorBeginner(restored.office.wang, reason: "硬盘坏了\n换回"))
        try restored.register()
        try restored.file.append(from: restored.store, at: Self.later)
        #expect(try restored.file.lines().map { $0.restart == nil } == [true, true, true, false, true, true])
        for _ in 1...2 {
            let report = try restored.verify()
            #expect(report.isSound && report.anchors == 3, "\(report.findings)")
            let kept = try #require(report.restarts.first)
            #expect(kept.line == 4 && kept.passed == 2 && kept.restart.reason == "硬盘坏了 换回")
            #expect(kept.restore?.word.file == "copy.sqlite")
        }
        // Of the common part every anchor is compared as before.
        try restored.office.forge("UPDATE journal SET at = at + 1 WHERE seq = 8")
        try restored.office.rehash(from: 8)
        #expect(try restored.verify().findings.count >= 3)
    }

    @Test("Without a restore, or for what no restore has lost, nobody can begin anew")
    func notAnew() throws {
        let office = try Office()
        let file = AnchorFile(path: office.folder + "/anchors")
        try file.append(from: office.store, at: Office.morning)
        #expect(throws: AnchorError.nothingToRestart(path: file.path)) {
            try file.append(from: office.store, at: Self.later, beginningAnew: AnchorBeginner(office.wang, reason: "试"))
        }
        try office.forge("UPDATE journal SET at = at + 1 WHERE seq = 8")
        try office.rehash(from: 8)
        let finding = VerificationReport.Finding.anchorDiffers(.file(line: 1, at: Office.morning), sequence: 8)
        #expect(throws: AnchorError.lineDiffers(path: file.path, finding, .china)) {
            try file.append(from: office.store, at: Self.later, beginningAnew: AnchorBeginner(office.wang, reason: "试"))
        }
        #expect(try file.lines().count == 1)
    }

    @Test("An anchor taken after the restore, and one of the common part, has no excuse in it")
    func noExcuse() throws {
        let restored = try Restored()
        try restored.file.append(
            from: restored.store, at: Self.later, beginningAnew: AnchorBeginner(restored.office.wang, reason: "换回"))
        try restored.register()
        try restored.file.append(from: restored.store, at: Self.later.advanced(minutes: 5))
        try restored.office.forge("UPDATE journal SET at = at + 1 WHERE seq = 11")
        try restored.office.rehash(from: 11)
        let report = try restored.verify()
        #expect(report.findings.count == 1 && report.unexplainedAnchors == 1, "\(report.findings)")
        #expect(report.restoresThatFit.isEmpty)
    }

    @Test("A line that begins anew for a restore that the journal does not have is a finding, and excuses nothing")
    func invented() throws {
        let restored = try Restored()
        var entry = try #require(try restored.verify().restoresThatFit.first)
        entry.hash = String(repeating: "0", count: 64)
        let line = AnchorRestart(entry, at: Self.later, person: "R01", reason: "编的").line + "\n"
        let handle = try #require(FileHandle(forWritingAtPath: restored.file.path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(line.utf8))
        let report = try restored.verify()
        #expect(report.findings.contains(.restartUnknown(line: 4, sequence: entry.sequence)))
        #expect(report.findings.count == 3)
    }

    @Test("A line that begins anew is compared with the journal's word, where there is one")
    func editedLine() throws {
        let restored = try Restored()
        let (wang, zhou) = (restored.office.wang, restored.office.zhou)
        #expect(throws: AnchorError.notPermitted(.agent)) {
            try restored.file.append(
                from: restored.store, at: Self.later, beginningAnew: AnchorBeginner(zhou, reason: "试"))
        }
        try restored.file.append(
            from: restored.store, at: Self.later, beginningAnew: AnchorBeginner(wang, reason: "硬盘坏了"))
        let text = try String(contentsOfFile: restored.file.path, encoding: .utf8)
        let (entry, moment) = ((try #require(try restored.file.lines()[3].restart)), Self.later.iso8601(.utc))
        #expect(entry.sequence == 9)
        for (old, new) in [("硬盘坏了", "奉命"), (" R01 ", " D01 ")] {
            try text.replacing(old, with: new).write(toFile: restored.file.path, atomically: false, encoding: .utf8)
            #expect(
                try restored.verify().findings == [
                    .restartDiffers(line: 4, sequence: 10, person: "R01", reason: "硬盘坏了")
                ], "\(new)")
        }
        try text.write(toFile: restored.file.path, atomically: false, encoding: .utf8)
        #expect(try restored.verify().isSound)
        #expect(try restored.verify().restarts.map(\.isRecorded) == [true])
        // At another moment it may be the line of another file, or of an earlier program: it is told that nothing vouches for it.
        let other = moment + " 9 "
        try text.replacing(other, with: other.replacing("20", with: "21"))
            .write(toFile: restored.file.path, atomically: false, encoding: .utf8)
        #expect(try restored.verify().isSound)
        #expect(try restored.verify().restarts.map(\.isRecorded) == [false])
        // A second file begins anew after the same restore: each line has its own entry.
        let second = AnchorFile(path: restored.file.path + "-2")
        try text.split(separator: "\n").prefix(3).map { $0 + "\n" }.joined()
            .write(toFile: second.path, atomically: false, encoding: .utf8)
        try second.append(
            from: restored.store, at: Self.later.advanced(minutes: 9),
            beginningAnew: AnchorBeginner(wang, reason: "另一份"))
        for file in [restored.file, second] {
            try text.write(toFile: restored.file.path, atomically: false, encoding: .utf8)
            let report = try restored.verify(against: file)
            #expect(report.isSound && report.restarts.map(\.isRecorded) == [true], "\(file.path) \(report.findings)")
        }
        try restored.office.forge("DELETE FROM journal WHERE seq > 10")
        // As an earlier program left it: in the file alone.
        try restored.office.forge("DELETE FROM journal WHERE seq = 10")
        let old = text.split(separator: "\n").prefix(4).joined(separator: "\n") + "\n"
        try old.replacing("硬盘坏了", with: "奉命").write(toFile: restored.file.path, atomically: false, encoding: .utf8)
        #expect(try restored.verify().isSound)
    }

    @Test("A wrong backup, then an older one: the first restore is known by the second, and the file goes on")
    func wrongThenOlder() throws {
        let office = try Office()
        let file = AnchorFile(path: office.folder + "/anchors")
        func minutes(_ count: Int) -> Instant { Office.morning.advanced(minutes: count) }
        func restore(_ backup: String, _ after: Int) throws {
            _ = try RecordRestore(from: backup, over: office.path).place(
                at: minutes(after), by: .office, account: "zhou")
        }
        try file.append(from: office.store, at: Office.morning)
        let (older, wrong) = (office.folder + "/older.sqlite", office.folder + "/wrong.sqlite")
        _ = try RecordBackup(database: office.path).write(to: older)
        try office.register()
        _ = try RecordBackup(database: office.path).write(to: wrong)
        for _ in 1...3 { try office.register() }
        try file.append(from: office.store, at: minutes(5))
        try restore(wrong, 60)
        let first = try #require(try CaseStore.open(at: office.path).read { try RestoreEntry.all(in: $0) }.first)
        try restore(older, 70)
        let store = try CaseStore.open(at: office.path)
        let second = try #require(try store.read { try RestoreEntry.all(in: $0) }.first)
        // Alone it went no further than the entry of the first one.
        #expect(second.word.oldEntries == first.sequence && second.word.restores?.map(\.hash) == [first.hash])
        func verify() throws -> VerificationReport {
            let kept = AnchorLines(try file.lines())
            var options = VerificationOptions(anchors: kept.anchors)
            options.restarts = kept.restarts
            return try store.verify(options)
        }
        let before = try verify()
        #expect(before.findings.count == 1 && before.unexplainedAnchors == 0)
        #expect(before.restoresThatFit == [second])
        try file.append(from: store, at: minutes(90), beginningAnew: AnchorBeginner(office.wang, reason: "先换错了一份"))
        let report = try verify()
        #expect(report.isSound && report.restarts.map(\.passed) == [1], "\(report.findings)")
    }

    @Test("After a second restore that loses the first one the file goes on as well, and both lines are told")
    func twice() throws {
        let restored = try Restored()
        try restored.file.append(
            from: restored.store, at: Self.later, beginningAnew: AnchorBeginner(restored.office.wang, reason: "硬盘坏了"))
        try restored.register()
        let again = Self.later.advanced(minutes: 30)
        _ = try RecordRestore(from: restored.office.folder + "/copy.sqlite", over: restored.office.path).place(
            at: again, by: .office, account: "zhou")
        let store = try CaseStore.open(at: restored.office.path)
        // Until somebody says so, all that disagrees is a finding.
        #expect(try restored.verify(store).findings.contains(.restartUnknown(line: 4, sequence: 9)))
        try restored.file.append(
            from: store, at: again.advanced(minutes: 5),
            beginningAnew: AnchorBeginner(restored.office.wang, reason: "又坏了"))
        let report = try restored.verify(store)
        #expect(report.isSound, "\(report.findings)")
        #expect(report.restarts.map(\.isLost) == [true, false])
        #expect(report.restarts.map(\.passed).reduce(0, +) == 3, "two of the first time, and the one behind its line")
    }
}
