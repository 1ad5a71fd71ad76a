import Casework
import GRDB

/// Inspections, training sessions, assessments of points and decisions about people: reading the ledgers.

public struct InspectionLine: Hashable, Sendable {
    public var sequence: Int64
    public var at: Instant
    public var actor: StaffID
    public var inspection: Inspection
}

public struct TrainingLine: Hashable, Sendable {
    public var sequence: Int64
    public var at: Instant
    public var actor: StaffID
    public var training: TrainingHeld

    public var number: Int { training.number }
    public var session: TrainingYear.Session { training.session }
}

/// A service point as it was assessed so far.
public struct AssessedPoint: Hashable, Sendable {
    public struct Proof: Hashable, Sendable {
        public var text: String
        public var at: Instant
        public var actor: StaffID
    }

    public var point: ServicePoint
    /// Item of the checklist -> what shows the newest mark.
    public var evidence: [String: Proof]
    /// Of the newest assessment.
    public var assessedAt: Instant
    public var actor: StaffID
}

public struct TenureLine: Hashable, Sendable {
    public var sequence: Int64
    public var staff: StaffID
    public var at: Instant
    public var actor: StaffID
    public var decision: TenureDecision
}

extension CaseStore {
    /// The inspections of some days, oldest first.
    public func inspections(from first: CivilDate, through last: CivilDate) throws(StoreError) -> [InspectionLine] {
        try read { try Self.inspections(from: first, through: last, in: $0) }
    }

    static func inspections(
        from first: CivilDate, through last: CivilDate, in database: Database
    ) throws -> [InspectionLine] {
        try inspections("inspected_at >= ?1 AND inspected_at < ?2", first, last, in: database)
    }

    /// The same with those of other days that were written down in these.
    static func inspections(
        madeOrRecordedFrom first: CivilDate, through last: CivilDate, in database: Database
    ) throws -> [InspectionLine] {
        try inspections("inspected_at >= ?1 AND inspected_at < ?2 OR at >= ?1 AND at < ?2", first, last, in: database)
    }

    private static func inspections(
        _ condition: String, _ first: CivilDate, _ last: CivilDate, in database: Database
    ) throws -> [InspectionLine] {
        let offset = try CaseWorkTable.offset(in: database)
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT seq, at, actor, body FROM inspections WHERE \(condition) ORDER BY inspected_at, seq",
            arguments: [offset.instant(first).milliseconds, offset.instant(last, minute: 1_440).milliseconds])
        return try rows.map { row in
            InspectionLine(
                sequence: try row.value(0), at: Instant(milliseconds: try row.value(1)),
                actor: StaffID(try row.value(2)),
                inspection: try CanonicalJSON.value(Inspection.self, from: try row.value(3)))
        }
    }

    /// The sessions of a year, oldest first.
    public func trainings(in year: Int) throws(StoreError) -> [TrainingLine] {
        try read { try Self.trainings(in: $0).filter { $0.training.on.year == year } }
    }

    static func trainings(in database: Database) throws -> [TrainingLine] {
        try Row.fetchAll(database, sql: "SELECT seq, at, actor, body FROM trainings ORDER BY held_on, seq").map { row in
            TrainingLine(
                sequence: try row.value(0), at: Instant(milliseconds: try row.value(1)),
                actor: StaffID(try row.value(2)),
                training: try CanonicalJSON.value(TrainingHeld.self, from: try row.value(3)))
        }
    }

    /// The service points that were assessed, by their first assessment.
    public func servicePoints() throws(StoreError) -> [AssessedPoint] {
        try read { try Self.servicePoints(in: $0) }
    }

    /// - Parameter end: what was assessed from then on is left out; `nil` for nothing.
    static func servicePoints(before end: Instant? = nil, in database: Database) throws -> [AssessedPoint] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT at, actor, body FROM point_assessments WHERE ?1 IS NULL OR at < ?1 ORDER BY seq",
            arguments: [end?.milliseconds])
        var points: [AssessedPoint] = []
        for row in rows {
            let (at, actor) = (Instant(milliseconds: try row.value(0)), StaffID(try row.value(1)))
            let assessment = try CanonicalJSON.value(PointAssessment.self, from: try row.value(2) as String)
            let known = points.firstIndex { $0.point.name == assessment.point }
            let index = known ?? points.count
            if known == nil {
                points.append(
                    AssessedPoint(
                        point: ServicePoint(name: assessment.point, kind: assessment.kind), evidence: [:],
                        assessedAt: at, actor: actor))
            }
            points[index].point.apply(assessment)
            (points[index].assessedAt, points[index].actor) = (at, actor)
            for mark in assessment.marks {
                points[index].evidence[mark.item] = AssessedPoint.Proof(text: mark.evidence, at: at, actor: actor)
            }
        }
        return points
    }

    /// What was decided about people, oldest first.
    public func tenureDecisions(of person: StaffID? = nil) throws(StoreError) -> [TenureLine] {
        try read { try Self.tenureDecisions(of: person, in: $0) }
    }

    static func tenureDecisions(of person: StaffID?, in database: Database) throws -> [TenureLine] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT seq, staff, at, actor, body FROM tenure_decisions WHERE ?1 IS NULL OR staff = ?1 ORDER BY seq
                """, arguments: [person?.value])
        return try rows.map { row in
            TenureLine(
                sequence: try row.value(0), staff: StaffID(try row.value(1)),
                at: Instant(milliseconds: try row.value(2)), actor: StaffID(try row.value(3)),
                decision: try CanonicalJSON.value(TenureDecision.self, from: try row.value(4)))
        }
    }
}
