import Casework

/// Records the rows of a form, a batch in one transaction.
struct FormRows {
    private enum Outcome {
        case taken(CaseState?)
        case alreadyThere
        case otherState(ImportDifference)
        case faulty(ImportRow.Fault)
    }

    private let kind: ExportKind
    private let store: CaseStore
    private let actor: Actor?
    private let now: Instant
    private let offset: UTCOffset
    private let positions: [String: Int]
    /// By number.
    private var people: [String: StaffID]

    init(
        kind: ExportKind, columns: [String], store: CaseStore, actor: Actor?, now: Instant
    ) throws(ImportError) {
        self.kind = kind
        self.store = store
        self.actor = actor
        self.now = now
        positions = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        do throws(StoreError) {
            offset = try store.centre().offset
            people = Dictionary(
                try store.allStaff().map { ($0.number, $0.id) }, uniquingKeysWith: { first, _ in first })
        } catch {
            throw .store(error)
        }
    }

    func directory() throws(ImportError) -> ImportRun.Directory {
        do throws(StoreError) {
            return ImportRun.Directory(
                villages: Set(try store.villages()), items: Set(try store.items()), agents: [:])
        } catch {
            throw .store(error)
        }
    }

    func isMasked(_ fields: [String]) -> Bool {
        positions["masked"].map { fields[$0].lowercased() == "true" } ?? false
    }

    /// Whether numbers have the apostrophe that keeps spreadsheets from reckoning with them: no number of ours begins so.
    func isSealed(_ fields: [String]) -> Bool {
        [CaseExport.Column.identityNumber.rawValue, CaseExport.Column.phone.rawValue].contains { name in
            positions[name].map { fields[$0].unicodeScalars.first == "'" } ?? false
        }
    }

    /// - Parameter opened: the fields of `records` without what a format adds to them.
    mutating func record(
        _ records: [CSVRecord], opened: [[String]], _ run: inout ImportRun
    ) throws(ImportError) {
        guard !records.isEmpty else { return }
        var directory = run.directory
        let outcomes: [Outcome]
        do {
            outcomes = try store.batch { writer in
                if kind == .items { return try items(opened, with: &writer) }
                var outcomes: [Outcome] = []
                for fields in opened {
                    do {
                        outcomes.append(try outcome(of: fields, with: &writer, &directory))
                    } catch let fault as ImportRow.Fault {
                        outcomes.append(.faulty(fault))
                    }
                }
                return outcomes
            }
        } catch let error as StoreError {
            throw .store(error)
        } catch RecordError.store(let error) {
            throw .store(error)
        } catch ItemError.store(let error) {
            throw .store(error)
        } catch ItemError.refused(.notPermitted(let role, _), _) {
            throw .notPermitted(role, kind)
        } catch {
            throw .record("\(error)")
        }
        run.directory = directory
        for (record, outcome) in zip(records, outcomes) {
            switch outcome {
            case .taken(let state):
                run.report.progress.imported += 1
                if let state { run.report.states[state, default: 0] += 1 }
            case .alreadyThere: run.report.progress.alreadyThere += 1
            case .otherState(let difference): run.count(difference)
            case .faulty(let fault): run.reject(record, fault)
            }
        }
    }

    private mutating func outcome(
        of fields: [String], with writer: inout RecordWriter, _ directory: inout ImportRun.Directory
    ) throws -> Outcome {
        if isMasked(fields) { throw ImportRow.Fault(column: "masked", reason: .masked, detail: "") }
        let cells = FormCells(fields, positions: positions, offset: offset)
        return kind == .staff
            ? try person(FormPerson(cells), with: &writer)
            : try matter(FormCase(cells, now: now), with: &writer, &directory)
    }

    // MARK: Cases

    private func matter(
        _ form: FormCase, with writer: inout RecordWriter, _ directory: inout ImportRun.Directory
    ) throws -> Outcome {
        if let known = try writer.find(number: form.number) {
            guard known.intake.submittedAt == form.intake.submittedAt, known.intake.applicant == form.intake.applicant
            else {
                throw ImportRow.Fault(
                    column: CaseExport.Column.number.rawValue, reason: .numberTaken, detail: form.number)
            }
            return ImportDifference(number: form.number, said: form.history.state, found: known.state)
                .map { .otherState($0) } ?? .alreadyThere
        }
        let by = actor?.id ?? .office
        let pen = writer
        let registration = try form.registration(
            person: { people[$0] }, caseID: { try pen.find(number: $0)?.id })
        if directory.villages.insert(form.intake.village).inserted {
            try writer.record(.villageAdded(.init(name: form.intake.village)), at: now, by: by)
        }
        if directory.items.insert(form.intake.item).inserted {
            try writer.record(.itemListed(.init(name: form.intake.item)), at: now, by: by)
        }
        let value = try writer.append(try CaseHistory(registration, at: now), by: by)
        if let old = registration.intake.redoOf, let before = try writer.find(old) {
            let transaction = writer.transaction
            _ = try transaction.guarded {
                try transaction.record(.redone(Redone(by: value.id)), on: before, at: now, by: by)
            }
        }
        return .taken(value.state)
    }

    // MARK: People

    private mutating func person(_ form: FormPerson, with writer: inout RecordWriter) throws -> Outcome {
        let by = actor?.id ?? .office
        if let known = try writer.staff(number: form.member.number) {
            guard known.name == form.member.name, known.role == form.member.role else {
                throw ImportRow.Fault(
                    column: StaffExport.Column.number.rawValue, reason: .numberTaken, detail: form.member.number)
            }
            return .alreadyThere
        }
        if form.namesIDs, people.count + 1 != Int(form.id) {
            // The rest names colleagues by their ids there; here the same ids are other people.
            throw ImportRow.Fault(column: StaffExport.Column.id.rawValue, reason: .unfit, detail: "\(form.id)")
        }
        let member = try enrolled(form.newcomer, with: &writer, by: by)
        people[member.number] = member.id
        for (event, at) in try form.entries() {
            try writer.record(event, about: member.id, at: at ?? now, by: by)
        }
        return .taken(nil)
    }

    private func enrolled(
        _ newcomer: StaffMember, with writer: inout RecordWriter, by actor: StaffID
    ) throws -> StaffMember {
        do {
            return try writer.enrol(newcomer, at: now, by: actor)
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            throw ImportRow.Fault(column: StaffExport.Column.post.rawValue, reason: .unfit, detail: "\(refusal)")
        }
    }

    // MARK: Items

    /// All of the list or nothing of it, as a file of items has it.
    private func items(_ rows: [[String]], with writer: inout RecordWriter) throws -> [Outcome] {
        guard let actor else { return [] }
        var items: [ServiceItem] = []
        var outcomes: [Outcome] = []
        for fields in rows {
            let cells = FormCells(fields, positions: positions, offset: offset)
            do {
                var values: [ItemField: String] = [:]
                for field in ItemField.allCases { values[field] = try cells.text(field.rawValue) ?? "" }
                items.append(try ServiceItem(cells: values))
                outcomes.append(.taken(nil))
            } catch let refusal as ItemRefusal {
                outcomes.append(
                    .faulty(
                        ImportRow.Fault(
                            column: refusal.field?.rawValue ?? "", reason: .unfit, detail: "\(refusal)")))
            } catch let fault as ImportRow.Fault {
                outcomes.append(.faulty(fault))
            }
        }
        // One bad row, and nothing is taken: a list with holes is another list.
        guard items.count == rows.count else {
            let spoilt = ImportRow.Fault(column: "", reason: .otherRow, detail: "")
            return outcomes.map { if case .faulty = $0 { $0 } else { .faulty(spoilt) } }
        }
        _ = try writer.takeOver(items, by: actor, at: now)
        return outcomes
    }
}
