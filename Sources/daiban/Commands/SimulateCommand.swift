import ArgumentParser
import CaseStore
import Casework
import Foundation
import TownSimulator

/// `daiban simulate`: the second process of the demo. Things keep happening until standard input ends.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: Words.helpText(.abstract(.simulate)), shouldDisplay: false)

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.optionSeed))
    var seed: UInt64 = 1

    @Option(name: .long, help: Words.help(.optionPace))
    var pace: Double = 1

    func validate() throws {
        guard pace > 0, pace <= 1_000 else { throw ValidationError(.range("--pace", least: "0.001", most: "1000")) }
    }

    func run() throws {
        let configuration = try options.configuration()
        let workplace = try Workplace(ofDemo: configuration, at: configuration.database)
        var life = TownLife(store: workplace.store, rules: workplace.rules, seed: seed)
        while true {
            let pause = max(1, Int(Double(life.pause()) / pace))
            var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
            // Nothing is ever written to the pipe: readable means that the desk is gone.
            if poll(&input, 1, Int32(clamping: pause)) != 0 { return }
            _ = try life.step(at: SystemClock.now())
        }
    }
}
