import Casework
import GRDB

/// Takes the entries of one bundle over, inside one write transaction.
///
/// What came is written into this record's own journal with its own moment and person; ``RelayEvent/imported(_:)`` at
/// the end tells where each entry came from.
final class RelayIncoming {
    let transaction: RecordTransaction
    let own: RelayEvent.Introduced
    let partner: RelaySite
    let mark: RelayBundleMark
    let now: Instant
    let actor: StaffID
    /// Pairs of numbers: here, there.
    var rows: [Int64] = []
    var confirmed: [Int64] = []
    var applied = 0
    /// The entries that became, or are, tasks for somebody, by their number at the village.
    private var waiting: Set<Int64> = []
    var touched: Set<CaseID> = []

    var database: Database { transaction.database }
    var tasks: Int { waiting.count }

    /// Counts a task while somebody still has to do something about it.
    func count(_ task: RelayTask) {
        if task.isOpen { waiting.insert(task.entry.seq) } else { waiting.remove(task.entry.seq) }
    }

    init(
        _ transaction: RecordTransaction, own: RelayEvent.Introduced, partner: RelaySite, mark: RelayBundleMark,
        at now: Instant, by actor: StaffID
    ) {
        self.transaction = transaction
        self.own = own
        self.partner = partner
        self.mark = mark
        self.now = now
        self.actor = actor
        transaction.arrival = now
    }

    func run(_ entries: [RelayEntry], madeAt: Instant) throws {
        let after = try transaction.currentHead().sequence
        for entry in entries {
            if own.site.isTownship {
                try applyAtTownship(entry)
            } else {
                try applyAtVillage(entry)
            }
        }
        for id in touched.sorted() { try merge(id) }
        try transaction.record(
            .centre(
                .relay(
                    .imported(
                        RelayEvent.Imported(
                            bundle: mark, madeAt: madeAt, after: after, rows: rows, confirmed: confirmed)))),
            about: 0, at: now, by: actor)
    }

    /// Notes where the entry that was just written came from.
    func written(_ entry: RelayEntry) throws {
        let row = try transaction.currentHead().sequence
        rows += [row, entry.seq]
        applied += 1
        try RelayProjection.saveOrigin(
            row, site: partner.id, origin: entry.seq, isOwn: false, bundle: mark.number, in: database)
    }

    // MARK: Who and what is meant

    struct Unknown: Error {
        var kind: RelayObstacle.Kind
    }

    func staff(number: String) throws -> StaffMember? {
        number.isEmpty ? nil : try StaffProjection.find(number: number, in: database)?.member
    }

    /// Whether the person works at that village: as one of its own, or standing in for one of them at that time.
    ///
    /// What a village tells is in the name of its own people only: a bundle in which somebody else accepts, judges or
    /// moves a case would borrow the rights of a person who never sat there.
    func works(_ member: StaffMember, at village: String?, on instant: Instant) throws -> Bool {
        if member.village == village { return true }
        let records = try StaffProjection.fetch("WHERE role = ?", [member.role.rawValue], in: database)
        let standIns = StandIns(records)
        return records.contains {
            $0.member.village == village && standIns.responsible(for: $0.member.id, at: instant) == member.id
        }
    }

    func find(number: String) throws -> Case? {
        let statement = try database.cachedStatement(sql: "SELECT id FROM cases WHERE number = ?")
        guard let id = try Int64.fetchOne(statement, arguments: [number]) else { return nil }
        do {
            return try transaction.find(CaseID(id))
        } catch is EntriesMissing {
            // Unknown, like one without a row: an obstacle of its own entries, not of the whole bundle.
            return nil
        }
    }

    /// The event with the ids that people and cases have here.
    ///
    /// - Parameter isStrict: throws ``Unknown`` for who is not known here; otherwise the office stands for them.
    func event(of entry: RelayEntry, isStrict: Bool) throws -> CaseEvent {
        try CaseEvent(kind: entry.kind, body: entry.body).mappingIDs(
            person: { (id: StaffID) throws -> StaffID in
                guard id != .office else { return id }
                if let known = try staff(number: entry.people?[String(id.value)] ?? "")?.id { return known }
                if isStrict { throw Unknown(kind: .personUnknown) }
                return .office
            },
            case: { (id: CaseID) throws -> CaseID in
                if let known = try find(number: entry.cases?[String(id.value)] ?? "")?.id { return known }
                if isStrict { throw Unknown(kind: .caseUnknown) }
                return CaseID(0)
            })
    }
}
