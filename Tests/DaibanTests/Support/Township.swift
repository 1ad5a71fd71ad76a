import Foundation
import PseudoTerminal
import Synchronization
import Testing

/// A made-up township in a database of its own, and the command line of a second person who works on it.
///
/// The township is made once a run by `daiban demo` without a terminal, and copied for each test.
final class Township: Sendable {
    let folder: Folder
    let database: String

    init() throws {
        folder = try Folder()
        database = folder.file("township.sqlite")
        let template = try Self.template.get()
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: template + suffix) {
            try FileManager.default.copyItem(atPath: template + suffix, toPath: database + suffix)
        }
    }

    /// An empty centre with reviewer R01, made by `daiban init`.
    init(centre: String, prefix: String) throws {
        folder = try Folder()
        database = folder.file("centre.sqlite")
        try run(["init", "--centre", centre, "--prefix", prefix]).require()
    }

    private static let template = Result<String, any Error> {
        let path = FileManager.default.temporaryDirectory.path + "/daiban-township-\(getpid()).sqlite"
        templatePath.withLock { $0 = path }
        atexit { Township.removeTemplate() }
        let made = try Daiban.run(["demo", "--database", path, "--cases", "50", "--seed", "7"])
        try made.require()
        return path
    }

    private static let templatePath = Mutex("")

    private static func removeTemplate() {
        let path = templatePath.withLock { $0 }
        for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    }

    // MARK: The second person's command line

    /// Runs a subcommand on this database.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Child.Outcome {
        try Daiban.run(arguments + ["--database", database], environment: environment, in: folder.path)
    }

    /// Does something to a case in a process of its own, as R02 unless said otherwise.
    @discardableResult
    func act(
        _ action: String, _ number: String, as person: String = "R02", _ options: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ShownCase {
        let outcome = try run([action, number, "--as", person, "--json"] + options)
        try outcome.require(sourceLocation: sourceLocation)
        return try outcome.decoded()
    }

    /// The cases in a state, such as `in-review`.
    func cases(_ state: String, containing text: String? = nil) throws -> [ListedCase] {
        let filter = text.map { ["--text", $0] } ?? []
        let outcome = try run(["case", "list", "--state", state, "--limit", "1000", "--json"] + filter)
        try outcome.require()
        return try outcome.decoded()
    }

    func show(_ number: String) throws -> ShownCase {
        let outcome = try run(["case", "show", number, "--json"])
        try outcome.require()
        return try outcome.decoded()
    }

    /// Whether the record and what follows from it agree.
    func isSound() throws -> Bool {
        try run(["verify", "--json"]).decoded(VerifySummary.self).sound
    }
}
