import Casework
import GRDB

/// Which sheet is wanted.
public struct SheetRequest: Hashable, Sendable {
    public var kind: SheetKind
    public var period: ReportPeriod
    /// `nil` for all villages.
    public var village: String?
    /// Whether each session of duty is told behind the numbers of the attendance sheet: of a year of many people that is
    /// most of the work.
    public var isExplained: Bool

    public init(kind: SheetKind, period: ReportPeriod, village: String? = nil, isExplained: Bool = true) {
        self.kind = kind
        self.period = period
        self.village = village
        self.isExplained = isExplained
    }
}

/// Why there is no such sheet.
public enum SheetError: Error, Hashable, Sendable {
    /// The sheet is made for quarters only.
    case quarterNeeded(SheetKind)
    /// The sheet tells of what is now and has no past.
    case noPast(SheetKind)
    case notBegun(ReportPeriod)
    case villageUnknown(String)
    /// Nothing is recorded here that it could be made of: the file is older than that.
    case notKept(SheetKind)
    case store(StoreError)
}

extension CaseStore {
    /// Makes a sheet of what the record says. Of a period that is over, or an allowance that was signed, the same comes out
    /// whenever it is made; attendance and training are as known, since what was entered late may still change them. Only an
    /// import of another system's cases adds to months that are over; of those that came by form, a note says how many.
    ///
    /// - Parameter rules: today's; see ``RulesInForce``.
    public func sheet(_ request: SheetRequest, at now: Instant, rules: Rules) throws(SheetError) -> Sheet {
        do {
            if request.kind == .circular { return try circular(request, at: now, rules: rules) }
            return try read { database in
                Result { () throws in
                    try SheetReader(database: database, request: request, now: now, today: rules).sheet()
                }
            }.get()
        } catch let error as SheetError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    /// The cases whose approvals a person's number of an item, or a village's number, is made of, with the sequence of the
    /// entries, oldest first; those that were taken back are among them with -1.
    public func approvals(
        of staff: StaffID?, item: String?, village: String?, in period: ReportPeriod, limit: Int
    ) throws(StoreError) -> [CountedCase] {
        try read { database in
            var found: [CountedCase] = []
            try CountedCases(database: database).eachApproval(from: period.firstMonth, through: period.lastMonth) {
                approval in
                guard staff == nil || approval.staff == staff, item == nil || approval.item == item,
                    village == nil || approval.village == village, found.count < limit
                else { return }
                let number = try String.fetchOne(
                    database.cachedStatement(sql: "SELECT number FROM cases WHERE id = ?"),
                    arguments: [approval.caseID])
                found.append(
                    CountedCase(
                        sequence: approval.sequence, at: approval.at, number: number ?? "\(approval.caseID)",
                        item: approval.item, factor: approval.factor))
            }
            return found.sorted { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
        }
    }

    private func circular(_ request: SheetRequest, at now: Instant, rules: Rules) throws -> Sheet {
        let centre = try centre()
        if let village = request.village, try !villages().contains(village) { throw SheetError.villageUnknown(village) }
        let period = request.period
        guard period.start(centre.offset) <= now else { throw SheetError.notBegun(period) }
        guard now < period.end(centre.offset) else { throw SheetError.noPast(.circular) }
        let warnings = try openWarnings(WarningQuery(now: now, since: nil, village: request.village, agent: nil))
        return CircularSheet.sheet(
            WarningCircular(warnings, since: nil, at: now), period, centre: centre, village: request.village)
    }
}

/// One entry about a case behind a number: an approval, an acceptance.
public struct CountedCase: Hashable, Sendable {
    /// The journal entry.
    public var sequence: Int64
    public var at: Instant
    public var number: String
    public var item: String
    /// 1, or -1 for one that was taken back.
    public var factor: Int
}
