/// The checklist of each point at the end of a period, and the stars that a centre's stands for
/// (平政办发〔2024〕14号 二(一)1、二(一)4(2)).
public struct StarSheet: Sendable {
    public struct Point: Hashable, Sendable {
        /// What shows the newest mark of a requirement.
        public struct Proof: Hashable, Sendable {
            public var text: String
            public var on: CivilDate
            public var by: String

            public init(text: String, on: CivilDate, by: String) {
                self.text = text
                self.on = on
                self.by = by
            }
        }

        public var point: ServicePoint
        public var check: PointChecklist
        /// Requirement -> what shows it.
        public var proofs: [String: Proof]
        /// Of a centre; `nil` where the rulebook awards none.
        public var rating: StarRating?

        public init(_ point: ServicePoint, rules: AgentRules, proofs: [String: Proof] = [:]) {
            self.point = point
            self.proofs = proofs
            check = PointChecklist(point, rules: rules.checklists)
            let score = check.score
            rating =
                point.kind == .centre
                ? rules.stars.flatMap { StarRating(points: score.points, of: score.of, rules: $0) } : nil
        }

        var covers: String? { point.kind == .centre ? nil : point.village }
    }

    public var points: [Point]

    public init(_ points: [Point]) {
        self.points = points
    }

    /// - Parameter villages: those of the centre; one without a point that was assessed is named.
    public func sheet(
        _ period: ReportPeriod, centre: Centre, villages: [String], village: String?, standing: Sheet.Standing
    ) -> Sheet {
        func place(_ point: Point) -> Int { point.point.kind == .centre ? 0 : 1 }
        let shown = points.filter { village == nil || $0.point.village == village }
            .sorted {
                (place($0), $0.point.village ?? "", $0.point.name) < (place($1), $1.point.village ?? "", $1.point.name)
            }
        let covered = Set(points.compactMap(\.covers))
        let open = villages.filter { (village == nil || $0 == village) && !covered.contains($0) }
        return Sheet(
            kind: .stars, period: period, centre: centre.name, village: village, standing: standing,
            columns: [.place, .fulfilled, .score, .level, .open], rows: shown.map(Self.row),
            notes: open.isEmpty ? [] : [SheetNote(.noteNotAssessed, [.list(open.map { .text($0) })])],
            signatures: [.init(.madeBy), .init(.reviewedBy)])
    }

    private static func row(_ point: Point) -> Sheet.Row {
        let check = point.check
        let (score, all) = check.score
        func part(_ item: String, _ amount: SheetValue) -> SheetPart {
            let proof = point.proofs[item].map { [SheetValue.text($0.text), .date($0.on), .text($0.by)] }
            return SheetPart([.text(item)] + (proof ?? []), amount)
        }
        let missing = check.missing.map { part($0, .count(0)) }
        let unknown = check.unknown.map { SheetPart([.text($0)], .term(.notLookedAt)) }
        // The hall counts for whether the checklist is complete, not for the score.
        let hall: [SheetValue] =
            switch check.hall {
            case .notAsked, .enough: []
            case .unknown, .tooSmall: [.term(.hall(check.hall))]
            }
        return Sheet.Row(
            key: point.point.name,
            cells: [
                SheetCell(.text(point.point.name)),
                SheetCell(.count(score), parts: check.fulfilled.map { part($0, .count(1)) }),
                SheetCell(.text("\(score)/\(all)")), SheetCell(point.rating.map { .text($0.level) } ?? .none),
                SheetCell(
                    .list(((check.missing + check.unknown).map { .text($0) } + hall).map { .list([$0]) }),
                    parts: missing + unknown + hall.map { SheetPart([$0], .none) }),
            ])
    }
}
