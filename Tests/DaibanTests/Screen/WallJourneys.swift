import CaseStore
import Casework
import Foundation
import PseudoTerminal
import Testing

@Suite("The wall of the hall, through the real program")
struct WallJourneys {
    /// A wall over a township; pages turn by keys alone.
    private func wall(
        _ town: Township, _ options: [String] = [], columns: Int = 120, rows: Int = 36
    ) throws -> TerminalJourney {
        let terminal = try TerminalJourney(
            Daiban.path, ["wall", "--database", town.database, "--seconds", "600"] + options, columns: columns,
            rows: rows, environment: Daiban.chinese, workingDirectory: town.folder.path)
        terminal.keepsBytes = true
        return terminal
    }

    private func waitForPages(_ terminal: TerminalJourney) throws {
        try terminal.waitUntil("the first page") { $0.lines.contains { $0.contains("数据 ") } }
    }

    /// Turns until the first page is there again; the lines of every picture.
    private func fullTurn(_ terminal: TerminalJourney) throws -> [String] {
        // Below the header, in which the clock goes on, and above the last lines with the time of the data.
        func body(_ lines: [String]) -> [String] { Array(lines.dropFirst(6).dropLast(2)) }
        let first = body(terminal.screen.lines)
        var (lines, last) = (terminal.screen.lines, first)
        for number in 1...500 {
            try terminal.press(.right)
            try terminal.waitUntil("picture \(number)") { body($0.lines) != last }
            last = body(terminal.screen.lines)
            if last == first { return lines }
            lines += terminal.screen.lines
        }
        Issue.record("the first picture does not come again")
        return lines
    }

    @Test(
        "P2: a full turn of all pages writes no full name of an applicant, no identity number and no phone, in neither language",
        arguments: ["zh", "en"])
    func privacy(_ language: String) throws {
        let town = try Township()
        let (name, identity, phone) = ("欧阳尉迟", "999999198504150016", "13987654321")
        let village = try #require(try town.cases("pending").first?.village)
        for item in ["城乡居民养老参保", "老年人优待证办理"] {
            try town.run([
                "case", "new", "--as", "R01", "--item", item, "--village", village, "--applicant", name,
                "--identity", identity, "--phone", phone, "--address", "石门村三组\(name)家",
                "--note", "\(name) \(identity) \(phone)",
            ]).require()
        }
        let store = try CaseStore.open(at: town.database)
        let staff = try store.allStaff()
        // One of the two is ready for its applicant.
        let made = try #require(try town.cases("pending", containing: "老年人优待证办理").last)
        try town.act("accept", made.number)
        let holder = try #require(try store.detail(number: made.number)?.holder)
        try town.act("complete", made.number, as: holder.number)
        try town.act("approve", made.number)

        let terminal = try wall(town, ["--language", language, "--parts", "100"])
        try terminal.waitUntil("the first page") { screen in
            screen.lines.contains { $0.contains("数据 ") || $0.contains("as of ") }
        }
        let lines = try fullTurn(terminal)
        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.isGivenBack)

        let published = staff.flatMap { [$0.name, $0.phone ?? ""] }
        let numbers = try ["pending", "accepted", "in-review", "approved"].flatMap { try town.cases($0).map(\.number) }
        #expect(numbers.count > 10)
        var secrets: Set<String> = [name, identity, phone]
        for number in numbers {
            guard let value = try store.detail(number: number)?.case.intake.applicant else { continue }
            secrets.formUnion([value.name, value.identityNumber ?? "", value.phone ?? ""])
        }
        // What stands on a public card too, or is a part of it, is no applicant's secret: the made-up people share some.
        secrets = secrets.filter { secret in secret.count > 1 && !published.contains { $0.contains(secret) } }
        #expect(secrets.count > 30)
        let written = String(decoding: terminal.bytes, as: UTF8.self)
        let text = lines.joined(separator: "\n")
        #expect(text.contains("欧阳**"), "the masked name is on the page of receipts")
        for secret in secrets {
            #expect(!written.contains(secret), "\(secret)")
            #expect(!text.contains(secret), "\(secret)")
        }
    }

    @Test("S12: no key of the desk does anything, and the record is byte for byte the same afterwards")
    func readOnly() throws {
        let town = try Township()
        let store = try CaseStore.open(at: town.database)
        let before = try store.lastSequence()
        let terminal = try wall(town)
        try waitForPages(terminal)
        let picture = terminal.screen.lines
        try terminal.sendRaw("tdarsuwxemfbRyz:1234jkgG\u{1B}[A\u{1B}[B\r\t/".utf8)
        try terminal.sendRaw("\u{1B}[200~a\rq\r\u{1B}[201~".utf8)
        try terminal.drain(quietFor: .milliseconds(300))
        #expect(terminal.screen.lines.dropFirst(6) == picture.dropFirst(6))
        terminal.signal(SIGTERM)
        #expect(try terminal.waitForExit() == .exited(128 + SIGTERM))
        #expect(terminal.screen.isGivenBack)
        #expect(try store.lastSequence() == before)
        #expect(try town.isSound())
    }

    @Test("a wall whose record is not there yet says so calmly, and comes by itself to its pages")
    func comesBack() throws {
        let town = try Township()
        let kept = town.folder.file("kept.sqlite")
        try FileManager.default.moveItem(atPath: town.database, toPath: kept)
        let terminal = try wall(town)
        try terminal.waitUntil("暂时读不到数据")
        #expect(terminal.screen.find(town.database) == nil)
        try FileManager.default.moveItem(atPath: kept, toPath: town.database)
        try waitForPages(terminal)
        #expect(terminal.screen.find("暂时读不到数据") == nil)
        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test("another process's commit comes to the wall by itself")
    func news() throws {
        let town = try Township()
        let terminal = try wall(town, ["--pages", "today"])
        try waitForPages(terminal)
        let before = terminal.screen.lines
        let village = try #require(try town.cases("pending").first?.village)
        try town.run(["case", "new", "--as", "R01", "--item", "低保", "--village", village, "--applicant", "张三"])
            .require()
        try terminal.waitUntil("the new number") { $0.lines.dropFirst(6) != before.dropFirst(6) }
    }

    @Test("thousands of pages and dozens of commits later it has no more descriptors and hardly more memory")
    func long() throws {
        let town = try Township()
        let store = try CaseStore.open(at: town.database)
        let rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
        let reviewer = try #require(try store.allStaff().first { $0.role == .reviewer && $0.isActive })
        let village = try #require(try store.villages().first)
        let terminal = try wall(town)
        try waitForPages(terminal)
        func turn(_ pages: Int) throws {
            try terminal.sendRaw(String(repeating: "n", count: pages).utf8)
            try terminal.drain(quietFor: .milliseconds(300))
            terminal.keepsBytes = false
        }
        try turn(500)
        let early = Self.process(terminal.processID)
        for number in 0..<20 {
            try turn(100)
            let intake = Intake(
                kind: .agency, origin: .walkIn, item: "城乡居民养老参保", village: village,
                applicant: .init(name: "张三"), submittedAt: Instant(milliseconds: 1_795_000_000_000 + Int64(number)))
            _ = try store.register(intake, seen: nil, by: Actor(reviewer), rules: rules)
        }
        try turn(10)
        let late = Self.process(terminal.processID)
        #expect(early.descriptors > 0 && late.descriptors <= early.descriptors)
        #expect(late.memory - early.memory < 8 << 20, "\(late.memory - early.memory)")
        #expect(late.memory < 200 << 20, "\(late.memory)")
    }

    private static func process(_ id: Int32) -> (memory: Int, descriptors: Int) {
        let text = (try? String(contentsOfFile: "/proc/\(id)/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/fd").count) ?? 0
        return (pages * 4_096, descriptors)
    }
}
