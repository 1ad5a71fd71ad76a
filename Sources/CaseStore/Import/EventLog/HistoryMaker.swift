import Casework

/// What became of the rows of one case.
enum LoggedCase: Sendable {
    case history(CaseHistory, rows: [StagedRow])
    case rejected([ImportReject])
    /// The record has it from an earlier run over the same file.
    case passedOver

    /// How many rows of the journal it costs.
    var weight: Int {
        switch self {
        case .history(let history, _): history.entries.count + 1
        case .rejected(let rejects): rejects.count
        case .passedOver: 0
        }
    }
}

/// Makes a history out of the rows of one case: begins it with its registration and follows step by step, as the life of a
/// case allows.
struct HistoryMaker: Sendable {
    private let mapping: EventLogMapping
    private let rules: Rules
    private let actor: StaffID
    private let staff: [String: StaffMember]
    /// By village, where exactly one serves.
    private let agents: [String: StaffID]
    private let positions: [String: Int]

    init(mapping: EventLogMapping, rules: Rules, actor: StaffID, staff: [StaffMember], header: [String]) {
        self.mapping = mapping
        self.rules = rules.following
        self.actor = actor
        self.staff = Dictionary(staff.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let agents = staff.filter { $0.role == .agent && $0.isActive && $0.village != nil }
        self.agents = Dictionary(grouping: agents) { $0.village ?? "" }.compactMapValues {
            $0.count == 1 ? $0[0].id : nil
        }
        positions = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static let skip = LoggedActivity.places[.skip]

    /// When the case was handed in, UTC milliseconds; `nil` when none of its rows is about a step.
    static func submission(_ rows: [StagedRow]) -> Int64? { rows.first { $0.activity != skip }?.at }

    /// - Parameter rows: of one case, in the order of time.
    /// - Returns: `nil` when none of the rows is about a step.
    func make(_ rows: [StagedRow]) -> LoggedCase? {
        if let bad = rows.firstIndex(where: { $0.fault != nil }), let fault = rows[bad].fault {
            return reject(rows, at: bad, fault)
        }
        let steps = rows.indices.filter { rows[$0].activity != Self.skip }
        guard let first = steps.first else { return nil }
        var current = first
        do {
            guard activity(rows[first]) == .registered else {
                throw ImportRow.Fault(
                    column: mapping.events.activity, reason: .noRegistration, detail: word(rows[first]))
            }
            let registration = try registration(rows, steps)
            var history = try CaseHistory(registration, at: Instant(milliseconds: rows[first].at))
            for index in steps.dropFirst() {
                current = index
                let at = Instant(milliseconds: rows[index].at)
                try history.add(try event(rows[index], on: history.value, at: at), at: at, by: actor)
            }
            return .history(history, rows: rows)
        } catch let fault as ImportRow.Fault {
            return reject(rows, at: current, fault)
        } catch {
            return reject(
                rows, at: current,
                ImportRow.Fault(column: mapping.events.activity, reason: .unfit, detail: "\(error)"))
        }
    }

    /// The row that is to blame with its reason, the others of the case with its place.
    func reject(_ rows: [StagedRow], at bad: Int, _ fault: ImportRow.Fault) -> LoggedCase {
        .rejected(
            rows.indices.map { index in
                guard index != bad else { return rows[index].reject(rows[index].fault ?? fault) }
                return rows[index].reject(
                    rows[index].fault
                        ?? ImportRow.Fault(column: fault.column, reason: .otherRow, detail: "\(rows[bad].row)"))
            })
    }

    private func activity(_ row: StagedRow) -> LoggedActivity { LoggedActivity.inPlaces[row.activity] }

    private func word(_ row: StagedRow) -> String { cell(row, mapping.events.activity) ?? "" }

    private func cell(_ row: StagedRow, _ column: String?) -> String? {
        guard let column, let position = positions[column] else { return nil }
        let text = row.fields[position]
        return text.isEmpty ? nil : text
    }

    private func event(_ row: StagedRow, on value: Case, at: Instant) throws -> CaseEvent {
        let events = mapping.events
        let activity = activity(row)
        var step = LoggedStep(
            activity: activity, word: word(row), text: cell(row, events.text), resource: cell(row, events.resource),
            channel: mapping.ratingChannel)
        if activity == .rated {
            let text = cell(row, events.level) ?? ""
            guard let level = Int(text) else {
                throw ImportRow.Fault(
                    column: events.level ?? "events.level", reason: text.isEmpty ? .blank : .unknownValue,
                    detail: text)
            }
            step.level = level
        }
        step.person = step.resource.flatMap { staff[$0] }
        do throws(ImportRow.Fault) {
            guard let command = try step.command(on: value) else {
                throw ImportRow.Fault(
                    column: events.activity, reason: .history, detail: "\(step.word): \(value.state.rawValue)")
            }
            do throws(Refusal) {
                return try value.follow(command, at: at, rules: rules)
            } catch {
                throw ImportRow.Fault(
                    column: events.activity, reason: .history,
                    detail: "\(step.word): \(error.name) (\(value.state.rawValue))")
            }
        } catch {
            guard error.column.isEmpty else { throw error }
            throw ImportRow.Fault(
                column: events.resource ?? "events.resource", reason: error.reason, detail: error.detail)
        }
    }

    private func registration(_ rows: [StagedRow], _ steps: [Int]) throws(ImportRow.Fault) -> Registration {
        let columns = mapping.columns
        func text(_ column: String?, limit: Int = ImportRow.wordLimit) throws(ImportRow.Fault) -> String? {
            guard let column else { return nil }
            for row in rows {
                guard let text = cell(row, column) else { continue }
                guard text.utf8.count <= limit else {
                    throw ImportRow.Fault(column: column, reason: .fieldTooLong, detail: "> \(limit)")
                }
                return text
            }
            return nil
        }
        func needed(
            _ column: String?, or substitute: String?, _ key: String
        ) throws(ImportRow.Fault) -> String {
            guard let text = try text(column) ?? substitute else {
                throw ImportRow.Fault(column: column ?? key, reason: .blank, detail: "")
            }
            return text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
        }
        func value<Value>(
            _ map: ImportMapping.ValueMap<Value>, _ column: String?
        ) throws(ImportRow.Fault) -> Value {
            let word = try text(column) ?? ""
            if let value = map.values[word] ?? map.fallback { return value }
            throw ImportRow.Fault(column: column ?? "", reason: word.isEmpty ? .blank : .unknownValue, detail: word)
        }
        let submitted = Instant(milliseconds: rows[steps[0]].at)
        let village = try needed(columns.village, or: mapping.blank.village, "columns.village")
        let intake = Intake(
            kind: try value(mapping.kind, columns.kind), origin: try value(mapping.origin, columns.origin),
            item: try needed(columns.item, or: mapping.blank.item, "columns.item"), village: village,
            applicant: Intake.Applicant(
                name: try text(columns.applicant) ?? mapping.blank.applicant,
                identityNumber: try text(columns.identityNumber), phone: try text(columns.phone),
                address: try text(columns.address)),
            note: try text(columns.note, limit: ImportRow.textLimit), submittedAt: submitted)
        return Registration(
            number: rows[0].key, intake: intake,
            holder: try holder(rows, steps, try text(columns.agent)) ?? agents[village],
            acceptance: rules.rulebook.acceptance.deadline(
                from: submitted, calendar: rules.calendar, offset: rules.offset),
            source: mapping.name)
    }

    /// Who has the case: the one its column names, or the first who did something with it and can have cases in hand.
    private func holder(
        _ rows: [StagedRow], _ steps: [Int], _ named: String?
    ) throws(ImportRow.Fault) -> StaffID? {
        if let named {
            if let known = staff[named] { return known.id }
            throw ImportRow.Fault(column: mapping.columns.agent ?? "", reason: .unknownAgent, detail: named)
        }
        guard mapping.events.resource != nil else { return nil }
        for index in steps {
            guard activity(rows[index]) != .reassigned else { return nil }
            guard let resource = cell(rows[index], mapping.events.resource), let known = staff[resource],
                known.role.handles
            else { continue }
            return known.id
        }
        return nil
    }
}
