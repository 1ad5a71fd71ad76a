import GRDB

/// Something that SQLite cannot read of the file, or not as it should be.
public struct FileDamage: Hashable, Sendable {
    /// In SQLite's words.
    public var detail: String
    /// The table that it concerns, such as `cases`, as far as that is known.
    public var table: String?
    /// The page of the file, from 1, as far as that is known.
    public var page: Int?

    public init(_ detail: String, table: String? = nil, page: Int? = nil) {
        self.detail = detail
        self.table = table
        self.page = page
    }
}

extension FileDamage {
    /// What an error means that came up when `table` was read; `nil` for one that says nothing about the file.
    ///
    /// - Parameter path: the file that was read.
    init?(_ error: any Error, reading table: String?, path: String) {
        guard let damage = FileDamage(StoreError(error, path: path)) else { return nil }
        self = damage
        self.table = table
    }

    /// The same of an error that has been told apart already.
    init?(_ error: StoreError) {
        switch error {
        case .corrupt(_, let detail): self.init(detail)
        case .foreign(let path) where FileFacts.size(path) == 0: self.init("file is empty")
        case .notADatabase(let path) where !FileFacts.isFolder(path): self.init("file is not a database")
        default: return nil
        }
    }

    /// One line of SQLite's check, such as `Tree 27 page 31 cell 2: Offset 5000 out of range` or `row 3 missing from index
    /// cases_open_by_due`.
    init(checked line: String, in database: Database) {
        self.init(line)
        let words = line.split { " :".contains($0) }
        if let place = words.firstIndex(where: { $0 == "page" || $0 == "Page" }), place + 1 < words.count {
            page = Int(words[place + 1])
        }
        if words.first == "Tree", words.count > 1, let root = Int(words[1]) {
            table = Self.table("rootpage = ?", root, in: database)
        } else if let last = words.last, words.contains("index") {
            table = Self.table("name = ?", String(last), in: database)
        } else if let page {
            // The first page of a tree is named alone.
            table = Self.table("rootpage = ?", page, in: database)
        }
    }

    /// What cannot be asked, because the list of tables is damaged itself, is not known.
    private static func table(
        _ condition: String, _ value: some DatabaseValueConvertible, in database: Database
    ) -> String? {
        try? String.fetchOne(
            database, sql: "SELECT tbl_name FROM sqlite_schema WHERE \(condition)", arguments: [value])
    }
}
