import Casework
import Foundation
import Testing

@Suite("The table of clauses") struct ClauseTests {
    @Test("Every clause of the five documents stands in it once, with its document, place and words")
    func whole() throws {
        let table = try Clause.table()
        let counts: [(letter: Character, numbers: ClosedRange<Int>, document: String)] = [
            ("W", 2...23, "武政管办〔2022〕36号 第"), ("N", 1...15, "内放办〔2022〕3号 "), ("J", 1...21, "建政发〔2022〕33号 "),
            ("P", 1...14, "平政办发〔2024〕14号 "), ("S", 1...13, "《关于加强村级民事代办制度建设的指导意见（征求意见稿）》 "),
        ]
        #expect(table.map(\.id) == counts.flatMap { part in part.numbers.map { "\(part.letter)\($0)" } })
        for clause in table {
            let document = counts.first { $0.letter == clause.id.first }?.document
            #expect(clause.article.hasPrefix(document ?? "?"), "\(clause.id): \(clause.article)")
            #expect(!clause.places.isEmpty && !clause.duty.chinese.isEmpty, "\(clause.id)")
            #expect(clause.duty.english.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(clause.id)")
        }
    }

    @Test("Every place that a clause points to is there")
    func places() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
        for clause in try Clause.table() {
            for place in clause.places {
                let path = sources.appendingPathComponent(place).path
                #expect(FileManager.default.fileExists(atPath: path), "\(clause.id): \(place)")
            }
        }
    }

    @Test("Every setting that a clause names is one of every rulebook", arguments: Rulebook.embeddedNames)
    func settings(name: String) throws {
        let rulebook = try Rulebook.embedded(name)
        for clause in try Clause.table() {
            for path in clause.settings {
                #expect(!rulebook.entries(under: path).isEmpty, "\(clause.id): \(path)")
            }
            #expect(clause.settings.isEmpty == clause.entries(in: rulebook).isEmpty, "\(clause.id)")
        }
    }

    @Test("Every heading of a rulebook settles a clause")
    func headings() throws {
        let paths = try Clause.table().flatMap(\.settings)
        let rulebook = try Rulebook.embedded("standard")
        for section in Set(rulebook.entries.map(\.section)) {
            #expect(
                paths.contains { section == $0 || section.hasPrefix("\($0).") || $0.hasPrefix("\(section).") },
                "\(section)")
        }
    }

    @Test(
        "A table with a wrong line is refused with its number",
        arguments: [
            ("ids\tclause\tplace\tsettings\tzh\ten", 1), ("W1\ta\tb\tc\td", 2), ("W01\ta\tb\t\td\te", 2),
            ("w1\ta\tb\t\td\te", 2), ("W123\ta\tb\t\td\te", 2), ("W1\ta\t \t\td\te", 2),
            ("W1\ta\tb\t\td\te\nW1\ta\tb\t\td\te", 3),
        ])
    func wrong(rows: String, line: Int) {
        let heading = "id\tclause\tplace\tsettings\tzh\ten\n"
        do {
            _ = try Clause.table(tsv: line == 1 ? rows : heading + rows, source: "c.tsv")
            Issue.record("taken: \(rows)")
        } catch {
            #expect(error.line == line && error.source == "c.tsv")
        }
    }

    @Test func whatFindingsAndSheetsCiteIsInTheTable() throws {
        let articles = Dictionary(uniqueKeysWithValues: try Clause.table().map { ($0.id, $0.article) })
        for source in RuleSource.allCases { #expect(source.article == articles[source.rawValue], "\(source)") }
    }
}
