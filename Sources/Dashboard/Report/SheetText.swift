import Casework
import TerminalKit

/// A sheet as plain text, for a printer or a screen: columns by display width, Chinese characters taking two. Nothing is cut
/// off: what does not fit goes on in the next line of its cell, and names of people and places are not torn for it while any
/// other column can give way.
public struct SheetText: Sendable {
    public var wording: SheetWording
    /// Columns of the paper or the screen.
    public var width: Int

    /// The lines of a page, as printers take them on A4.
    public static let pageLength = 60
    /// The widths that paper has.
    public static let paper = [80, 132]

    /// The paper that a sheet needs: the wide one for many columns.
    public static func width(for sheet: Sheet) -> Int { sheet.columns.count > 8 ? 132 : 80 }

    public init(_ wording: SheetWording, width: Int) {
        self.wording = wording
        self.width = width
    }

    /// The whole sheet for a printer: each page with its heading, a form feed between two, the signatures at the end. The end
    /// of the table stays with what stands below it: nobody signs a page that says nothing.
    public func pages(_ sheet: Sheet) -> String {
        let body = table(sheet)
        let room = Self.pageLength - 4 - body.heading.count
        var pages: [[String]] = [[]]
        func add(_ block: [String]) {
            if !pages[pages.count - 1].isEmpty, pages[pages.count - 1].count + block.count > room { pages.append([]) }
            pages[pages.count - 1] += block
        }
        let last = body.rows.last ?? []
        let below = [body.sums.map { [rule] + $0 } ?? []] + notes(sheet)
        let end = last + below.flatMap(\.self) + ending(sheet)
        for row in body.rows.dropLast() { add(row) }
        if end.count <= room {
            add(end)
        } else {
            // Notes that are longer than a page are broken; the last of them stays with the signatures.
            add(last + below[0])
            for note in below.dropFirst().dropLast() { add(note) }
            add((below.count > 1 ? below[below.count - 1] : []) + ending(sheet))
        }
        let text = pages.enumerated().map { number, lines in
            (heading(sheet, page: number + 1, of: pages.count) + body.heading + lines).joined(separator: "\n")
        }
        return text.joined(separator: "\n\u{0C}\n") + "\n"
    }

    /// The whole sheet in one piece, for a screen.
    public func lines(_ sheet: Sheet) -> [String] {
        let body = table(sheet)
        var lines = heading(sheet, page: nil, of: 0) + body.heading + body.rows.flatMap(\.self)
        if let sums = body.sums { lines += [rule] + sums }
        return lines + notes(sheet).flatMap(\.self) + ending(sheet)
    }

    private var rule: String { String(repeating: "-", count: width) }

    private func heading(_ sheet: Sheet, page: Int?, of count: Int) -> [String] {
        let title = clean(wording.title(sheet))
        let indent = max(0, (width - DisplayWidth.of(title)) / 2)
        var second = clean(wording.subtitle(sheet))
        if let page {
            let number = wording.word(.page(page, of: count))
            second += String(
                repeating: " ", count: max(2, width - DisplayWidth.of(second) - DisplayWidth.of(number)))
            second += number
        }
        return [String(repeating: " ", count: indent) + title, second, rule]
    }

    private func notes(_ sheet: Sheet) -> [[String]] {
        sheet.notes.map { TextWrap.lines(clean(wording.note($0)), width: width) }
    }

    private func ending(_ sheet: Sheet) -> [String] {
        let lines = sheet.signatures.map { wording.signature($0, blank: "______________") }.map(clean)
        return [""] + lines.flatMap { TextWrap.lines($0, width: width) }
    }

    // MARK: The table

    private func table(_ sheet: Sheet) -> (heading: [String], rows: [[String]], sums: [String]?) {
        let headings = sheet.columns.map { wording.word(.column($0)) }
        let rows = sheet.rows.map { $0.cells.map { clean(wording.text($0.value)) } }
        let sums = sheet.sums.map { $0.map { clean(wording.text($0.value)) } }
        let (widths, gap) = widths(sheet.columns, headings, rows + (sums.map { [$0] } ?? []))
        guard !rows.isEmpty else { return ([], [[wording.word(.empty)]], nil) }
        func block(_ cells: [String]) -> [String] { self.block(cells, sheet.columns, widths, gap: gap) }
        return (block(headings) + [rule], rows.map(block), sums.map(block))
    }

    /// The widest that a name keeps in one piece.
    private static let longestName = 16

    /// As wide as the widest cell, and narrower where that is more than there is: texts first, then headings of numbers; names
    /// down to the longest of them. Where even the narrowest columns do not fit, they stand closer together, then other texts
    /// become narrower still, then numbers down to their digits, and names last of all.
    private func widths(
        _ columns: [SheetColumn], _ headings: [String], _ rows: [[String]]
    ) -> (widths: [Int], gap: Int) {
        var widths = headings.map { DisplayWidth.of($0) }
        var least = columns.map { $0.kind == .text ? 6 : 4 }
        var cells = columns.map { _ in 0 }
        for row in rows {
            for (column, cell) in row.enumerated() where columns.indices.contains(column) {
                let width = DisplayWidth.of(cell)
                cells[column] = max(cells[column], width)
                widths[column] = max(widths[column], width)
                if columns[column].kind != .text { least[column] = max(least[column], width) }
                if columns[column].isName { least[column] = max(least[column], Self.longestWord(cell)) }
            }
        }
        let gaps = max(0, columns.count - 1)
        func needed() -> Int { zip(widths, least).reduce(0) { $0 + min($1.0, $1.1) } }
        let gap = needed() + 2 * gaps > width ? 1 : 2
        let room = width - gap * gaps
        func narrowTexts(areNames: Bool) {
            for narrow in [8, 6, 4] where needed() > room {
                for column in columns.indices
                where columns[column].kind == .text && columns[column].isName == areNames {
                    least[column] = min(least[column], narrow)
                }
            }
        }
        narrowTexts(areNames: false)
        // Headings of numbers can be read downwards.
        for narrow in [3, 2] where needed() > room {
            for column in columns.indices where columns[column].isNumber {
                least[column] = min(least[column], max(narrow, cells[column]))
            }
        }
        narrowTexts(areNames: true)
        while widths.reduce(0, +) > room {
            let candidates = widths.indices.filter { widths[$0] > least[$0] }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        return (widths, gap)
    }

    private func block(_ cells: [String], _ columns: [SheetColumn], _ widths: [Int], gap: Int) -> [String] {
        let wrapped = cells.enumerated().map { column, cell in
            columns[column].isName ? names(cell, width: widths[column]) : TextWrap.lines(cell, width: widths[column])
        }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var text = ""
            for (column, lines) in wrapped.enumerated() {
                let cell = lines.indices.contains(line) ? lines[line] : ""
                let space = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell)))
                if column > 0 { text += String(repeating: " ", count: gap) }
                text += columns[column].isNumber ? space + cell : cell + space
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    /// As many names in a line as fit; only one that is wider than the column is broken.
    private func names(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ").map(String.init) {
            if let last = lines.last, DisplayWidth.of(last) + 1 + DisplayWidth.of(word) <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines += DisplayWidth.of(word) <= width ? [word] : TextWrap.lines(word, width: width)
            }
        }
        return lines.isEmpty ? [""] : lines
    }

    private static func longestWord(_ text: String) -> Int {
        min(longestName, text.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0)
    }

    private func clean(_ text: String) -> String { Sanitiser.clean(text) }
}
