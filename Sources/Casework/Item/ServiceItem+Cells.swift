/// A service item as the cells of a table, and back: what files hold and what a revision from the command line names.
///
/// A cell with several entries has one on each line; the parts of an entry stand between ` | `, and a bar or a
/// backslash inside a part has a backslash before it.
extension ServiceItem {
    /// The text of a field; empty for what the item does not have.
    public func cell(_ field: ItemField) -> String {
        switch field {
        case .code: code
        case .version: String(version)
        case .level: level.rawValue
        case .name: name
        case .kind: kind.rawValue
        case .area: area.text
        case .department: department ?? ""
        case .branches: Self.lines(branches.map { [$0] })
        case .promisedDays: promisedDays.map(String.init) ?? ""
        case .promise: promise ?? ""
        case .legalLimit: legalLimit ?? ""
        case .condition: condition ?? ""
        case .materials:
            Self.lines(
                materials.map { [$0.name, $0.form?.rawValue ?? "-", $0.isRequired ? Self.required : Self.optional] })
        case .time: guide.time ?? ""
        case .filling: guide.filling ?? ""
        case .sample: guide.sample ?? ""
        case .stages: Self.lines(stages.map { [$0.stage.rawValue, $0.name] + ($0.days.map { [String($0)] } ?? []) })
        case .legalBasis: legalBasis ?? ""
        case .fee: fee.map { Yuan.text(fen: $0.fen) } ?? ""
        case .feeBasis: fee?.basis ?? ""
        case .source: source ?? ""
        case .assumed: assumed.map(\.rawValue).joined(separator: " ")
        }
    }

    /// Reads an item from its cells; a field without a cell is empty. The item is ``checked()``.
    ///
    /// - Throws: ``ItemRefusal``, always with its ``ItemRefusal/field``.
    public init(cells: [ItemField: String]) throws(ItemRefusal) {
        func text(_ field: ItemField) -> String { (cells[field] ?? "").trimmingWhitespace() }
        func word<Value: RawRepresentable & CaseIterable>(
            _ field: ItemField, _ type: Value.Type
        ) throws(ItemRefusal) -> Value where Value.RawValue == String {
            let text = text(field)
            guard !text.isEmpty else { throw .unfit(field, .missing) }
            return try Self.word(text, field)
        }
        self.init(
            code: text(.code), version: try Self.number(text(.version), .version) ?? 0, name: text(.name),
            level: try word(.level, ItemLevel.self), kind: try word(.kind, ItemKind.self),
            area: ContentArea(text(.area)), department: text(.department),
            branches: try Self.branches(text(.branches)),
            promisedDays: try Self.number(text(.promisedDays), .promisedDays), promise: text(.promise),
            legalLimit: text(.legalLimit), condition: text(.condition),
            materials: try Self.materials(text(.materials)),
            guide: Guide(time: text(.time), filling: text(.filling), sample: text(.sample)),
            stages: try Self.stages(text(.stages)), legalBasis: text(.legalBasis),
            fee: try Self.fee(text(.fee), basis: text(.feeBasis)), source: text(.source),
            assumed: try Self.assumed(text(.assumed)))
        self = try checked()
    }

    /// The same item with some cells replaced. What somebody has written is not assumed any more, unless the changes
    /// say so themselves.
    ///
    /// - Throws: ``ItemRefusal``.
    public func changed(_ changes: [ItemField: String]) throws(ItemRefusal) -> ServiceItem {
        var item = self
        item.assumed.removeAll { changes[$0] != nil }
        var cells = Dictionary(uniqueKeysWithValues: ItemField.allCases.map { ($0, item.cell($0)) })
        cells.merge(changes) { _, new in new }
        return try ServiceItem(cells: cells)
    }

    // MARK: Values

    private static let required = "required"
    private static let optional = "optional"

    private static func word<Value: RawRepresentable & CaseIterable>(
        _ text: String, _ field: ItemField
    ) throws(ItemRefusal) -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: text) else {
            throw .value(field, text, expected: Value.allCases.map(\.rawValue))
        }
        return value
    }

    private static func number(_ text: String, _ field: ItemField) throws(ItemRefusal) -> Int? {
        guard !text.isEmpty else {
            if field == .version { throw .unfit(field, .missing) }
            return nil
        }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
            throw .value(field, text, expected: ["1, 2, 3 …"])
        }
        return number
    }

    private static func branches(_ text: String) throws(ItemRefusal) -> [String] {
        try entries(text).map { parts throws(ItemRefusal) in
            guard parts.count == 1 else { throw .value(.branches, parts.joined(separator: " | "), expected: ["…"]) }
            return parts[0]
        }
    }

    private static func materials(_ text: String) throws(ItemRefusal) -> [Material] {
        try entries(text).map { parts throws(ItemRefusal) in
            guard parts.count <= 3 else {
                throw .value(.materials, parts.joined(separator: " | "), expected: ["… | original | required"])
            }
            var material = Material(name: parts[0])
            if parts.count > 1, parts[1] != "-", !parts[1].isEmpty {
                guard let form = Material.Form(rawValue: parts[1]) else {
                    throw .value(.materials, parts[1], expected: Material.Form.allCases.map(\.rawValue) + ["-"])
                }
                material.form = form
            }
            if parts.count > 2, !parts[2].isEmpty {
                guard [required, optional].contains(parts[2]) else {
                    throw .value(.materials, parts[2], expected: [required, optional])
                }
                material.isRequired = parts[2] == required
            }
            return material
        }
    }

    private static func stages(_ text: String) throws(ItemRefusal) -> [Stage] {
        try entries(text).map { parts throws(ItemRefusal) in
            guard parts.count == 2 || parts.count == 3 else {
                throw .value(.stages, parts.joined(separator: " | "), expected: ["handling | … | 5"])
            }
            return Stage(
                stage: try word(parts[0], .stages), name: parts[1],
                days: parts.count == 3 ? try number(parts[2], .stages) : nil)
        }
    }

    private static func assumed(_ text: String) throws(ItemRefusal) -> [ItemField] {
        try text.split(whereSeparator: \.isWhitespace).map { part throws(ItemRefusal) in
            try word(String(part), .assumed)
        }
    }

    private static func fee(_ text: String, basis: String) throws(ItemRefusal) -> Fee? {
        guard !text.isEmpty else {
            if !basis.isEmpty { throw .contradiction(.feeBasis, .basisWithoutFee) }
            return nil
        }
        guard let fen = Yuan.fen(text) else { throw .value(.fee, text, expected: ["5.00"]) }
        return Fee(fen: fen, basis: basis)
    }

    // MARK: Cells with several entries

    private static func lines(_ entries: [[String]]) -> String {
        entries.map { parts in
            parts.map { part in
                var escaped = ""
                for character in part {
                    if character == "\\" || character == "|" { escaped.append("\\") }
                    escaped.append(character)
                }
                return escaped
            }.joined(separator: " | ")
        }.joined(separator: "\n")
    }

    /// The entries of a cell, at least one part each; blank lines are passed over.
    private static func entries(_ text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            var parts = [""]
            var isEscaped = false
            for character in line {
                if isEscaped {
                    parts[parts.count - 1].append(character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "|" {
                    parts.append("")
                } else {
                    parts[parts.count - 1].append(character)
                }
            }
            if isEscaped { parts[parts.count - 1].append("\\") }
            parts = parts.map { $0.trimmingWhitespace() }
            return parts.allSatisfy(\.isEmpty) ? nil : parts
        }
    }
}
