import CaseStore
import Casework

/// The people of the made-up county: an agent in each village, and a centre that is large enough for them.
struct CountyStaff {
    var agents: [StaffMember]
    var reviewers: [StaffMember]
    var clerks: [StaffMember]

    static func enrol(
        _ township: Township, seed: UInt64, in store: CaseStore, at opening: Instant
    ) throws(SimulationError) -> CountyStaff {
        var chance = SeededGenerator(seed: seed)
        let people = PersonMaker()
        return try store.simulate { writer in
            guard try Role.allCases.allSatisfy({ try writer.staff(role: $0).isEmpty }) else {
                throw SimulationError.inhabited
            }
            for village in township.villages {
                try writer.record(
                    .villageAdded(CentreEvent.VillageAdded(name: village)), at: opening, by: .office)
            }
            try writer.takeOver(township.serviceItems, by: Actor(id: .office, role: .director), at: opening)
            func enrol(_ prefix: String, _ index: Int, _ role: Role, _ village: String? = nil) throws -> StaffMember {
                let digits = String(1_001 + index).dropFirst()
                var member = try writer.enrol(
                    number: prefix + digits, name: people.name(isWoman: chance.chance(50), &chance), role: role,
                    village: village, phone: people.phone(&chance), at: opening, by: .office)
                member.isMadeUp = true
                try writer.record(.enrolled(member), about: member.id, at: opening, by: .office)
                return member
            }
            // One of every role that a desk is opened by, and a reviewer for each twenty-five villages.
            let reviewers = try (0...(township.villages.count / 25)).map { try enrol("R", $0, .reviewer) }
            let clerks = try (0...(township.villages.count / 50)).map { try enrol("W", $0, .windowClerk) }
            _ = try enrol("S", 0, .supervisor)
            _ = try enrol("D", 0, .director)
            let agents = try township.villages.enumerated().map { try enrol("A", $0.offset, .agent, $0.element) }
            return CountyStaff(agents: agents, reviewers: reviewers, clerks: clerks)
        }
    }
}
