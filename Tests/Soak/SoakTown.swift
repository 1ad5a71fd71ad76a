import CaseStore
import Casework

/// The record of a soak: one village, some agents, a reviewer, a supervisor, and cases for everybody to reach for.
struct SoakTown {
    /// Friday 2026-11-20 09:00.
    static let begin = UTCOffset.china.instant(CivilDate(year: 2026, month: 11, day: 20)!, minute: 540)

    let store: CaseStore
    let rules: Rules
    let agents: [StaffMember]
    let reviewer: StaffMember
    let supervisor: StaffMember

    static func found(at path: String, cases: Int) throws {
        let centre = Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china)
        let store = try CaseStore.create(at: path, centre: centre, now: begin)
        try store.batch { writer in
            try writer.record(.villageAdded(.init(name: "石门垭")), at: begin, by: .office)
            try writer.record(.itemListed(.init(name: "城乡居民养老参保")), at: begin, by: .office)
            for number in 1...4 {
                // Only the first serves the village, and so gets its cases.
                _ = try writer.enrol(
                    number: "A0\(number)", name: "周桂兰", role: .agent, village: number == 1 ? "石门垭" : nil, at: begin,
                    by: .office)
            }
            _ = try writer.enrol(number: "R01", name: "王敏", role: .reviewer, at: begin, by: .office)
            _ = try writer.enrol(number: "S01", name: "何有田", role: .supervisor, at: begin, by: .office)
        }
        let town = try SoakTown(path: path)
        for _ in 0..<cases { _ = try town.register(at: begin) }
    }

    init(path: String) throws {
        store = try CaseStore.open(at: path)
        rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
        agents = try store.staff(role: .agent)
        reviewer = try store.staff(role: .reviewer)[0]
        supervisor = try store.staff(role: .supervisor)[0]
    }

    func register(at: Instant) throws -> Case {
        let intake = Intake(
            kind: .agency, origin: .walkIn, item: "城乡居民养老参保", village: "石门垭", applicant: .init(name: "张三"),
            submittedAt: at)
        return try store.register(intake, seen: nil, by: Actor(reviewer), rules: rules)
    }

    /// What could be done next with a case, and who would do it.
    func step(
        on value: Case, _ chance: inout some RandomNumberGenerator
    ) -> (command: CaseCommand, actor: StaffMember)? {
        let holder = agents.first { $0.id == value.holder }
        switch value.state {
        case .pending: return (.accept(.confirmed), reviewer)
        case .inReview:
            return Bool.random(using: &chance)
                ? (.approve(note: nil), reviewer) : (.reject(reason: "缺身份证复印件"), reviewer)
        default:
            guard value.state.isOpen, let holder else { return nil }
            switch Int.random(in: 0..<10, using: &chance) {
            case 0: return (.urge, supervisor)
            case 1, 2:
                let others = agents.filter { $0.id != holder.id }
                return others.randomElement(using: &chance).map { (.reassign(to: $0), reviewer) }
            default: return (.complete(note: "办好"), holder)
            }
        }
    }
}
