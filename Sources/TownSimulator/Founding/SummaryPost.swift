import Casework

/// When the villages hand in the summary of a month: nearly all on its last open day, also one with nothing in it; a few late,
/// and one long after.
struct SummaryPost {
    let hours: WorkingHours

    struct HandIn: Hashable {
        /// The place of the village in the list.
        var village: Int
        var at: Instant
    }

    /// - Parameter count: of the villages.
    func handIns(of month: CivilMonth, villages count: Int, _ chance: inout SeededGenerator) -> [HandIn] {
        // The last one is in time always, with nothing in it too.
        let order = chance.shuffled(Array(0..<max(0, count - 1))) + (count > 0 ? [count - 1] : [])
        let last = hours.openDay(before: month.advanced(by: 1).firstDay)
        return order.enumerated().map { place, village in
            let day: CivilDate
            switch place * 22 / max(1, count) {
            case 0 where count > 2: day = openDay(after: last, 6)
            case 1, 2: day = openDay(after: last, place % 2 + 1)
            default: day = last
            }
            let at = hours.offset.instant(day, minute: chance.number(880...1_040)).advanced(
                seconds: chance.number(0...59))
            return HandIn(village: village, at: at)
        }.sorted { ($0.at, $0.village) < ($1.at, $1.village) }
    }

    private func openDay(after day: CivilDate, _ count: Int) -> CivilDate {
        var found = day
        for _ in 0..<count {
            found = hours.offset.civil(hours.after(hours.offset.instant(found, minute: 1_430), minutes: 0)).date
        }
        return found
    }
}

extension LivingFront {
    /// The summaries of the months that are over, and what has come in by now of the running one.
    ///
    /// - Parameter first: the month in which the record begins.
    mutating func planSummaries(since first: CivilMonth, _ chance: inout SeededGenerator) {
        let post = SummaryPost(hours: hours)
        var month = first
        while month <= CivilMonth(of: hours.offset.civil(now).date) {
            for handIn in post.handIns(of: month, villages: office.agents.count, &chance) where handIn.at <= now {
                let agent = office.agents[handIn.village]
                guard let village = agent.village else { continue }
                let summary = SummaryHandedIn(village: village, month: month)
                acts.append((handIn.at, .toCentre(.summaryHandedIn(summary), by: agent)))
            }
            month = month.advanced(by: 1)
        }
    }
}
