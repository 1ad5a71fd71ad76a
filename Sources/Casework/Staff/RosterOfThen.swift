/// The roster as it was at a moment: who served where, to the minute.
public struct RosterOfThen: Sendable {
    private struct Standing {
        var since: Instant
        var member: StaffMember
    }

    private let standings: [StaffID: [Standing]]

    /// - Parameter entries: all that the journal has about people, in its order.
    public init(_ entries: some Sequence<RosterChange.Entry>) {
        var standings: [StaffID: [Standing]] = [:]
        RosterChange.follow(entries) { entry, _, member in
            standings[entry.member, default: []].append(Standing(since: entry.at, member: member))
        }
        self.standings = standings
    }

    /// The person as they were at a moment; before they were entered, as they came.
    public func member(_ id: StaffID, at moment: Instant) -> StaffMember? {
        let known = standings[id] ?? []
        return (known.last { $0.since <= moment } ?? known.first)?.member
    }

    /// Who served at a moment.
    public func members(at moment: Instant) -> [StaffMember] {
        standings.values.compactMap { known in known.last { $0.since <= moment }?.member }.filter(\.isActive)
    }
}
