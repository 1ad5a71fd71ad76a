/// What happened to the roster since a day, line by line: the list that the township hands up to the county
/// (武政管办〔2022〕36号 第五、六条). It is read from the journal and not kept, so it cannot be forgotten.
public struct RosterChange: Hashable, Sendable {
    public enum Kind: String, Hashable, CaseIterable, Sendable {
        case enrolled, left
        /// Another person under the same number, or a corrected name.
        case person
        case post, village, contact
    }

    public var at: Instant
    public var actor: StaffID
    public var number: String
    public var name: String
    public var kind: Kind
    public var before: String?
    public var after: String?

    /// What the journal says about one member of the staff.
    public struct Entry: Hashable, Sendable {
        public var at: Instant
        public var actor: StaffID
        public var member: StaffID
        public var event: StaffEvent

        public init(at: Instant, actor: StaffID, member: StaffID, event: StaffEvent) {
            self.at = at
            self.actor = actor
            self.member = member
            self.event = event
        }
    }

    /// - Parameters:
    ///   - entries: all that the journal has about people, oldest first; what came before `since` tells what a change
    ///     changed.
    ///   - since: the first instant of the list.
    public static func list(_ entries: some Sequence<Entry>, since: Instant) -> [RosterChange] {
        var changes: [RosterChange] = []
        follow(entries) { entry, before, after in
            if entry.at >= since { changes += lines(from: before, to: after, entry) }
        }
        return changes
    }

    /// Goes through the entries, each with the person as they were before it, `nil` when it enrols them, and after it.
    static func follow(
        _ entries: some Sequence<Entry>, _ each: (Entry, _ before: StaffMember?, _ after: StaffMember) -> Void
    ) {
        var records: [StaffID: StaffRecord] = [:]
        for entry in entries {
            let before = records[entry.member]
            guard var after = before ?? entry.event.enrolledMember.map({ StaffRecord(member: $0) }) else { continue }
            after.apply(entry.event, at: entry.at)
            records[entry.member] = after
            each(entry, before?.member, after.member)
        }
    }

    private static func lines(from before: StaffMember?, to after: StaffMember, _ entry: Entry) -> [RosterChange] {
        func line(_ kind: Kind, _ old: String? = nil, _ new: String? = nil) -> RosterChange {
            RosterChange(
                at: entry.at, actor: entry.actor, number: after.number, name: after.name, kind: kind, before: old,
                after: new)
        }
        guard let before else { return [line(.enrolled, nil, place(after))] }
        var lines: [RosterChange] = []
        if !before.isActive, after.isActive { lines.append(line(.enrolled, nil, place(after))) }
        if before.name != after.name { lines.append(line(.person, before.name, after.name)) }
        if before.effectivePost != after.effectivePost {
            lines.append(line(.post, before.effectivePost.rawValue, after.effectivePost.rawValue))
        }
        if place(before) != place(after) { lines.append(line(.village, place(before), place(after))) }
        if before.phone != after.phone { lines.append(line(.contact, before.phone, after.phone)) }
        if before.isActive, !after.isActive { lines.append(line(.left, place(before), nil)) }
        return lines
    }

    /// Village, group and grid, or department or window: where the person works.
    private static func place(_ member: StaffMember) -> String? {
        let parts = [member.village, member.group, member.grid, member.department, member.window].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
