/// Who serves where: the agents of villages, groups and grids, the collectors who pass requests on, and the
/// specialists and liaison officers behind them, as one network (内放办〔2022〕3号 四; 四川《指导意见》 二(一);
/// 平政办发〔2024〕14号 二(三)1).
public struct ServiceNetwork: Hashable, Sendable {
    private let staff: [StaffMember]

    /// - Parameter staff: those who have left are passed over.
    public init(_ staff: [StaffMember]) {
        self.staff = staff.filter(\.isActive).sorted { $0.number < $1.number }
    }

    /// Who serves that grid.
    public func serving(grid: String) -> [StaffMember] {
        staff.filter { $0.grid == grid && $0.role == .agent }
    }

    /// The grid that a request from there belongs to: the one of the group's agent, else the one that all agents of the
    /// village share; `nil` when the village has several and the group does not tell.
    public func grid(village: String, group: String? = nil) -> String? {
        let agents = staff.filter { $0.role == .agent && $0.village == village }
        if let group, let grid = agents.first(where: { $0.group == group })?.grid { return grid }
        let grids = Set(agents.compactMap(\.grid))
        return grids.count == 1 ? grids.first : nil
    }

    /// The one agent of a village; `nil` when there is none, or more than one to choose from.
    public func agent(ofVillage village: String) -> StaffMember? {
        let agents = staff.filter { $0.effectivePost == .villageAgent && $0.village == village }
        return agents.count == 1 ? agents.first : nil
    }

    /// The agent to whom a collector passes what was asked: collectors handle nothing themselves.
    public func agent(behind collector: StaffMember) -> StaffMember? {
        guard collector.effectivePost == .collector, let village = collector.village else { return nil }
        return agent(ofVillage: village)
    }

    /// Where somebody serves, besides the villages: groups, grids, windows and departments.
    public var places: [String] {
        staff.flatMap { [$0.village, $0.group, $0.grid, $0.window, $0.department] }.compactMap(\.self)
            .reduce(into: []) { known, place in if !known.contains(place) { known.append(place) } }
    }

    /// How many of each layer there are, from the county down.
    public var layers: [(post: StaffPost, count: Int)] {
        [.countySpecialist, .liaisonOfficer, .townshipAgent, .villageAgent, .gridAgent].map { post in
            (post, staff.count { $0.effectivePost == post })
        }
    }
}
