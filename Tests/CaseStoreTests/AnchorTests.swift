import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Anchors")
struct AnchorTests {
    private func findings(_ office: Office, _ anchors: [KeptAnchor]) throws -> [VerificationReport.Finding] {
        try office.store.verify(VerificationOptions(anchors: anchors)).findings
    }

    private func typed(_ anchor: RecordAnchor) throws -> KeptAnchor {
        try #require(KeptAnchor(typed: anchor.short))
    }

    @Test("An anchor is the last entry, its hash, and how many there are")
    func current() throws {
        let office = try Office()
        let anchor = try office.store.anchor(at: Office.morning)
        let hash = try office.store.read { database in
            try Data.fetchOne(database, sql: "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1")
        }
        #expect(anchor.sequence == 8)
        #expect(anchor.entries == 8)
        #expect(anchor.hash == hash?.map { String(format: "%02x", $0) }.joined())
        #expect(
            anchor.groups.joined(separator: " ").split(separator: " ").map(\.count) == Array(repeating: 4, count: 16))
        #expect(anchor.groups.joined(separator: " ").filter { $0 != " " } == anchor.hash)
        #expect(anchor.short.hasPrefix("8:\(anchor.hash.prefix(4))-"))
        #expect(RecordAnchor(line: anchor.line) == anchor)
    }

    @Test(
        "What people type from paper is read with blanks, dashes and capitals, and as wide as their input method makes it",
        arguments: ["8: 09AF-5c11 77e2 B0d4", "8：09AF-5c11 77e2 B0d4", "８：０９ＡＦ－５ｃ１１　７７ｅ２－Ｂ０ｄ４"])
    func typing(_ text: String) throws {
        let anchor = try #require(KeptAnchor(typed: text))
        #expect(anchor.sequence == 8)
        #expect(anchor.prefix == "09af5c1177e2b0d4")
    }

    @Test(
        "What is no anchor is refused",
        arguments: [
            "", "8", "8:", "8:09af5c1177e2b0d", "0:09af5c1177e2b0d4", "x:09af5c1177e2b0d4", "8:09af5c1177e2b0dg",
            "-1:09af5c1177e2b0d4",
        ])
    func noAnchor(_ text: String) {
        #expect(KeptAnchor(typed: text) == nil)
    }

    @Test("A journal that was cut off at its end, with everything made to fit, is found by an anchor only")
    func truncated() throws {
        let office = try Office()
        _ = try office.store.batch { writer in
            try writer.enrol(number: "D01", name: "程主任", role: .director, at: Office.morning, by: office.wang.id)
        }
        _ = try office.inReview()
        let anchor = try office.store.anchor(at: Office.morning)
        #expect(try office.store.firstBreak() == nil)
        try office.forge("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
        // As long as the tables stand, they tell of it, and no reviewer makes them fit.
        let cut = VerificationReport.Finding.journalCut(entries: anchor.entries - 1, known: anchor.entries)
        #expect(try findings(office, []).first == cut)
        #expect(try office.store.firstBreak() == cut)
        var request = RebuildRequest(person: "R01", reason: "检查")
        #expect {
            try office.store.rebuild(request, at: Office.morning)
        } throws: { error in
            guard case .brokenChain(cut, let lost)? = error as? RebuildError else { return false }
            return lost?.shortened.count == 1
        }
        (request.person, request.despiteBrokenChain) = ("D01", true)
        _ = try office.store.rebuild(request, at: Office.morning)
        // The entry about the rebuilding stands where the last one stood.
        #expect(try findings(office, []).isEmpty)
        #expect(try findings(office, [typed(anchor)]) == [.anchorDiffers(.paper, sequence: anchor.sequence)])
        try office.forge("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
        #expect(
            try findings(office, [typed(anchor)]) == [
                .anchorBeyond(.paper, sequence: anchor.sequence, entries: anchor.sequence - 1)
            ])
    }

    @Test("A chain that was rewritten whole is sound in itself and another one than the anchor's")
    func rewritten() throws {
        let office = try Office()
        try office.register("张三")
        let anchor = try office.store.anchor(at: Office.morning)
        try office.forge("UPDATE journal SET at = at + 60000 WHERE seq = 2")
        try office.rehash(from: 2)
        #expect(try findings(office, []).isEmpty)
        #expect(try findings(office, [typed(anchor)]) == [.anchorDiffers(.paper, sequence: anchor.sequence)])
    }

    @Test("A file of anchors grows by whole lines, is its owner's only, and every line is compared")
    func file() throws {
        let office = try Office()
        let file = AnchorFile(path: office.folder + "/anchors")
        let first = try file.append(from: office.store, at: Office.morning)
        try office.register()
        let second = try file.append(from: office.store, at: Office.morning.advanced(minutes: 5))
        #expect(try file.lines().map(\.anchor) == [first, second])
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let kept = try file.lines().compactMap { line in line.anchor.map { KeptAnchor($0, line: line.number) } }
        #expect(try findings(office, kept).isEmpty)
        try office.forge("UPDATE journal SET at = at + 1 WHERE seq = \(second.sequence)")
        try office.rehash(from: second.sequence)
        #expect(
            try findings(office, kept) == [
                .anchorDiffers(.file(line: 2, at: second.at), sequence: second.sequence)
            ])
        #expect(throws: AnchorError.self) { try file.append(from: office.store, at: Office.morning) }
        #expect(try file.lines().count == 2)
    }

    @Test("A file of other things is no file of anchors, and stays as it is")
    func otherFile() throws {
        let office = try Office()
        let file = AnchorFile(path: office.folder + "/letter")
        let words = Data("各村：\n本月检查照常。\n".utf8)
        try words.write(to: URL(fileURLWithPath: file.path))
        #expect(throws: AnchorError.noAnchors(path: file.path)) {
            try file.append(from: office.store, at: Office.morning)
        }
        #expect(throws: AnchorError.noAnchors(path: file.path)) { try file.lines() }
        #expect(FileManager.default.contents(atPath: file.path) == words)
        let nowhere = AnchorFile(path: office.folder + "/nowhere/anchors")
        #expect(throws: AnchorError.noFolder(path: office.folder + "/nowhere")) {
            try nowhere.append(from: office.store, at: Office.morning)
        }
    }

    @Test("A line that is allowed is written behind what was signed meanwhile; given up, it leaves nothing behind")
    func prepared() throws {
        let office = try Office()
        let file = AnchorFile(path: office.folder + "/anchors")
        _ = try file.prepare(for: office.store)
        #expect(!FileFacts.exists(file.path))
        let month = try #require(CivilMonth(year: 2026, month: 11))
        do {
            let place = try file.prepare(for: office.store)
            let signed = try office.store.signAnchor(for: month, by: office.reviewer, at: Office.morning)
            let kept = try place.add(at: Office.morning)
            #expect(kept.sequence == signed.sequence + 1)
            #expect(try file.lines().map(\.anchor) == [kept])
        }
        try Data("letter\n".utf8).write(to: URL(fileURLWithPath: file.path))
        #expect(throws: AnchorError.noAnchors(path: file.path)) { try file.prepare(for: office.store) }
        #expect(throws: AnchorError.self) { try AnchorFile(path: office.folder).prepare(for: office.store) }
    }

    @Test("A file that an editor of Windows has written is read as before, and goes on")
    func windowsEditor() throws {
        let office = try Office()
        let file = AnchorFile(path: office.folder + "/anchors")
        let first = try file.append(from: office.store, at: Office.morning)
        try office.register()
        let second = try file.append(from: office.store, at: Office.morning.advanced(minutes: 5))
        let text = "\u{FEFF}" + [first, second].map { $0.line + "\r\n" }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: file.path))
        #expect(try file.lines().map(\.anchor) == [first, second])
        let third = try file.append(from: office.store, at: Office.morning.advanced(minutes: 10))
        #expect(try file.lines().map(\.anchor) == [first, second, third])
        // A line that the machine stopped in is still none.
        try Data(("\u{FEFF}" + first.line + "\r").utf8).write(to: URL(fileURLWithPath: file.path))
        #expect(try file.lines() == [AnchorFile.Line(number: 1, anchor: nil)])
        try Data("\u{FEFF}".utf8).write(to: URL(fileURLWithPath: file.path))
        #expect(try file.lines().isEmpty)
    }

    @Test("Of thousands of lines that are no anchors the first are told, and how many more there are")
    func strangeLines() throws {
        let office = try Office()
        let file = AnchorFile(path: office.folder + "/anchors")
        try file.append(from: office.store, at: Office.morning)
        let handle = try #require(FileHandle(forWritingAtPath: file.path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(String(repeating: "village\n", count: 3_000).utf8))
        let kept = AnchorLines(try file.lines())
        #expect(kept.anchors.count == 1)
        #expect(kept.findings == (2...6).map { .anchorUnreadable(line: $0) } + [.moreAnchorsUnreadable(2_995)])
        #expect(AnchorLines([]).findings == [.anchorsEmpty])
    }

    @Test("Nothing is added behind a line that is not whole")
    func tornLine() throws {
        let office = try Office()
        let file = AnchorFile(path: office.folder + "/anchors")
        let anchor = try file.append(from: office.store, at: Office.morning)
        let handle = try #require(FileHandle(forWritingAtPath: file.path))
        try handle.truncate(atOffset: UInt64(anchor.line.utf8.count))
        #expect(throws: AnchorError.lineUnreadable(path: file.path, line: 1)) {
            try file.append(from: office.store, at: Office.morning)
        }
        #expect(try file.lines() == [AnchorFile.Line(number: 1, anchor: nil)])
    }

    @Test("Signed without a month it vouches for the month that ended, until somebody has; else for the running one")
    func monthToSign() throws {
        let office = try Office()
        func day(_ month: Int, _ day: Int) throws -> Instant {
            UTCOffset.china.instant(try #require(CivilDate(year: 2026, month: month, day: day)), minute: 540)
        }
        let november = try #require(CivilMonth(year: 2026, month: 11))
        // The record is of November: nothing of October can be vouched for.
        #expect(try office.store.monthToSign(at: Office.morning) == november)
        #expect(try office.store.monthToSign(at: try day(12, 1)) == november)
        #expect(try office.store.monthToSign(at: try day(12, 31)) == november)
        _ = try office.store.signAnchor(for: november, by: office.reviewer, at: try day(12, 1))
        #expect(try office.store.monthToSign(at: try day(12, 1)) == november.advanced(by: 1))
    }

    @Test("A signed anchor stands in the journal, once a month, and is checked with it")
    func signed() throws {
        let office = try Office()
        let month = try #require(CivilMonth(year: 2026, month: 11))
        let options = VerificationOptions(lastMonth: month)
        #expect(try office.store.verify(options).monthWithoutAnchor == month)
        #expect(
            try office.store.verify(VerificationOptions(lastMonth: month.advanced(by: -1))).monthWithoutAnchor == nil)
        let anchor = try office.store.signAnchor(for: month, by: office.reviewer, at: Office.morning)
        #expect(anchor.sequence == 8)
        let report = try office.store.verify(options)
        #expect(report.isSound)
        #expect(report.monthWithoutAnchor == nil)
        #expect(report.anchors == 1)
        #expect(throws: AnchorError.monthSigned(month)) {
            try office.store.signAnchor(for: month, by: office.reviewer, at: Office.morning)
        }
        #expect(throws: AnchorError.monthInFuture(month.advanced(by: 1))) {
            try office.store.signAnchor(for: month.advanced(by: 1), by: office.reviewer, at: Office.morning)
        }
        #expect(throws: AnchorError.notPermitted(.agent)) {
            try office.store.signAnchor(for: month, by: Actor(office.zhou), at: Office.morning)
        }
        // Rewritten whole, but for what the signature says.
        try office.forge("UPDATE journal SET at = at + 1 WHERE seq = 2")
        try office.rehash(from: 2)
        #expect(try findings(office, []) == [.anchorDiffers(.journal(month: month), sequence: 8)])
    }
}
