import Casework

/// A file of service items: CSV with one row for each item and one column for each ``Casework/ItemField``, in any order.
///
/// Reading is strict: every column has to be there, none may be unknown, every value must make sense; all faults are
/// told with their places and nothing is taken over until there are none. Writing gives the same bytes for the same
/// items, and reading them gives the same items.
///
///     let list = try ItemList(file: "items.csv")
///     let report = try list.takeOver(into: store, by: director, at: now)
public struct ItemList: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// 1-based, the header included.
        public var row: Int
        /// The physical line on which the row begins (1-based).
        public var line: Int
        public var item: ServiceItem
    }

    /// The file as the person named it.
    public var source: String
    public var rows: [Row]

    public var items: [ServiceItem] { rows.map(\.item) }

    /// The list that comes with the program (``Casework/StartItems``).
    public static func start() throws(ItemListError) -> ItemList {
        try ItemList(bytes: StartItems.csv, source: StartItems.source)
    }

    public init(file path: String) throws(ItemListError) {
        source = path
        let file: ImportFile
        do throws(ImportError) {
            file = try ImportFile(path: path)
        } catch {
            throw Self.failure(error, path)
        }
        rows = try Self.rows(of: path) { () throws(ImportError) in try file.read() }
    }

    public init(bytes: [UInt8], source: String) throws(ItemListError) {
        self.source = source
        var rest = bytes
        rows = try Self.rows(of: source) {
            defer { rest = [] }
            return rest
        }
    }

    // MARK: Reading

    private static func rows(of source: String, _ bytes: @escaping CSVReader.Source) throws(ItemListError) -> [Row] {
        var reader = CSVReader(source: bytes)
        func next() throws(ItemListError) -> CSVItem? {
            do throws(ImportError) {
                return try reader.next()
            } catch {
                throw failure(error, source)
            }
        }
        let columns: [ItemField]
        switch try next() {
        case nil: throw ItemListError(source: source, faults: [.init(problem: .empty)])
        case .defect(let defect): throw ItemListError(source: source, faults: [fault(defect, [])])
        case .record(let record): columns = try header(record, source)
        }
        reader.width = columns.count
        var rows: [Row] = []
        var faults: [ItemListError.Fault] = []
        var places: [String: Int] = [:]
        while let next = try next(), faults.count < ItemListError.faultLimit {
            switch next {
            case .defect(let defect): faults.append(fault(defect, columns))
            case .record(let record):
                do throws(ItemRefusal) {
                    let cells = zip(columns, record.fields.map(CSVCell.opened))
                    let item = try ServiceItem(cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }))
                    rows.append(Row(row: record.row, line: record.line, item: item))
                    if let row = places.updateValue(record.row, forKey: item.code) {
                        faults.append(
                            .init(
                                row: record.row, line: record.line, column: ItemField.code.rawValue,
                                problem: .doubledCode(item.code, row: row)))
                    }
                } catch {
                    faults.append(
                        .init(
                            row: record.row, line: record.line, column: error.field?.rawValue,
                            problem: .refused(error)))
                }
            }
        }
        guard faults.isEmpty else { throw ItemListError(source: source, faults: faults) }
        return rows
    }

    private static func header(_ record: CSVRecord, _ source: String) throws(ItemListError) -> [ItemField] {
        var columns: [ItemField] = []
        var faults: [ItemListError.Fault] = []
        for name in record.fields {
            let place = ItemListError.Fault(row: record.row, line: record.line, column: name, problem: .doubledColumn)
            guard let field = ItemField(rawValue: name.filter { !$0.isWhitespace }) else {
                var unknown = place
                unknown.problem = .unknownColumn(allowed: ItemField.allCases.map(\.rawValue))
                faults.append(unknown)
                continue
            }
            if columns.contains(field) { faults.append(place) }
            columns.append(field)
        }
        let missing = ItemField.allCases.filter { !columns.contains($0) }.map(\.rawValue)
        if !missing.isEmpty {
            faults.append(.init(row: record.row, line: record.line, problem: .missingColumns(missing)))
        }
        guard faults.isEmpty else { throw ItemListError(source: source, faults: faults) }
        return columns
    }

    private static func fault(_ defect: CSVDefect, _ columns: [ItemField]) -> ItemListError.Fault {
        let index = defect.column - 1
        return ItemListError.Fault(
            row: defect.row, line: defect.line,
            column: columns.indices.contains(index) ? columns[index].rawValue : "\(defect.column)",
            problem: .notCSV(defect.kind))
    }

    private static func failure(_ error: ImportError, _ source: String) -> ItemListError {
        let words: String
        switch error {
        case .unreadable(_, let detail): words = detail
        // The reader throws nothing else; should it, its own description is better than none.
        case .empty, .otherForm, .notCSV, .missingColumns, .ambiguousColumn, .rejects, .rejectsIsTheInput, .sorting,
            .masked,
            .madeForSpreadsheets, .unknownForm, .noSource, .personNeeded, .notPermitted, .store, .record:
            words = "\(error)"
        }
        return ItemListError(source: source, faults: [.init(problem: .unreadable(words))])
    }

    // MARK: Taking over

    /// Brings the lists of `store` to this file, in one transaction.
    ///
    /// - Throws: ``ItemListError`` naming the row that the rules do not allow, or what ``CaseStore/batch(_:)`` throws.
    ///   Nothing is written then.
    @discardableResult
    public func takeOver(into store: CaseStore, by actor: Actor, at now: Instant) throws -> ItemListReport {
        do {
            return try store.batch { try $0.takeOver(items, by: actor, at: now) }
        } catch ItemError.refused(let refusal, let index) where rows.indices.contains(index) {
            let row = rows[index]
            throw ItemListError(
                source: source,
                faults: [
                    .init(row: row.row, line: row.line, column: refusal.field?.rawValue, problem: .refused(refusal))
                ])
        } catch ItemError.store(let error) {
            throw error
        }
    }

    // MARK: Writing

    /// The file for `items`: UTF-8, every line ended by a line feed, the same bytes for the same items.
    ///
    /// - Parameter marked: begins with a byte order mark, for spreadsheet programs that take the file for another
    ///   encoding without it.
    public static func csv(_ items: [ServiceItem], marked: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = marked ? [0xEF, 0xBB, 0xBF] : []
        func add(_ fields: [String]) {
            for (index, field) in fields.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes.append(contentsOf: CSVCell.quoted(CSVCell.sealed(field)).utf8)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        add(ItemField.allCases.map(\.rawValue))
        for item in items { add(ItemField.allCases.map(item.cell)) }
        return bytes
    }
}
