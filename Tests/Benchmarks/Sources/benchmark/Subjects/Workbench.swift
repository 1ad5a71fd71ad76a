import CaseStore
import Casework
import Foundation
import TownSimulator

/// What is measured and on what: the program, the township, and the environment in which the program is started.
struct Workbench {
    let program: String
    let folder: String
    let cases: Int

    /// Nothing of the person's own gets in, and no configuration is found.
    var environment: [String: String] {
        [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "LANG": "zh_CN.UTF-8", "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        ]
    }

    /// What a desk shows last of its first frame, in Chinese: that its data is live, at the end of the footer.
    static let endOfFirstFrame = "实时"
    /// The mark of the selected row, which only a key moves.
    static let selectionMark = "▶"

    private static let seed: UInt64 = 20_261_120

    init(_ options: CommonOptions) throws(BenchmarkError) {
        let beside = Self.ownPath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/daiban"
        program = options.daiban ?? beside
        guard access(program, X_OK) == 0 else { throw .missing(program, hint: "name it with --daiban") }
        folder = options.folder ?? FileManager.default.temporaryDirectory.path + "/daiban-benchmarks"
        cases = options.cases
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .township("cannot make \(folder): \(error)")
        }
    }

    /// This executable, which also plays the other processes.
    static var ownPath: String { Bundle.main.executablePath ?? CommandLine.arguments.first ?? "" }

    /// The township, made when it is not there yet.
    func database() throws(BenchmarkError) -> String {
        let path = "\(folder)/township-\(cases).sqlite"
        guard access(path, F_OK) != 0 else { return path }
        Progress.tell("making a township of \(cases) cases in \(path)")
        let draft = path + ".draft"
        for suffix in ["", "-wal", "-shm"] { unlink(draft + suffix) }
        do {
            try found(at: draft)
        } catch {
            throw .township("\(error)")
        }
        guard rename(draft, path) == 0 else { throw .system(call: "rename", errno: errno) }
        return path
    }

    private func found(at path: String) throws {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let now = Instant(milliseconds: Int64(time.tv_sec) * 1_000)
        let rules = try Self.rules()
        let opening = TownFounder.opening(history: cases, now: now)
        let store = try CaseStore.create(at: path, centre: Township.yunxi.centre, now: opening)
        try TownFounder.found(in: store, seed: Self.seed, now: now, history: cases, rules: rules)
    }

    static func rules() throws(ConfigurationError) -> Rules {
        Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
    }

    /// Gives `body` a copy of the township that may be written to, and removes it.
    func withCopy<Result>(_ body: (String) throws -> Result) throws -> Result {
        let original = try database()
        let copy = original + ".copy"
        let remove = { for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) } }
        remove()
        defer { remove() }
        for suffix in ["", "-wal"] where access(original + suffix, F_OK) == 0 {
            try FileManager.default.copyItem(atPath: original + suffix, toPath: copy + suffix)
        }
        return try body(copy)
    }

    func deskArguments(_ database: String) -> [String] {
        ["desk", "--database", database, "--as", TownFounder.reviewerNumber]
    }

    /// A desk that has painted its first frame.
    func openDesk(_ database: String) throws(BenchmarkError) -> TimedTerminal {
        let desk = try TimedTerminal(program, deskArguments(database), environment: environment)
        try desk.wait(for: Self.endOfFirstFrame)
        return desk
    }

    /// Leaves a desk as a person does, so that it closes its database.
    func close(_ desk: TimedTerminal) throws(BenchmarkError) {
        try desk.write(Array("q".utf8))
        _ = try desk.waitForHangUp()
        desk.end()
    }
}
