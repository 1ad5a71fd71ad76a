import ArgumentParser
import Casework

/// What is known about a person besides number, name and village: the options that `staff add` and `staff change`
/// share.
struct StaffFactOptions: ParsableArguments {
    @Option(name: .long, help: Words.help(.staff(.optionPost))) var post: StaffPost?
    @Option(name: .long, help: Words.help(.staff(.optionKind))) var kind: StaffKind?
    @Option(name: .long, help: Words.help(.staff(.optionGrid))) var grid: String?
    @Option(name: .long, help: Words.help(.staff(.optionGroup))) var group: String?
    @Option(name: .long, help: Words.help(.staff(.optionDepartment))) var department: String?
    @Option(name: .long, help: Words.help(.staff(.optionWindow))) var window: String?
    @Option(name: .long, help: Words.help(.staff(.optionWatch))) var watch: Watch?
    @Option(name: .long, help: Words.help(.staff(.optionEmployer))) var employer: String?
    @Option(name: .long, help: Words.help(.staff(.optionBirthday))) var birthday: DayArgument?
    @Option(name: .long, help: Words.help(.staff(.optionEducation))) var education: Education?
    @Option(name: .customLong("lives-in-village"), help: Words.help(.staff(.optionLivesInVillage)))
    var livesInVillage: YesNo?
    @Option(name: .customLong("uses-devices"), help: Words.help(.staff(.optionUsesDevices)))
    var usesDevices: YesNo?
    @Option(name: .customLong("grid-worker"), help: Words.help(.staff(.optionGridWorker)))
    var gridWorker: YesNo?
    @Option(name: .customLong("deputy-cadre"), help: Words.help(.staff(.optionDeputyCadre)))
    var deputyCadre: YesNo?

    /// The facts with every text looked at.
    func checked() throws(Refusal) -> Facts {
        Facts(
            options: self, grid: try EntryField.village.checkedIfAny(grid),
            group: try EntryField.village.checkedIfAny(group),
            department: try EntryField.centre.checkedIfAny(department),
            window: try EntryField.centre.checkedIfAny(window), employer: try EntryField.centre.checkedIfAny(employer))
    }

    struct Facts {
        fileprivate var options: StaffFactOptions
        fileprivate var grid: String?
        fileprivate var group: String?
        fileprivate var department: String?
        fileprivate var window: String?
        fileprivate var employer: String?

        /// Puts what was given into `member`, and leaves the rest.
        func apply(to member: inout StaffMember) {
            if let post = options.post {
                member.post = post
                member.role = post.role
            }
            if let kind = options.kind { member.kind = kind }
            if let grid { member.grid = grid }
            if let group { member.group = group }
            if let department { member.department = department }
            if let window { member.window = window }
            if let watch = options.watch { member.watch = watch }
            if let employer { member.employer = employer }
            if let birthday = options.birthday { member.birthday = birthday.date }
            if let education = options.education { member.education = education }
            if let answer = options.livesInVillage { member.livesInVillage = answer.isYes }
            if let answer = options.usesDevices { member.usesDevices = answer.isYes }
            if let answer = options.gridWorker { member.isGridWorker = answer.isYes }
            if let answer = options.deputyCadre { member.isDeputyCadre = answer.isYes }
        }
    }
}

/// A fact that `staff change --clear` takes away.
enum ClearedFact: String, CaseIterable, ExpressibleByArgument {
    case phone, post, kind, grid, group, department, window, watch, employer, birthday, education
    case livesInVillage = "lives-in-village"
    case usesDevices = "uses-devices"
    case gridWorker = "grid-worker"
    case deputyCadre = "deputy-cadre"

    func clear(_ member: inout StaffMember) {
        switch self {
        case .phone: member.phone = nil
        case .post: member.post = nil
        case .kind: member.kind = nil
        case .grid: member.grid = nil
        case .group: member.group = nil
        case .department: member.department = nil
        case .window: member.window = nil
        case .watch: member.watch = nil
        case .employer: member.employer = nil
        case .birthday: member.birthday = nil
        case .education: member.education = nil
        case .livesInVillage: member.livesInVillage = nil
        case .usesDevices: member.usesDevices = nil
        case .gridWorker: member.isGridWorker = nil
        case .deputyCadre: member.isDeputyCadre = nil
        }
    }
}
