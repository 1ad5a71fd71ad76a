import Casework

/// Makes a case out of one row: which cell is what, and what it becomes under the mapping.
struct ImportRow {
    /// What a row says, ready to be registered.
    struct Entry {
        var number: String
        var intake: Intake
        var agent: String?
        /// Words that the mapping does not know: its defaults stand in for them.
        var unknownWords: [UnknownWord] = []
        var history: Registration.History?
        var acceptance: Deadline?
    }

    /// What is wrong with a cell; the place and the row's fields are the caller's.
    struct Fault: Error, Hashable {
        var column: String
        var reason: ImportReject.Reason
        var detail: String
    }

    /// The longest case number, in characters.
    static let numberLimit = 64
    /// The longest note or reason, in bytes: 20,000 Chinese characters.
    static let textLimit = 60_000
    /// The longest name, address or other word, in bytes.
    static let wordLimit = 1_500

    private let mapping: ImportMapping
    private let rules: Rules
    private let now: Instant
    private let positions: [String: Int]

    /// - Throws: ``ImportError/missingColumns(_:header:)`` or ``ImportError/ambiguousColumn(_:header:)``.
    init(mapping: ImportMapping, rules: Rules, now: Instant, header: [String]) throws(ImportError) {
        self.mapping = mapping
        self.rules = rules
        self.now = now
        let named = mapping.namedColumns
        let missing = named.filter { !header.contains($0.column) }
        guard missing.isEmpty else {
            throw .missingColumns(
                missing.map { ImportError.MissingColumn(key: $0.key, column: $0.column) }, header: header)
        }
        var positions: [String: Int] = [:]
        for (_, column) in named {
            let places = header.indices.filter { header[$0] == column }
            guard places.count == 1 else { throw .ambiguousColumn(column, header: header) }
            positions[column] = places[0]
        }
        self.positions = positions
    }

    func entry(_ fields: [String]) throws(Fault) -> Entry {
        let columns = mapping.columns
        func cell(_ column: String) -> String {
            positions[column].map { fields[$0].trimmingWhitespace() } ?? ""
        }
        func text(_ column: String?, limit: Int = Self.wordLimit) throws(Fault) -> String? {
            guard let column else { return nil }
            let cell = cell(column)
            guard cell.utf8.count <= limit else {
                throw Fault(column: column, reason: .fieldTooLong, detail: "> \(limit)")
            }
            return cell.isEmpty ? nil : cell
        }
        func needed(_ column: String, or substitute: String?) throws(Fault) -> String {
            if let text = try text(column) ?? substitute { return text }
            throw Fault(column: column, reason: .blank, detail: "")
        }
        func time(_ column: String?) throws(Fault) -> Instant? {
            guard let column, let text = try text(column) else { return nil }
            guard let instant = mapping.instant(text) else { throw Fault(column: column, reason: .time, detail: text) }
            return instant
        }
        func past(_ column: String?, since submitted: Instant) throws(Fault) -> Instant? {
            guard let column, let instant = try time(column) else { return nil }
            guard instant >= submitted else {
                throw Fault(column: column, reason: .beforeSubmission, detail: cell(column))
            }
            guard instant <= now else { throw Fault(column: column, reason: .future, detail: cell(column)) }
            return instant
        }
        func value<Value>(_ map: ImportMapping.ValueMap<Value>, _ column: String?) throws(Fault) -> Value {
            let word = column.map(cell) ?? ""
            if let value = map.values[word] ?? map.fallback { return value }
            throw Fault(column: column ?? "", reason: word.isEmpty ? .blank : .unknownValue, detail: word)
        }

        let number = try needed(columns.number, or: nil)
        guard number.count <= Self.numberLimit, !number.unicodeScalars.contains(where: Self.isControl) else {
            throw Fault(column: columns.number, reason: .number, detail: String(number.prefix(Self.numberLimit)))
        }
        guard let submitted = try time(columns.submitted) else {
            throw Fault(column: columns.submitted, reason: .blank, detail: "")
        }
        guard submitted <= now else {
            throw Fault(column: columns.submitted, reason: .future, detail: cell(columns.submitted))
        }
        // The same name in another normal form would be another village to SQL.
        let item = try needed(columns.item, or: mapping.blank.item).precomposedStringWithCanonicalMapping
        let village = try needed(columns.village, or: mapping.blank.village).precomposedStringWithCanonicalMapping
        var notes: [String] = []
        for column in columns.note {
            if let note = try text(column, limit: Self.textLimit) { notes.append(note) }
        }
        var unknown: [UnknownWord] = []
        func known<Value>(
            _ map: ImportMapping.ValueMap<Value>, _ column: String?, _ meaning: UnknownWord.Meaning
        ) throws(Fault) -> Value {
            let word = column.map(cell) ?? ""
            if !word.isEmpty, map.values[word] == nil { unknown.append(UnknownWord(meaning: meaning, word: word)) }
            return try value(map, column)
        }
        let intake = Intake(
            kind: try known(mapping.kind, columns.kind, .kind),
            origin: try known(mapping.origin, columns.origin, .origin), item: item, village: village,
            applicant: Intake.Applicant(
                name: try text(columns.applicant) ?? mapping.blank.applicant, phone: try text(columns.phone),
                address: try text(columns.address)),
            note: note(notes, besides: item), submittedAt: submitted)

        let rule = mapping.stateRules.first { $0.holds(for: cell($0.column), time: mapping.instant) }
        let state: CaseState
        if let rule { state = rule.state } else { state = try known(mapping.state, columns.state, .state) }
        let target = try time(columns.target).map { deadline(due: $0, from: submitted) }
        if let column = columns.target, let target, target.due < submitted {
            throw Fault(column: column, reason: .beforeSubmission, detail: cell(column))
        }
        var entry = Entry(number: number, intake: intake, agent: try text(columns.agent))
        entry.unknownWords = unknown
        guard state != .pending else {
            entry.acceptance =
                target
                ?? rules.rulebook.acceptance.deadline(from: submitted, calendar: rules.calendar, offset: rules.offset)
            return entry
        }
        let accepted = try past(columns.accepted, since: submitted) ?? submitted
        let completed = try past(columns.completed, since: submitted)
        let closed = try past(columns.closed, since: submitted)
        for (column, instant, earlier) in [
            (columns.completed, completed, accepted), (columns.closed, closed, completed ?? accepted),
        ] {
            guard let column, let instant, instant < earlier else { continue }
            throw Fault(column: column, reason: .order, detail: cell(column))
        }
        if !state.isOpen, closed == nil, let column = columns.closed {
            throw Fault(column: column, reason: .blank, detail: "")
        }
        let isHandled = state != .accepted && state != .declined
        entry.history = Registration.History(
            state: state, acceptedAt: state == .declined ? nil : accepted,
            completedAt: isHandled ? completed ?? closed ?? accepted : nil,
            closedAt: state.isOpen ? nil : closed ?? completed ?? accepted,
            completion: target
                ?? rules.rulebook.completion.deadline(from: accepted, calendar: rules.calendar, offset: rules.offset),
            reason: try text(columns.reason, limit: Self.textLimit))
        return entry
    }

    private func deadline(due: Instant, from start: Instant) -> Deadline {
        let warnBefore = mapping.target?.warnBefore ?? 0
        let rule = ClockRule(
            kind: .target, limit: 0, unit: .hours, skip: .nothing, warnBefore: warnBefore,
            clause: mapping.target?.clause ?? mapping.name)
        return Deadline(
            rule: rule, start: start, due: due, warnAt: due.advanced(minutes: -warnBefore), isProvisional: false)
    }

    /// Several cells as lines of one text; nothing is said twice, and the item is known anyway.
    private func note(_ cells: [String], besides item: String) -> String? {
        var lines: [String] = []
        for cell in cells where cell != item && !lines.contains(cell) { lines.append(cell) }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}
