import ArgumentParser
import Foundation

/// The child that does nothing once a second: what an idle program costs at least.
struct SleeperCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sleeper", shouldDisplay: false)

    func run() throws {
        print("ready")
        fflush(nil)
        while true { _ = poll(nil, 0, 1_000) }
    }
}
