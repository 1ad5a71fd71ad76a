// Random input: valid sequences, broken ones and noise, in any mix and cut anywhere. Each run has a seed, which a failure
// names. With DAIBAN_NIGHTLY=1 in the environment there are many more.

import Testing

@testable import TerminalKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Random input")
struct InputFuzzTests {
    private static let seeds: Range<UInt64> = getenv("DAIBAN_NIGHTLY") == nil ? 0..<2_000 : 0..<400_000

    @Test("cut anywhere, the same bytes give the same events and answers, of bounded memory")
    func cutAnywhere() {
        for seed in Self.seeds {
            var generator = SeededGenerator(seed: seed)
            let bytes = InputMix.mixed(using: &generator)
            var whole = InputParser()
            let expected = whole.take(bytes)
            var single = InputParser()
            var portions = InputParser()
            var ofSingle = InputParser.Arrivals()
            var ofPortions = InputParser.Arrivals()
            var most = 0
            for byte in bytes {
                ofSingle.add(single.take(CollectionOfOne(byte)))
                most = max(most, single.sequence.count)
            }
            #expect(most <= InputParser.sequenceLimit + 1, "seed \(seed)")
            var rest = bytes[...]
            while !rest.isEmpty {
                let portion = rest.prefix(Int.random(in: 1...9, using: &generator))
                ofPortions.add(portions.take(portion))
                rest = rest.dropFirst(portion.count)
            }
            #expect(ofSingle.isSame(as: expected), "seed \(seed), byte by byte")
            #expect(ofPortions.isSame(as: expected), "seed \(seed), in portions")
            #expect(single.state == whole.state && portions.state == whole.state, "seed \(seed)")
        }
    }

    @Test("after any noise and a quiet moment, what is typed arrives in full")
    func losesNothing() {
        let typed = "q中𠮷 é9~;[OR"
        let keys = typed.map { InputEvent.key(KeyPress(.character($0))) }
        for seed in Self.seeds {
            var generator = SeededGenerator(seed: seed)
            var parser = InputParser()
            _ = parser.take(InputMix.mixed(using: &generator))
            var moments = 0
            while parser.patience != .endless, moments < 5 {
                _ = parser.flush()
                moments += 1
            }
            #expect(moments <= 2, "seed \(seed)")
            #expect(parser.feed(typed.utf8) == keys, "seed \(seed)")
        }
    }

    @Test("answers are never keys, whatever part of them comes late, and keys between them are all there")
    func repliesAreNoKeys() {
        for seed in Self.seeds {
            var generator = SeededGenerator(seed: seed)
            var parser = InputParser()
            var arrivals = InputParser.Arrivals()
            var typed: [InputEvent] = []
            for _ in 0..<6 {
                let reply = InputMix.reply(using: &generator)
                // Not within the first two bytes, which may be Alt with a character.
                let cut = Int.random(in: 3...reply.count, using: &generator)
                arrivals.add(parser.take(reply[..<cut]))
                arrivals.events += parser.flush()
                arrivals.add(parser.take(reply[cut...]))
                guard Bool.random(using: &generator) else { continue }
                arrivals.add(parser.take("代".utf8))
                typed.append(.key(KeyPress(.character("代"))))
            }
            #expect(arrivals.events == typed, "seed \(seed)")
        }
    }
}

extension InputParser.Arrivals {
    mutating func add(_ more: InputParser.Arrivals) {
        events += more.events
        replies += more.replies
    }

    func isSame(as other: InputParser.Arrivals) -> Bool { events == other.events && replies == other.replies }
}

/// Makes input of all kinds.
enum InputMix {
    static func mixed(using generator: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...16, using: &generator) {
            var piece = piece(using: &generator)
            if Int.random(in: 0..<4, using: &generator) == 0 {
                piece.removeLast(Int.random(in: 0..<piece.count, using: &generator))
            }
            if Int.random(in: 0..<8, using: &generator) == 0, !piece.isEmpty {
                piece[Int.random(in: 0..<piece.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            bytes += piece
        }
        return bytes
    }

    static func reply(using generator: inout SeededGenerator) -> [UInt8] {
        let number = Int.random(in: 0...3_000, using: &generator)
        let row = Int.random(in: 2...300, using: &generator)
        let replies = [
            "\u{1B}[?62;\(number)c", "\u{1B}[>\(number);1;0c", "\u{1B}P>|XTerm(\(number))\u{1B}\\",
            "\u{1B}[\(row);\(number)R", "\u{1B}[?\(number);2$y", "\u{1B}[?\(number)u",
            "\u{1B}]11;rgb:\(number)/0000/0000\u{7}", "\u{1B}P1+r544e=\(number)\u{1B}\\", "\u{1B}[?997;1n",
        ]
        return Array((replies.randomElement(using: &generator) ?? "").utf8)
    }

    private static func piece(using generator: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0:
            let table = KeyTable.all.randomElement(using: &generator) ?? .plain
            return Array((table.keys.randomElement(using: &generator)?.bytes ?? "a").utf8)
        case 1: return reply(using: &generator)
        case 2: return Array("代办 ok 𠮷".utf8)
        case 3: return Array("\u{1B}[<\(Int.random(in: 0...130, using: &generator));3;4M".utf8)
        case 4: return Array("\u{1B}[200~第一行\r\u{1B}[A\u{1B}[201\u{1B}[201~".utf8)
        case 5:
            return (0..<Int.random(in: 1...9, using: &generator)).map { _ in .random(in: 0...255, using: &generator) }
        case 6:
            let introducer = ["[", "]", "P", "O"].randomElement(using: &generator) ?? "["
            return Array(("\u{1B}" + introducer + String(repeating: "1;", count: 200) + "A").utf8)
        default:
            let likely = Array("\u{1B}\u{1B}\u{1B}[[O]P_<>?=;:0123456789~MmAR$^@u \u{7}\\\u{18}".utf8)
            return (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                likely.randomElement(using: &generator) ?? 0
            }
        }
    }
}
