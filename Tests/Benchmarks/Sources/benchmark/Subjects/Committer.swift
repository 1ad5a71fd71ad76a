import Foundation

/// The other process: this executable again, which commits to the record (``CommitterCommand``) while it is measured.
final class Committer {
    /// One commit: when the call began and when it returned.
    struct Commit {
        var began: Int64
        var returned: Int64
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var pending = ""

    /// - Parameter rate: commits a second; nil to commit whenever ``commit()`` asks.
    init(database: String, rate: Int?) throws {
        process.executableURL = URL(fileURLWithPath: Workbench.ownPath)
        process.arguments =
            ["committer", "--database", database] + (rate.map { ["--rate", String($0)] } ?? [])
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        _ = try line()  // it has opened the record
    }

    deinit { _ = stop() }

    func ask() {
        input.fileHandleForWriting.write(Data([0x0A]))
    }

    /// The answer to ``ask()``.
    func answer() throws(BenchmarkError) -> Commit {
        let text = try line()
        let numbers = text.split(separator: " ").compactMap { Int64($0) }
        guard numbers.count == 2 else { throw .township("the committer said: \(text)") }
        return Commit(began: numbers[0], returned: numbers[1])
    }

    /// Ends it; how many commits it has made at its own rate.
    func stop() -> Int {
        guard process.isRunning else { return 0 }
        try? input.fileHandleForWriting.close()
        let count = (try? line()).flatMap { Int($0) } ?? 0
        process.waitUntilExit()
        return count
    }

    private func line() throws(BenchmarkError) -> String {
        while true {
            if let end = pending.firstIndex(of: "\n") {
                defer { pending.removeSubrange(...end) }
                return String(pending[..<end])
            }
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw .township("the committer has ended") }
            pending += String(decoding: data, as: UTF8.self)
        }
    }
}
