/// The figures of one benchmark: a table for people, and whether a target was missed.
struct Report {
    private enum Verdict: String {
        case met, missed = "MISSED"
        case none = ""
    }

    private let title: String
    private let headings: [String]
    private var rows: [[String]] = []
    private var notes: [String] = []
    private(set) var hasMissed = false

    /// - Parameter columns: what stands in the columns between the name and the target.
    init(_ title: String, columns: [String]) {
        self.title = title
        headings = [""] + columns + ["target", ""]
    }

    mutating func add(_ name: String, _ values: [String]) {
        rows.append([name] + values + ["", Verdict.none.rawValue])
    }

    /// A row whose figure must not be above `target`.
    mutating func add(_ name: String, _ values: [String], measured: Double, atMost target: Double, unit: String) {
        let isMet = measured <= target
        if !isMet { hasMissed = true }
        let wanted = "<= \(Self.short(target)) \(unit)"
        rows.append([name] + values + [wanted, (isMet ? Verdict.met : .missed).rawValue])
    }

    mutating func note(_ text: String) { notes.append(text) }

    func print() {
        let table = [headings] + rows
        let widths = headings.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        Swift.print("\n\(title)")
        for row in table {
            let cells = row.indices.map { column in
                let blanks = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 || column >= row.count - 2 ? row[column] + blanks : blanks + row[column]
            }
            var line = "  " + cells.joined(separator: "  ")
            while line.hasSuffix(" ") { line.removeLast() }
            Swift.print(line)
        }
        for note in notes { Swift.print("  \(note)") }
    }

    /// A number with three digits that count: `0.0412`, `3.14`, `271`.
    static func short(_ value: Double) -> String {
        guard value.isFinite else { return "-" }
        let size = value.magnitude
        let places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let rounded = (value * scale).rounded() / scale
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }

    /// How many times the reference a figure is.
    static func ratio(_ value: Double, to reference: Double) -> String {
        reference > 0 ? "\(short(value / reference))x" : "-"
    }
}
