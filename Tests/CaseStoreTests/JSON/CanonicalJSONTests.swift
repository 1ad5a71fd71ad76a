import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Canonical JSON")
struct CanonicalJSONTests {
    /// What Foundation writes: records of before were spelt by it.
    private func foundation(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func agree<Value: Codable & Equatable>(_ value: Value) throws {
        let text = try CanonicalJSON.text(value)
        #expect(text == (try foundation(value)))
        #expect(try CanonicalJSON.value(Value.self, from: text) == value)
    }

    @Test("Everything that an office writes is spelt as Foundation spells it, and reads back")
    func offices() throws {
        let office = try Office()
        let value = try office.inReview("张三\n\"引号\"\\斜/杠")
        try agree(value)
        for trace in try office.store.detail(of: value.id)!.trace {
            if case .registered(let registration) = trace.event { try agree(registration) }
            if case .accepted(let acceptance) = trace.event { try agree(acceptance) }
        }
        try agree(office.zhou)
        try agree(StaffRecord(member: office.zhou))
        for entry in try office.bodies() {
            let fact = try JournalFact(subjectKind: entry.0, kind: entry.1, body: entry.2, sequence: 1)
            #expect(try fact.body() == entry.2)
        }
    }

    struct Shapes: Codable, Equatable {
        enum Choice: Codable, Equatable {
            case plain
            case carrying(zebra: Int, apple: String?)
            case unlabelled([Int], Bool)
        }

        var zebra: [String: [Int64]]
        var apple: Choice
        var capital: [Choice]
        var empty: [Int]
        var nothing: String?
        var nested: [[String?]]
        var small: Int8
        var large: UInt64
    }

    @Test("Nested containers, dictionaries, nulls and the ends of the integers")
    func shapes() throws {
        for choice in [
            Shapes.Choice.plain, .carrying(zebra: -1, apple: nil), .carrying(zebra: .min, apple: "a"),
            .unlabelled([], true), .unlabelled([1, 2, 3], false),
        ] {
            try agree(
                Shapes(
                    zebra: ["b": [1], "a": [.max, .min], "": []], apple: choice, capital: [choice, .plain, choice],
                    empty: [], nested: [["x", nil], []], small: -128, large: .max))
        }
    }

    @Test("Every control character, quotes, other planes: as Foundation")
    func texts() throws {
        let controls = String(String.UnicodeScalarView((0..<0x80).map { Unicode.Scalar(UInt8($0)) }))
        for text in [controls, "", "é", "e\u{301}", "𠮷野家👨‍👩‍👧", "\u{2028}\u{2029}\u{FEFF}\u{202E}", "/\\/"] {
            try agree([text])
            try agree([text: text])
        }
        #expect(try CanonicalJSON.value([String].self, from: #"["\u0041\ud842\udfb7\/\b\f"]"#) == ["A𠮷/\u{8}\u{C}"])
    }

    @Test(
        "What is not JSON, or not what was asked for, is an error and never a crash",
        arguments: [
            "", " ", "[", "[1", "[1,]", "[1 2]", "{}", "[\"a\"]", "[1.5]", "[1e3]", "[01]", "[-]", "[+1]", "[1]x",
            "[9223372036854775808]", "[-9223372036854775809]", "[null]", "[true]", "[nul]", "[\"\u{1}\"]", "[\"\\x\"]",
            "[\"\\u12\"]", "[\"", "[\"\\", String(repeating: "[", count: 100_000),
        ])
    func refused(_ text: String) {
        #expect(throws: (any Error).self) { try CanonicalJSON.value([Int64].self, from: text) }
    }

    @Test("Any bytes at all are an error or a value")
    func anyBytes() throws {
        let office = try Office()
        let whole = Array(try CanonicalJSON.text(try office.inReview()).utf8)
        var chance = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            var bytes =
                whole.prefix(Int.random(in: 0...whole.count, using: &chance)) + whole.suffix(Int.random(in: 0...40))
            for _ in 0..<3 where !bytes.isEmpty {
                bytes[Int.random(in: bytes.indices, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            Array(bytes).withUnsafeBufferPointer { bytes in
                _ = try? CanonicalJSON.value(Case.self, fromUTF8: bytes)
            }
        }
    }

    @Test("Fractions are refused: the record holds whole numbers only")
    func fractions() {
        #expect(throws: EncodingError.self) { try CanonicalJSON.text([1.5]) }
    }
}

extension Office {
    /// Subject kind, kind and body of every entry.
    fileprivate func bodies() throws -> [(String, String, String)] {
        try store.read { database in
            try Row.fetchAll(database, sql: "SELECT subject_kind, kind, body FROM journal").map {
                ($0[0], $0[1], $0[2])
            }
        }
    }
}
