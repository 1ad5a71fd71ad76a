/// One clause of the five documents that the software carries out: what it asks, where in the program it lives, and which
/// settings of a rulebook settle what it leaves open.
public struct Clause: Hashable, Sendable {
    /// A letter for the document and a number, such as `W14`.
    public var id: String
    /// Document and article, such as 武政管办〔2022〕36号 第十一条.
    public var article: String
    /// The folders or files of the source that carry it out.
    public var places: [String]
    /// Dotted paths of rulebook settings, or of headings with all their settings; empty where nothing is left open.
    public var settings: [String]
    /// What the software does, in our own words.
    public var duty: BilingualText

    public init(id: String, article: String, places: [String], settings: [String], duty: BilingualText) {
        self.id = id
        self.article = article
        self.places = places
        self.settings = settings
        self.duty = duty
    }

    /// How `rulebook` settles what the clause leaves open.
    public func entries(in rulebook: Rulebook) -> [RulebookEntry] {
        settings.flatMap { rulebook.entries(under: $0) }
    }
}

extension Clause {
    /// Every clause, in the order of the documents.
    ///
    /// - Throws: ``ConfigurationError`` with the line of the embedded table that is wrong.
    public static func table() throws(ConfigurationError) -> [Clause] {
        try table(tsv: String(decoding: PackageResources.clauses_tsv, as: UTF8.self), source: "clauses.tsv")
    }

    private static let columns = ["id", "clause", "place", "settings", "zh", "en"]

    /// Reads a table of clauses: a heading, then one clause a line, with tabs between the columns.
    public static func table(tsv text: String, source: String) throws(ConfigurationError) -> [Clause] {
        var clauses: [Clause] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            func wrong(_ key: String, _ value: String, expected: String) -> ConfigurationError {
                ConfigurationError(
                    source: source, line: number + 1, key: key, problem: .value(value, expected: expected))
            }
            if number == 0 {
                guard cells == columns else {
                    throw wrong("id", String(line), expected: columns.joined(separator: ", "))
                }
                continue
            }
            if line.isEmpty { continue }
            guard cells.count == columns.count else {
                throw wrong("id", String(line), expected: columns.joined(separator: ", "))
            }
            guard isID(cells[0]) else { throw wrong("id", cells[0], expected: "W14") }
            guard !clauses.contains(where: { $0.id == cells[0] }) else {
                throw ConfigurationError(
                    source: source, line: number + 1, key: "id", problem: .contradiction("\(cells[0]), \(cells[0])"))
            }
            for (column, cell) in zip(columns, cells) where column != "settings" && cell.allSatisfy(\.isWhitespace) {
                throw wrong(column, "\"\"", expected: "\"…\"")
            }
            clauses.append(
                Clause(
                    id: cells[0], article: cells[1], places: list(cells[2]), settings: list(cells[3]),
                    duty: BilingualText(chinese: cells[4], english: cells[5])))
        }
        return clauses
    }

    /// A capital letter and a number without a leading zero: staff numbers such as `W01` are no clauses.
    private static func isID(_ text: String) -> Bool {
        guard let letter = text.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else {
            return false
        }
        let digits = text.utf8.dropFirst()
        return (1...2).contains(digits.count) && digits.first != UInt8(ascii: "0")
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func list(_ cell: String) -> [String] {
        cell.split(separator: ",").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }
}
