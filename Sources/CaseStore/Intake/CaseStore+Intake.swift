import Casework
import GRDB

/// Why a request was not written down. The record is as it was before.
public enum IntakeError: Error, Hashable, Sendable {
    /// The record does not know the person any more.
    case notOnStaff
    case mayNotRegister(Role)
    /// This record is that village's own: cases of other villages are the township's.
    case otherVillage(String)
    /// Open cases about the same matter that the person has not been shown.
    case alreadyOpen([QueueRow])
    case record(RecordError)
}

extension CaseStore {
    /// Writes a request down as a new case: its number, the agent of its village, and the acceptance deadline of the
    /// rulebook, all in one transaction.
    ///
    /// - Parameters:
    ///   - seen: the open cases about the same matter that the person has been shown and goes on nevertheless; `nil` does
    ///     not look for any. Looked for behind the write lock, so two desks cannot take the same request at once
    ///     without one of them being told.
    ///   - mark: the file in which they were seen.
    ///   - actor: read again from the record, like everybody who acts.
    /// - Throws: ``IntakeError``; nothing is written then.
    public func register(
        _ intake: Intake, seen: Set<CaseID>?, in mark: RecordMark? = nil, by actor: Actor, rules: Rules
    ) throws(IntakeError) -> Case {
        do {
            return try batch(seenIn: mark) { writer in
                guard let member = try writer.staff(actor.id)?.member, member.isActive else {
                    throw IntakeError.notOnStaff
                }
                guard member.role.mayRegister else { throw IntakeError.mayNotRegister(member.role) }
                let own = try RelayProjection.own(in: writer.transaction.database)?.site
                if let village = own?.village, village != intake.village {
                    throw IntakeError.otherVillage(village)
                }
                if let seen {
                    let open = try writer.openCases(about: ApplicantMatter(intake))
                    guard open.allSatisfy({ seen.contains($0.id) }) else { throw IntakeError.alreadyOpen(open) }
                }
                let inForce = try writer.transaction.current(rules)
                // A clock that stands far behind the record shortens nobody's deadline: as with actions, the journal keeps
                // the time as it was told, and the deadline begins no earlier than where the record stands.
                let start = try writer.transaction.start(of: intake.submittedAt)
                let acceptance = rules.rulebook.acceptance.deadline(
                    from: start, calendar: inForce.calendar, offset: rules.offset)
                return try writer.register(
                    intake, acceptance: acceptance, at: intake.submittedAt, by: member.id)
            }
        } catch let error as IntakeError {
            throw error
        } catch let error as RecordError {
            throw .record(error)
        } catch {
            throw .record(.store(StoreError(error, path: path)))
        }
    }
}

extension RecordTransaction {
    /// So many minutes computers of one office may differ; a clock that is further behind is wrong.
    private static let tolerance = 1_440
    /// So many entries say where the record stands. Odd, so that one of them is the middle one.
    private static let witnesses = 9

    /// When the deadlines of what is told now begin: then, or, by a clock that stands a day or more behind the record, where
    /// the record stands.
    ///
    /// That is the middle one of the moments of its newest entries, and not the newest: a single clock that runs ahead, of a
    /// desk or of a village whose file came, would else put somebody's deadline off into its own future, and the second
    /// entry of a clock that is behind would find the first one and no fault with itself.
    func start(of told: Instant) throws -> Instant {
        let statement = try database.cachedStatement(
            sql: "SELECT at FROM journal ORDER BY seq DESC LIMIT \(Self.witnesses)")
        let moments = try Int64.fetchAll(statement).sorted()
        guard !moments.isEmpty else { return told }
        // Of an even number, as in a record that begins, the lesser one.
        let standing = Instant(milliseconds: moments[(moments.count - 1) / 2])
        return standing >= told.advanced(minutes: Self.tolerance) ? standing : told
    }
}

extension RecordWriter {
    /// The open cases about the same matter, those of this batch included, oldest first.
    public func openCases(about matter: ApplicantMatter) throws(StoreError) -> [QueueRow] {
        try transaction.guarded {
            try transaction.flush()
            return try matter.openCases(in: transaction.database)
        }
    }
}
