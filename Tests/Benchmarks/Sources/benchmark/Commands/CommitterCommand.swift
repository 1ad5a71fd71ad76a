import ArgumentParser
import Foundation

/// The child that commits, at a rate of its own or when told, until its standard input ends.
struct CommitterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "committer", shouldDisplay: false)

    @Option var database: String
    /// Commits a second; without it, one for each byte on standard input.
    @Option var rate: Int?

    func run() throws {
        var shuttle = try Shuttle(database: database)
        say("ready")
        if let rate {
            try commit(&shuttle, rate: rate)
        } else {
            try answer(&shuttle)
        }
    }

    private func commit(_ shuttle: inout Shuttle, rate: Int) throws {
        let step = Int64(1_000_000_000 / rate)
        var due = Stopwatch.now()
        var count = 0
        while true {
            due += step
            var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
            if poll(&input, 1, Int32(clamping: max(0, (due - Stopwatch.now()) / 1_000_000))) != 0 { break }
            try shuttle.commit()
            count += 1
        }
        say(String(count))
    }

    private func answer(_ shuttle: inout Shuttle) throws {
        var byte: UInt8 = 0
        while read(0, &byte, 1) == 1 {
            let start = Stopwatch.now()
            try shuttle.commit()
            say("\(start) \(Stopwatch.now())")
        }
    }

    private func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(1, bytes, bytes.count)
    }
}
