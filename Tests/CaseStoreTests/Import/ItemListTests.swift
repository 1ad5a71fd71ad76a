import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Files of service items")
struct ItemListTests {
    private static let header = ItemField.allCases.map(\.rawValue).joined(separator: ",")

    private func list(_ text: String, bytes: [UInt8] = []) throws -> ItemList {
        try ItemList(bytes: bytes + Array(text.utf8), source: "items.csv")
    }

    private func faults(_ text: String, bytes: [UInt8] = []) -> [ItemListError.Fault] {
        do throws(ItemListError) {
            _ = try ItemList(bytes: bytes + Array(text.utf8), source: "items.csv")
            return []
        } catch {
            return error.faults
        }
    }

    private func row(_ cells: [ItemField: String]) -> String {
        let least: [ItemField: String] = [
            .code: "A", .version: "1", .level: "village", .name: "甲", .kind: "promised", .area: "bills",
        ]
        let all = least.merging(cells) { $1 }
        return ItemField.allCases.map { CSVCell.quoted(all[$0] ?? "") }.joined(separator: ",")
    }

    private static let hostile = [
        "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "'单引号", "''两个", "＝1+1", "－1", "引号\"在\"中间", "逗号,分开",
        "e\u{301}\"\u{301}", "'=1",
    ]

    @Test("Export and import give the same bytes, whatever begins a cell")
    func roundTrip() throws {
        let items = Self.hostile.enumerated().map { index, text in
            ServiceItem(
                code: "H\(index)", name: text, level: .village, kind: .promised, area: .other(text), department: text,
                legalLimit: text, condition: text + "\n" + text, materials: [.init(name: text)],
                guide: .init(time: text, filling: text, sample: text),
                stages: [.init(stage: .handling, name: text, days: 2)], legalBasis: text, source: text)
        }
        let bytes = ItemList.csv(items)
        let back = try ItemList(bytes: bytes, source: "items.csv").items
        #expect(back == items)
        #expect(ItemList.csv(back) == bytes)
    }

    @Test("Any text goes through a cell and comes out with the same bytes")
    func anyText() throws {
        let scalars = Array("'=+-@,\"\n\t |\\;甲＝é".unicodeScalars) + ["\u{301}", "\u{FE0F}", "\u{1F600}", "\u{FEFF}"]
        var state: UInt64 = 20_261_120
        func next(_ limit: Int) -> Int {
            // Knuth's MMIX constants: the same texts in every run.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<5_000 {
            var view = String.UnicodeScalarView()
            for _ in 0..<next(8) { view.append(scalars[next(scalars.count)]) }
            let text = String(view)
            var rest = Array(("x," + CSVCell.quoted(CSVCell.sealed(text)) + ",y\n").utf8)
            var reader = CSVReader {
                defer { rest = [] }
                return rest
            }
            guard case .record(let record) = try reader.next(), record.fields.count == 3 else {
                Issue.record("\(text.debugDescription)")
                continue
            }
            #expect(Array(CSVCell.opened(record.fields[1]).utf8) == Array(text.utf8), "\(text.debugDescription)")
        }
    }

    @Test("No cell of an exported file begins like a formula")
    func formulas() throws {
        for text in Self.hostile + ["\tx", "\rx", "\nx"] {
            let sealed = CSVCell.sealed(text)
            let first = try #require(sealed.unicodeScalars.first)
            #expect(!"=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first), "\(sealed)")
            #expect(CSVCell.opened(sealed) == text)
        }
        // What a person wrote with an apostrophe of its own stays.
        #expect(CSVCell.opened("'twas") == "'twas")
        #expect(CSVCell.opened("'") == "'")
    }

    @Test("A byte order mark is no part of the first column, and can be written")
    func mark() throws {
        let items = try list(Self.header + "\n" + row([:]) + "\n", bytes: [0xEF, 0xBB, 0xBF]).items
        #expect(items.map(\.code) == ["A"])
        let marked = ItemList.csv(items, marked: true)
        #expect(Array(marked.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(try ItemList(bytes: marked, source: "items.csv").items == items)
    }

    @Test("Columns may stand in any order, lines may end as Windows ends them")
    func order() throws {
        let columns = Array(ItemField.allCases.reversed())
        let item = ServiceItemFixture.full
        let text =
            columns.map(\.rawValue).joined(separator: ",") + "\r\n"
            + columns.map { CSVCell.quoted(CSVCell.sealed(item.cell($0))) }.joined(separator: ",") + "\r\n"
        #expect(try list(text).items == [item])
    }

    @Test("Every fault is told with its row and column")
    func placed() {
        let text = [
            Self.header, row([.code: "A"]), row([.code: "B", .name: "乙", .kind: "fast"]),
            row([.code: "C", .condition: "一\n二", .name: "丙", .promisedDays: "x"]),
            row([.code: "A", .name: "丁"]),
        ].joined(separator: "\n")
        let faults = faults(text)
        #expect(faults.map(\.row) == [3, 4, 5])
        #expect(faults.map(\.line) == [3, 4, 6])
        #expect(faults.map(\.column) == ["kind", "promised_days", "code"])
        #expect(
            faults.first?.problem
                == .refused(.value(.kind, "fast", expected: ["instant", "promised", "forwarded", "major"])))
        #expect(faults.last?.problem == .doubledCode("A", row: 2))
    }

    @Test("A header that lacks columns, or has unknown or doubled ones, is refused as a whole")
    func headers() {
        #expect(faults("") == [.init(problem: .empty)])
        let names = ItemField.allCases.map(\.rawValue)
        let short = names.dropLast(2).joined(separator: ",")
        #expect(faults(short + "\n") == [.init(row: 1, line: 1, problem: .missingColumns(["source", "assumed"]))])
        #expect(
            faults(Self.header + ",colour\n") == [
                .init(row: 1, line: 1, column: "colour", problem: .unknownColumn(allowed: names))
            ])
        #expect(
            faults(Self.header + ",kind\n") == [.init(row: 1, line: 1, column: "kind", problem: .doubledColumn)])
    }

    @Test("What is no CSV is told with its place")
    func malformed() {
        let short = faults(Self.header + "\nA,1\n")
        #expect(short.map(\.row) == [2])
        #expect(short.map(\.problem) == [.notCSV(.fieldCount(found: 2, expected: ItemField.allCases.count))])
        #expect(faults(Self.header + "\n\"A").map(\.problem) == [.notCSV(.unclosedQuote)])
        let bad = faults(
            "", bytes: Array((Self.header + "\n" + row([.name: "甲"])).utf8).map { $0 == 0xE7 ? 0xFF : $0 })
        #expect(bad.map(\.problem) == [.notCSV(.invalidUTF8)])
        #expect(bad.map(\.column) == ["name"])
    }

    @Test("Not more faults are told than somebody would read")
    func limit() {
        let rows = (0..<50).map { row([.code: "A\($0)", .kind: "fast"]) }
        #expect(faults(([Self.header] + rows).joined(separator: "\n")).count == ItemListError.faultLimit)
    }

    @Test("A file that is not there is told by its name")
    func missing() {
        #expect(throws: ItemListError.self) { try ItemList(file: "/nonexistent/items.csv") }
    }

    @Test("P5: the start list has items at every level, each with its source, written as the program writes lists")
    func startList() throws {
        let list = try ItemList.start()
        #expect((60...160).contains(list.items.count))
        for level in ItemLevel.allCases { #expect(list.items.count { $0.level == level } >= 20) }
        #expect(list.items.allSatisfy { $0.source?.isEmpty == false })
        #expect(Set(list.items.map(\.name)).count == list.items.count)
        #expect(ItemList.csv(list.items) == StartItems.csv)
        // Nothing of how it was gathered.
        #expect(!String(decoding: StartItems.csv, as: UTF8.self).contains("search corpus"))
    }

    @Test("J19: the start list has items in each of the ten content areas")
    func startAreas() throws {
        let areas = Set(try ItemList.start().items.map(\.area))
        for area in ContentArea.ten { #expect(areas.contains(area), "\(area)") }
    }
}

/// An item with every field.
enum ServiceItemFixture {
    static let full = ServiceItem(
        code: "Z-MZ-01", name: "高龄津贴申领", level: .township, kind: .promised, area: .named(.relief),
        department: "乡镇民政窗口", promisedDays: 5, promise: "公示另计", legalLimit: "一个月", condition: "年满80周岁",
        materials: [.init(name: "身份证", form: .both)],
        guide: .init(time: "周一至周五", filling: "用黑色笔", sample: "见背面"),
        stages: [.init(stage: .handling, name: "审核", days: 2)], legalBasis: "某办法 第三条",
        fee: .init(fen: 505, basis: "工本费标准"), source: "某网站（2024年）", assumed: [.kind])
}
