import Casework
import GRDB

/// Taking a case into the record: its number, its agent, and, for imports, the life it already has behind it.
extension RecordWriter {
    /// Registers a case.
    ///
    /// - Parameters:
    ///   - number: its number; `nil` gives it the next one of the day of `at` (civil time of the centre).
    ///   - holder: its agent; `nil` gives it to the agent of the village, when exactly one active agent serves it.
    ///   - history: the part of its life that an imported case already has behind it.
    ///   - source: where an imported case came from, such as `requests.csv`.
    ///   - acceptance: its first deadline, from the rulebook.
    ///   - clocks: what else runs from the beginning.
    /// - Throws: ``RecordError/caseNumberTaken(_:)``, ``RecordError/noSuchStaff(_:)`` (the batch stays usable) or
    ///   ``RecordError/store(_:)``.
    @discardableResult
    public mutating func register(
        _ intake: Intake, number: String? = nil, holder: StaffID? = nil, history: Registration.History? = nil,
        source: String? = nil, acceptance: Deadline?, clocks: [CaseClock]? = nil, at: Instant, by actor: StaffID
    ) throws(RecordError) -> Case {
        do {
            if let number, try exists(number: number) { throw RecordError.caseNumberTaken(number) }
            if let holder, try staff(holder) == nil { throw RecordError.noSuchStaff(holder) }
            return try transaction.guarded {
                let registration = Registration(
                    number: try number ?? nextNumber(at: at), intake: intake,
                    holder: try holder
                        ?? agent(of: intake.village, at: history == nil ? at : nil), acceptance: acceptance,
                    history: history, source: source, clocks: clocks)
                return try transaction.register(registration, id: try nextID(), at: at, by: actor)
            }
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: transaction.path))
        }
    }

    /// The state of the case with that number, those of this batch included.
    func state(of number: String) throws(StoreError) -> CaseState? {
        try transaction.guarded {
            try transaction.flush()
            let statement = try transaction.database.cachedStatement(sql: "SELECT state FROM cases WHERE number = ?")
            return try String.fetchOne(statement, arguments: [number]).flatMap(CaseState.init)
        }
    }

    /// How the case with that number was registered; `nil` when there is none.
    func registration(number: String) throws(StoreError) -> Registration? {
        try transaction.guarded {
            let statement = try transaction.database.cachedStatement(
                sql: """
                    SELECT seq, kind, body FROM journal WHERE subject_kind = 'case' \
                    AND subject = (SELECT id FROM cases WHERE number = ?) ORDER BY seq LIMIT 1
                    """)
            guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
            let fact = try JournalFact(
                subjectKind: JournalFact.SubjectKind.case.rawValue, kind: try row.value(1), body: try row.value(2),
                sequence: try row.value(0))
            guard case .case(.registered(let registration)) = fact else {
                throw UnreadableRecord(
                    place: "journal entry \((try row.value(0) as Int64))", detail: "not a registration")
            }
            return registration
        }
    }

    private func nextNumber(at: Instant) throws -> String {
        let centre = try centre()
        let date = centre.offset.civil(at).date
        let mark = try transaction.siteMark()
        let day = day(prefix: centre.prefix, date: date, mark: mark)
        var sequence = try lastSequence(day: day)
        var number: String
        // An imported number may stand in the way.
        repeat {
            sequence += 1
            number = CaseNumber.make(prefix: centre.prefix, date: date, sequence: sequence, mark: mark)
        } while try exists(number: number)
        transaction.sequences[day] = sequence
        return number
    }

    private func lastSequence(day: String) throws -> Int {
        if let known = transaction.sequences[day] { return known }
        // ':' follows '9' in ASCII: the range holds exactly the numbers that go on with a digit after the day and the
        // site's letters. Nine digits at most, so that no imported number can run over.
        let statement = try transaction.database.cachedStatement(
            sql: """
                SELECT max(CAST(substr(number, ?) AS INTEGER)) FROM cases \
                WHERE number >= ? AND number < ? AND length(number) <= ?
                """)
        let length = day.count
        let last = try Int.fetchOne(
            statement, arguments: [length + 1, day, day + ":", length + 9])
        return max(0, last ?? 0, try transaction.floors().sequences[day] ?? 0)
    }

    /// What the numbers of a day begin with, such as `YX261120-`, or `YX261120-B` at a village with its own record.
    private func day(prefix: String, date: CivilDate, mark: String) -> String {
        String(CaseNumber.make(prefix: prefix, date: date, sequence: 0, mark: mark).dropLast(4))
    }

    func nextID() throws -> CaseID {
        let last = try transaction.lastCaseID ?? max(greatestID(), transaction.floors().lastCase)
        transaction.lastCaseID = last + 1
        return CaseID(last + 1)
    }

    private func greatestID() throws -> Int64 {
        let statement = try transaction.database.cachedStatement(sql: "SELECT max(id) FROM cases")
        return try Int64.fetchOne(statement) ?? 0
    }

    /// The agent of a village, or who stands in at that time: the second gets the first one's work. `nil` asks for the
    /// agent whoever stands in: what was done before is nobody else's.
    private func agent(of village: String, at instant: Instant?) throws -> StaffID? {
        let statement = try transaction.database.cachedStatement(
            sql: """
                SELECT id, json_extract(body, '$.standIn.by') FROM staff \
                WHERE role = ? AND village = ? AND is_active = 1 LIMIT 2
                """)
        let agents = try Row.fetchAll(statement, arguments: [Role.agent.rawValue, village])
        guard agents.count == 1, let row = agents.first else { return nil }
        let agent = StaffID(try row.value(0))
        guard let instant, (try row.value(1) as Int64?) != nil else { return agent }
        let records = try StaffProjection.fetch("WHERE role = ?", [Role.agent.rawValue], in: transaction.database)
        return StandIns(records).responsible(for: agent, at: instant)
    }
}
