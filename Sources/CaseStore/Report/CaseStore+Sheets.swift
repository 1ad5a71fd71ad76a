import Casework
import GRDB

/// Which sheet is wanted.
public struct SheetRequest: Hashable, Sendable {
    public var kind: SheetKind
    public var period: ReportPeriod
    /// `nil` for all villages.
    public var village: String?

    public init(kind: SheetKind, period: ReportPeriod, village: String? = nil) {
        self.kind = kind
        self.period = period
        self.village = village
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
    /// whenever it is made; attendance and training are as known, since what was entered late may still change them.
    public func sheet(_ request: SheetRequest, at now: Instant, rules: Rules) throws(SheetError) -> Sheet {
        do {
            if request.kind == .circular { return try circular(request, at: now, rules: rules) }
            return try read { database in
                Result { () throws in
                    try SheetReader(database: database, request: request, now: now, rules: rules).sheet()
                }
            }.get()
        } catch let error as SheetError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    /// The cases whose approvals a person's number of an item, or a village's number, is made of, with the sequence of the
    /// entries; those that were taken back are among them with -1.
    public func approvals(
        of staff: StaffID?, item: String?, village: String?, in period: ReportPeriod, limit: Int
    ) throws(StoreError) -> [CountedCase] {
        try read { database in
            let offset = try CentreProjection.centre(in: database).offset
            var found: [CountedCase] = []
            try CaseMovements(database: database).each(from: period.start(offset), to: period.end(offset)) { movement in
                guard movement.kind != .registered, staff == nil || movement.staff == staff,
                    item == nil || movement.item == item, village == nil || movement.village == village,
                    found.count < limit
                else { return }
                let number = try String.fetchOne(
                    database.cachedStatement(sql: "SELECT number FROM cases WHERE id = ?"),
                    arguments: [movement.caseID])
                found.append(
                    CountedCase(
                        sequence: movement.sequence, at: movement.at, number: number ?? "\(movement.caseID)",
                        item: movement.item, factor: movement.factor))
            }
            return found
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
