import CaseStore
import Casework
import Foundation
import TerminalKit

/// A sheet as a table for spreadsheet programs: a byte order mark, lines that end with CR LF, numbers as they are, and every
/// text sealed that such a program would run or change.
///
/// Days, months and moments stand as they are, too: this program has written them and they begin no formula, and what a
/// spreadsheet program makes of them, its own day of the same value, is what they mean. An apostrophe before them would be
/// shown in the cell, and other programs would read no date any more.
public enum SheetCSV {
    public static func text(_ sheet: Sheet, _ wording: SheetWording) -> String {
        var lines = [sheet.columns.map { quoted(wording.word(.column($0))) }]
        lines += (sheet.rows.map(\.cells) + (sheet.sums.map { [$0] } ?? [])).map { cells in
            cells.map { cell in
                switch cell.value {
                case .count, .money, .date, .instant, .month: wording.text(cell.value)
                case .none, .text, .term, .list:
                    quoted(SpreadsheetCell.sealed(wording.text(cell.value)))
                }
            }
        }
        return "\u{FEFF}" + lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

/// A sheet for other programs: keys that do not change with the language, money in fen.
public enum SheetJSON {
    public static func text(_ sheet: Sheet, _ wording: SheetWording) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Shown(sheet, wording)), as: UTF8.self)
    }

    private struct Shown: Encodable {
        var kind: String
        var title: String
        var centre: String
        var period: String
        var from: String
        var to: String
        var village: String?
        var isFixed: Bool
        var asOf: String?
        var columns: [ShownColumn]
        var rows: [ShownRow]
        var sums: [String: Cell]?
        var notes: [String]
        var signatures: [ShownSignature]

        init(_ sheet: Sheet, _ wording: SheetWording) {
            kind = sheet.kind.rawValue
            title = wording.title(sheet)
            centre = sheet.centre
            period = "\(sheet.period)"
            from = "\(sheet.period.firstDay)"
            to = "\(sheet.period.lastDay)"
            village = sheet.village
            switch sheet.standing {
            case .fixed: isFixed = true
            case .running(let at):
                isFixed = false
                asOf = at.iso8601(wording.offset)
            }
            columns = sheet.columns.map {
                ShownColumn(id: $0.rawValue, title: wording.word(.column($0)), unit: $0.isMoney ? "fen" : nil)
            }
            func cells(_ cells: [SheetCell]) -> [String: Cell] {
                Dictionary(
                    zip(sheet.columns, cells).map { ($0.rawValue, Cell($1, wording)) }, uniquingKeysWith: { $1 })
            }
            rows = sheet.rows.map { ShownRow(key: $0.key, cells: cells($0.cells)) }
            sums = sheet.sums.map(cells)
            notes = sheet.notes.map { wording.note($0) }
            signatures = sheet.signatures.map {
                ShownSignature(role: wording.text(.term($0.role)), name: $0.name, on: $0.on.map { "\($0)" })
            }
        }
    }

    private struct ShownColumn: Encodable {
        var id: String
        var title: String
        var unit: String?
    }

    private struct ShownRow: Encodable {
        var key: String
        var cells: [String: Cell]
    }

    private struct ShownSignature: Encodable {
        var role: String
        var name: String?
        var on: String?
    }

    private enum Cell: Encodable {
        case none
        case number(Int)
        case text(String)

        init(_ cell: SheetCell, _ wording: SheetWording) {
            switch cell.value {
            case .none: self = .none
            case .count(let number), .money(let number): self = .number(number)
            case .text, .term, .date, .instant, .month, .list: self = .text(wording.text(cell.value))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .none: try container.encodeNil()
            case .number(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            }
        }
    }
}

/// A sheet as one page of HTML that takes nothing from elsewhere: for A4, upright or lying as the columns need it, with the
/// headings on every page and rows that are not torn.
public enum SheetHTML {
    public static func text(_ sheet: Sheet, _ wording: SheetWording) -> String {
        let language = wording.language == .chinese ? "zh-CN" : "en"
        let orientation = sheet.columns.count > 8 ? "landscape" : "portrait"
        let title = escaped(wording.title(sheet))
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"\(language)\">", "<head>", "<meta charset=\"utf-8\">",
            "<title>\(title)</title>", "<style>", "@page { size: A4 \(orientation); margin: 15mm; }", Self.style,
            "</style>",
            "</head>", "<body>", "<h1>\(title)</h1>", "<p class=\"about\">\(escaped(wording.subtitle(sheet)))</p>",
            "<table>", "<thead>", "<tr>",
        ]
        lines += sheet.columns.map { column in
            "<th scope=\"col\"\(numberClass(column))>\(escaped(wording.word(.column(column))))</th>"
        }
        lines += ["</tr>", "</thead>", "<tbody>"]
        if sheet.rows.isEmpty {
            lines.append("<tr><td colspan=\"\(sheet.columns.count)\">\(escaped(wording.word(.empty)))</td></tr>")
        }
        lines += sheet.rows.map { row(sheet.columns, $0.cells, wording, "") }
        if !sheet.rows.isEmpty, let sums = sheet.sums {
            lines.append(row(sheet.columns, sums, wording, " class=\"sums\""))
        }
        lines += ["</tbody>", "</table>"]
        lines += sheet.notes.map { "<p class=\"note\">\(escaped(wording.note($0)))</p>" }
        lines.append("<div class=\"signatures\">")
        lines += sheet.signatures.map { "<p>\(escaped(wording.signature($0, blank: "______________")))</p>" }
        lines += ["</div>", "</body>", "</html>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(
        _ columns: [SheetColumn], _ cells: [SheetCell], _ wording: SheetWording, _ attribute: String
    ) -> String {
        let cells = zip(columns, cells).map { column, cell in
            "<td\(numberClass(column))>\(escaped(wording.text(cell.value)))</td>"
        }
        return "<tr\(attribute)>\(cells.joined())</tr>"
    }

    private static func numberClass(_ column: SheetColumn) -> String { column.isNumber ? " class=\"number\"" : "" }

    private static func escaped(_ text: String) -> String {
        Sanitiser.clean(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static let style = """
        body { font: 10.5pt/1.4 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", SimSun, sans-serif; color: #000; }
        h1 { font-size: 15pt; text-align: center; margin: 0 0 4mm; }
        p { margin: 0 0 2mm; }
        table { width: 100%; border-collapse: collapse; margin-bottom: 4mm; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { border: 0.5pt solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .sums td { font-weight: bold; }
        .signatures { break-inside: avoid; margin-top: 8mm; }
        .signatures p { margin: 0 0 5mm; }
        """
}
