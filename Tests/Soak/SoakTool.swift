// Many processes work in one record, are killed in the middle of it and come again; afterwards everything that one of
// them was told to be recorded has to be there, once.
//
//     soak [--seconds 600] [--writers 8] [--seed 1] [--no-kills]
//
// Prints what was done and what was found; ends with 0 when nothing is lost and the record is whole, else with 1. With
// `--no-kills` nobody is killed, nobody reads beside them, and the notes are not synced: that measures how many actions a
// second the record takes.

import Foundation

@main
enum SoakTool {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "write":
            var writer = try SoakWriter(Array(arguments.dropFirst()))
            try writer.run()
        case "restore":
            try SoakRestore.run(Array(arguments.dropFirst()))
        case "read":
            try SoakReader(Array(arguments.dropFirst())).run()
        case "wall":
            guard let options = WallMonth.Options(Array(arguments.dropFirst())) else {
                print("usage: soak wall [--days N] [--columns N] [--rows N] [--page-seconds N] [--fault WHAT]")
                exit(64)
            }
            exit(try WallMonth.begin(options).run() ? 0 : 1)
        default:
            var options = SoakOptions()
            while let name = arguments.first {
                arguments.removeFirst()
                guard options.take(name, &arguments) else {
                    print("usage: soak [--seconds N] [--writers N] [--seed N] [--no-kills]")
                    exit(64)
                }
            }
            var run = try SoakRun(options)
            exit(try run.run() ? 0 : 1)
        }
    }
}

struct SoakOptions {
    var seconds = 600
    var writers = 8
    var seed: UInt64 = 1
    var kills = true

    /// Whether `name`, with its value at the head of `rest`, is an option.
    mutating func take(_ name: String, _ rest: inout [String]) -> Bool {
        if name == "--no-kills" {
            kills = false
            return true
        }
        guard let word = rest.first, let value = Int(word), value > 0 else { return false }
        rest.removeFirst()
        switch name {
        case "--seconds": seconds = value
        case "--writers" where value <= Moment.writers: writers = value
        case "--seed": seed = UInt64(value)
        default: return false
        }
        return true
    }
}

/// Chance that is the same for the same seed (SplitMix64, Steele and others, 2014).
struct SeededChance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
