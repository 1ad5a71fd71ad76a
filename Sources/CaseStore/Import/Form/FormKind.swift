import Casework

/// Which table of ours a file is, told by its columns, and where each of them stands.
struct FormHeader {
    var kind: ExportKind
    var columns: [String]

    /// - Throws: ``ImportError/unknownForm(header:)``, or ``ImportError/noSource(_:)`` for what follows from the record
    ///   and cannot be put into one.
    init(_ header: [String]) throws(ImportError) {
        let names = Set(header)
        for column in header where header.count(where: { $0 == column }) > 1 {
            throw .ambiguousColumn(column, header: header)
        }
        columns = header
        if names.isSuperset(of: CaseExport.Column.allCases.map(\.rawValue)) {
            kind = .cases
        } else if names.isSuperset(of: StaffExport.Column.allCases.map(\.rawValue)) {
            kind = .staff
        } else if names.isSuperset(of: ItemField.allCases.map(\.rawValue)) {
            kind = .items
        } else if names.isSuperset(of: ["seq", "kind", "body", "prev", "hash"]) {
            throw .noSource(.journal)
        } else if names.isSuperset(of: ["seq", "event", "recorded_by"]) {
            throw .noSource(.attendance)
        } else if names.isSuperset(of: ["number", "topic", "mark", "due_at"]) {
            throw .noSource(.warnings)
        } else {
            throw .unknownForm(header: header)
        }
    }
}

/// The cells of one row by column, read as what they are.
struct FormCells {
    private let fields: [String]
    private let positions: [String: Int]
    private let offset: UTCOffset

    init(_ fields: [String], positions: [String: Int], offset: UTCOffset) {
        self.fields = fields
        self.positions = positions
        self.offset = offset
    }

    /// `nil` for an empty cell.
    func text(_ column: String, limit: Int = ImportRow.textLimit) throws(ImportRow.Fault) -> String? {
        guard let position = positions[column], fields.indices.contains(position) else { return nil }
        let text = fields[position]
        guard text.utf8.count <= limit else {
            throw ImportRow.Fault(column: column, reason: .fieldTooLong, detail: "> \(limit)")
        }
        return text.isEmpty ? nil : text
    }

    func needed(_ column: String) throws(ImportRow.Fault) -> String {
        guard let text = try text(column, limit: ImportRow.wordLimit) else {
            throw ImportRow.Fault(column: column, reason: .blank, detail: "")
        }
        return text
    }

    func instant(_ column: String) throws(ImportRow.Fault) -> Instant? {
        guard let text = try text(column) else { return nil }
        guard let instant = Instant(text, offset: offset) else {
            throw ImportRow.Fault(column: column, reason: .time, detail: text)
        }
        return instant
    }

    /// Spreadsheet programs write truth values in capitals.
    func flag(_ column: String) throws(ImportRow.Fault) -> Bool? {
        guard let text = try text(column) else { return nil }
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        default: throw ImportRow.Fault(column: column, reason: .unknownValue, detail: text)
        }
    }

    func number(_ column: String) throws(ImportRow.Fault) -> Int? {
        guard let text = try text(column) else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw ImportRow.Fault(column: column, reason: .unknownValue, detail: text)
        }
        return number
    }

    func choice<Value: RawRepresentable<String>>(
        _ column: String, _: Value.Type = Value.self
    ) throws(ImportRow.Fault) -> Value? {
        guard let text = try text(column) else { return nil }
        guard let value = Value(rawValue: text) else {
            throw ImportRow.Fault(column: column, reason: .unknownValue, detail: text)
        }
        return value
    }

    func neededChoice<Value: RawRepresentable<String>>(
        _ column: String, _: Value.Type = Value.self
    ) throws(ImportRow.Fault) -> Value {
        guard let value: Value = try choice(column) else {
            throw ImportRow.Fault(column: column, reason: .blank, detail: "")
        }
        return value
    }

    /// What has no columns of its own.
    func rest<Value: Decodable>(_ column: String, _: Value.Type = Value.self) throws(ImportRow.Fault) -> Value {
        let text = try text(column, limit: CSVReader.fieldLimit) ?? ""
        do {
            return try CanonicalJSON.value(Value.self, from: text)
        } catch {
            throw ImportRow.Fault(column: column, reason: .unfit, detail: String(text.prefix(40)))
        }
    }
}
