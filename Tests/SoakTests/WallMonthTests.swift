import Foundation
import PseudoTerminal
import Testing

/// A wall that hangs for months. By hand: `swift run -c release soak wall --columns 238 --rows 64 --page-seconds 15`.
@Suite("A month of a wall")
struct WallMonthTests {
    @Test(
        "Memory, descriptors and the record's log do not grow in a month; a page turn and an idle minute cost few bytes"
    )
    func month() throws {
        let (status, words) = try run([])
        #expect(status == 0, "\(words)")
        #expect(words.contains("nothing has grown"))
        let turn = try #require(words.firstMatch(of: /(\d+) bytes each, (\d+) at most/))
        // A screen of 80 by 24 has 1,920 cells.
        #expect((100...6_000).contains(Int(turn.1) ?? 0), "\(words)")
        #expect((Int(turn.2) ?? .max) < 12_000, "\(words)")
        let minute = try #require(words.firstMatch(of: /idle minutes: (\d+), (\d+) bytes/))
        #expect((Int(minute.1) ?? 0) > 15_000, "\(words)")
        // By day the clock, at night one that moves.
        #expect((Int(minute.2) ?? .max) < 300, "\(words)")
    }

    @Test(
        "A wall that leaks is found out",
        arguments: [
            ("memory", "MEMORY HAS GROWN"), ("descriptors", "DESCRIPTORS HAVE GROWN"), ("log", "THE LOG HAS GROWN"),
        ])
    func leaks(_ fault: String, _ finding: String) throws {
        let (status, words) = try run(["--fault", fault])
        #expect(status == 1, "\(words)")
        #expect(words.contains(finding), "\(words)")
    }

    private func run(_ arguments: [String]) throws -> (Int32, String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try BuiltProduct.path("soak"))
        process.arguments = ["wall"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, words)
    }
}
