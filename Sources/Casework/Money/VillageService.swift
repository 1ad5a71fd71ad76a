/// Who was a village's agent on which day, as the roster says: an allowance is the village's, and whoever served it has
/// a part of it by days. The day of a change belongs to who is there at its end.
public struct VillageService: Sendable {
    /// A person as they were from a day on.
    struct Standing: Hashable {
        var since: CivilDate
        var member: StaffMember

        /// The village whose allowance is the person's.
        var village: String? {
            member.isActive && member.effectivePost == .villageAgent ? member.village : nil
        }
    }

    /// One person's part of a village's month.
    public struct Portion: Hashable, Sendable {
        public var village: String
        public var days: Int
        /// Fen of the township's money, and of the village's.
        public var share: Int
        public var ofVillage: Int
        /// Days of those on which the village's money was the person's, who was no deputy cadre.
        public var daysOfVillage: Int

        static func none(in village: String) -> Portion {
            Portion(village: village, days: 0, share: 0, ofVillage: 0, daysOfVillage: 0)
        }
    }

    private(set) var standings: [StaffID: [Standing]] = [:]
    private var serving: [String: [StaffID]] = [:]

    /// - Parameter entries: all that the journal has about people, oldest first.
    public init(_ entries: some Sequence<RosterChange.Entry>, offset: UTCOffset) {
        var standings: [StaffID: [Standing]] = [:]
        RosterChange.follow(entries) { entry, _, member in
            let standing = Standing(since: offset.civil(entry.at).date, member: member)
            var known = standings[entry.member] ?? []
            // What comes in late from elsewhere is not older than what is known.
            if let last = known.last, last.since >= standing.since {
                known[known.count - 1].member = standing.member
            } else {
                known.append(standing)
            }
            standings[entry.member] = known
        }
        self.standings = standings.mapValues(Self.completed)
        for (id, known) in self.standings {
            for village in Set(known.compactMap(\.village)) { serving[village, default: []].append(id) }
        }
    }

    /// Whether somebody is a deputy cadre is said at some day and was so before: the word that was never changed holds for the
    /// time in the same village before it was said, too. One that was changed, or taken back, holds from its day on.
    private static func completed(_ known: [Standing]) -> [Standing] {
        guard let first = known.firstIndex(where: { $0.member.isDeputyCadre != nil }) else { return known }
        let word = known[first].member.isDeputyCadre
        guard known[first...].allSatisfy({ $0.member.isDeputyCadre == word }) else { return known }
        var completed = known
        for place in (0..<first).reversed() {
            guard known[place].village == known[first].village else { break }
            completed[place].member.isDeputyCadre = word
        }
        return completed
    }

    /// Every village that ever had an agent.
    public var villages: [String] { serving.keys.sorted() }

    /// Everybody whom the roster knows, by number.
    public var people: [StaffID] { standings.keys.sorted { number($0) < number($1) } }

    /// The person as they were at the end of `day`; later, if they came only then.
    public func member(_ id: StaffID, on day: CivilDate) -> StaffMember? {
        (standings[id]?.last { $0.since <= day } ?? standings[id]?.first)?.member
    }

    /// The person as they were at the end of `day`; `nil` when nobody knew them yet.
    public func known(_ id: StaffID, on day: CivilDate) -> StaffMember? {
        standings[id]?.last { $0.since <= day }?.member
    }

    /// Whether the person was some village's agent at the end of `day`.
    public func serves(_ id: StaffID, on day: CivilDate) -> Bool {
        standings[id]?.last { $0.since <= day }?.village != nil
    }

    /// The agents of a village at the end of `day`, by number.
    public func agents(of village: String, on day: CivilDate) -> [StaffMember] {
        (serving[village] ?? []).compactMap { id in
            guard let now = standings[id]?.last(where: { $0.since <= day }), now.village == village else { return nil }
            return now.member
        }
        .sorted { $0.number < $1.number }
    }

    /// Divides a village's month among those who served it; no fen is lost while somebody does. Who serve together
    /// have equal parts, and the fen that do not divide go to the first by number.
    ///
    /// - Parameters:
    ///   - share: fen of the whole month from the township.
    ///   - ofVillage: fen of the whole month from the village; only for those who are no deputy cadres.
    public func divide(
        _ month: CivilMonth, of village: String, share: Int, ofVillage: Int, by rule: AgentRules.AllowanceRule.PartMonth
    ) -> [StaffID: Portion] {
        var portions: [StaffID: Portion] = [:]
        func give(_ agents: [StaffMember], _ days: Int, _ share: Int, _ ofVillage: Int) {
            let others = agents.filter { $0.isDeputyCadre == false }
            for (place, agent) in agents.enumerated() {
                var portion = portions[agent.id] ?? .none(in: village)
                portion.days += days
                portion.share += Self.part(of: share, place, agents.count)
                if let place = others.firstIndex(where: { $0.id == agent.id }) {
                    portion.ofVillage += Self.part(of: ofVillage, place, others.count)
                    portion.daysOfVillage += days
                }
                portions[agent.id] = portion
            }
        }
        let length = month.length
        switch rule {
        case .lastDay:
            give(agents(of: village, on: month.lastDay), length, share, ofVillage)
        case .days:
            // Days on which nobody serves are nobody's, and their fractions of a fen neither.
            var (begin, served) = (0, 0)
            var serving = agents(of: village, on: month.firstDay)
            for day in 1...length {
                let next = day < length ? agents(of: village, on: month.firstDay.advanced(days: day)) : []
                guard day == length || next != serving else { continue }
                if !serving.isEmpty {
                    let until = served + day - begin
                    give(
                        serving, day - begin, share * until / length - share * served / length,
                        ofVillage * until / length - ofVillage * served / length)
                    served = until
                }
                (begin, serving) = (day, next)
            }
        }
        return portions
    }

    private static func part(of sum: Int, _ place: Int, _ count: Int) -> Int {
        sum / count + (place < sum % count ? 1 : 0)
    }

    private func number(_ id: StaffID) -> String { standings[id]?.last?.member.number ?? "" }
}
