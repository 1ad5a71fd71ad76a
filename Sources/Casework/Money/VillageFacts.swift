/// What a village is like, as far as support money is weighed by it (四川《指导意见》 三(四)). It is said anew when it changes.
public struct VillageFacts: Hashable, Codable, Sendable {
    public var village: String
    public var residents: Int
    /// By road to the centre.
    public var kilometres: Int

    public init(village: String, residents: Int, kilometres: Int) {
        self.village = village
        self.residents = residents
        self.kilometres = kilometres
    }

    /// - Throws: ``PayRefusal``: they are said by who sets what is paid, of a village of the centre, within reason.
    public static func decide(
        _ village: String, residents: Int, kilometres: Int, known villages: [String], by actor: StaffMember
    ) throws(PayRefusal) -> VillageFacts {
        try AllowanceProcess.permit(.setRate, actor)
        guard villages.contains(village) else { throw .villageUnknown(village) }
        guard (1...1_000_000).contains(residents), (0...10_000).contains(kilometres) else { throw .factsUnfit }
        return VillageFacts(village: village, residents: residents, kilometres: kilometres)
    }
}
