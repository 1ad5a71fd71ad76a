/// Who is missing where: the rulebook's posts against the people who are there (内放办〔2022〕3号 一、附件).
public struct StaffingCheck: Hashable, Sendable {
    /// Where posts have to be filled.
    public struct Places: Hashable, Sendable {
        /// A villagers' group (组) of a village.
        public struct Group: Hashable, Comparable, Sendable {
            public var village: String
            public var name: String

            public init(village: String, name: String) {
                self.village = village
                self.name = name
            }

            public static func < (one: Group, other: Group) -> Bool {
                (one.village, one.name) < (other.village, other.name)
            }
        }

        public var villages: [String]
        public var groups: [Group]
        public var departments: [String]

        /// The places that are named, and those that anybody was ever there for: a group whose agent has left is still
        /// a group.
        public init(villages: [String], groups: [Group] = [], departments: [String] = [], staff: [StaffMember] = []) {
            self.villages = villages
            let known = staff.compactMap { member -> Group? in
                guard let village = member.village, let group = member.group else { return nil }
                return Group(village: village, name: group)
            }
            self.groups = Set(groups + known).sorted()
            self.departments = Set(departments + staff.compactMap(\.department)).sorted()
        }
    }

    /// Too few people of a post at a place.
    public struct Vacancy: Hashable, Sendable {
        public enum Place: Hashable, Sendable {
            case county, township
            case village(String)
            case group(Places.Group)
            case department(String)
        }

        public var place: Place
        public var post: StaffPost
        public var least: Int
        public var found: Int
    }

    public var vacancies: [Vacancy]

    public init(_ requirements: [AgentRules.StaffingRequirement], places: Places, staff: [StaffMember]) {
        let active = staff.filter(\.isActive)
        vacancies = requirements.flatMap { requirement in
            Self.places(of: requirement.unit, places).compactMap { place in
                let found = active.count { $0.effectivePost == requirement.post && Self.serves($0, place) }
                guard found < requirement.least else { return nil }
                return Vacancy(place: place, post: requirement.post, least: requirement.least, found: found)
            }
        }
    }

    private static func places(
        of unit: AgentRules.StaffingRequirement.Unit, _ places: Places
    ) -> [Vacancy.Place] {
        switch unit {
        case .county: [.county]
        case .township: [.township]
        case .village: places.villages.map { .village($0) }
        case .group: places.groups.map { .group($0) }
        case .department: places.departments.map { .department($0) }
        }
    }

    /// Who belongs to a department or a village is not the township's own.
    private static func serves(_ member: StaffMember, _ place: Vacancy.Place) -> Bool {
        switch place {
        case .county: true
        case .township: member.department == nil && member.village == nil
        case .village(let name): member.village == name
        case .group(let group): member.village == group.village && member.group == group.name
        case .department(let name): member.department == name
        }
    }
}
