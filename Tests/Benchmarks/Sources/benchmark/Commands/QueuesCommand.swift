import ArgumentParser
import Foundation

struct QueuesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queues", abstract: "Panes of the desk over a large office, in process.")

    @OptionGroup var options: LargeOfficeOptions

    func run() throws { try options.finish(try QueuesBenchmark(office: options.office()).run()) }
}

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Searching and filtering in a large office, in process.")

    @OptionGroup var options: LargeOfficeOptions

    func run() throws { try options.finish(try SearchBenchmark(office: options.office()).run()) }
}

/// How large, and where it is kept.
struct LargeOfficeOptions: ParsableArguments {
    @Option(name: .long, help: "How many cases: 1000000 take half an hour and 4 GB at the first run.")
    var cases = 100_000

    @Option(name: .long, help: "A record that there is, such as `daiban county` makes it.")
    var database: String?

    @Option(name: .long, help: "Where the offices are kept; otherwise daiban-benchmarks in the temporary folder.")
    var folder: String?

    @Flag(name: .long, help: "End with 0 even when a target is missed.")
    var reportOnly = false

    func office() throws -> LargeOffice {
        if let database { return try LargeOffice(path: database) }
        let folder = folder ?? FileManager.default.temporaryDirectory.path + "/daiban-benchmarks"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return try LargeOffice(cases: cases, folder: folder)
    }

    func finish(_ report: Report) throws {
        report.print()
        if report.hasMissed, !reportOnly { throw ExitCode(1) }
    }
}
