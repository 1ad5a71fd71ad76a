/// A village has handed in its summary of a month, also an empty one (建政发〔2022〕33号 二(三)3).
public struct SummaryHandedIn: Hashable, Codable, Sendable {
    public var village: String
    public var month: CivilMonth

    public init(village: String, month: CivilMonth) {
        self.village = village
        self.month = month
    }

    /// - Parameter today: a month that has not begun has no summary.
    public static func decide(
        village: String, month: CivilMonth, known villages: [String], by actor: StaffMember, today: CivilDate
    ) throws(PayRefusal) -> SummaryHandedIn {
        try AllowanceProcess.permit(.handIn, actor)
        guard villages.contains(village) else { throw .villageUnknown(village) }
        if actor.role == .agent, actor.village != village { throw .otherVillage(village) }
        guard month <= CivilMonth(of: today) else { throw .summaryInFuture(month) }
        return SummaryHandedIn(village: village, month: month)
    }
}
