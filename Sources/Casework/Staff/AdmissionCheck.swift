/// May this person become an agent? What speaks against it, point by point, each with the article that says so.
///
/// The check is about facts on a day and judges nothing: what it finds can be waived, with a reason for each finding,
/// since both documents leave room for exceptions (武政管办〔2022〕36号 第十三条; 建政发〔2022〕33号 二(一)2).
public struct AdmissionCheck: Hashable, Sendable {
    public var findings: [AdmissionFinding]

    /// Finds nothing about people whom the rules of admission do not speak of.
    ///
    /// - Parameter day: on which the person is to begin.
    public init(of member: StaffMember, rules: AgentRules.Admission, on day: CivilDate) {
        guard member.needsAdmission else {
            findings = []
            return
        }
        findings = [
            Self.age(member, rules, day), Self.education(member, rules), Self.gridWorker(member, rules),
            rules.livesInVillage ? Self.residence(member) : nil, rules.usesDevices ? Self.devices(member) : nil,
        ].compactMap(\.self)
    }

    /// What no waiver covers.
    public func open(after waivers: [Waiver]) -> [AdmissionFinding] {
        findings.filter { finding in !waivers.contains { $0.subject == finding.subject } }
    }

    public func isAdmissible(after waivers: [Waiver] = []) -> Bool {
        open(after: waivers).isEmpty
    }

    private static func age(
        _ member: StaffMember, _ rules: AgentRules.Admission, _ day: CivilDate
    ) -> AdmissionFinding? {
        guard let birthday = member.birthday, birthday <= day else { return .ageUnknown(limit: rules.ageLimit) }
        let age = birthday.years(until: day)
        return age < rules.ageLimit ? nil : .tooOld(age: age, limit: rules.ageLimit)
    }

    private static func education(_ member: StaffMember, _ rules: AgentRules.Admission) -> AdmissionFinding? {
        guard let education = member.education else { return .educationUnknown(least: rules.education) }
        return education < rules.education ? .educationTooLow(education, least: rules.education) : nil
    }

    private static func gridWorker(_ member: StaffMember, _ rules: AgentRules.Admission) -> AdmissionFinding? {
        switch (rules.gridWorker, member.isGridWorker) {
        case (.may, _), (.must, true), (.never, false): nil
        case (.must, nil), (.never, nil): .gridWorkUnknown
        case (.must, false): .noGridWorker
        case (.never, true): .isGridWorker
        }
    }

    private static func residence(_ member: StaffMember) -> AdmissionFinding? {
        switch member.livesInVillage {
        case true: nil
        case false: .livesElsewhere
        case nil: .residenceUnknown
        }
    }

    private static func devices(_ member: StaffMember) -> AdmissionFinding? {
        switch member.usesDevices {
        case true: nil
        case false: .usesNoDevices
        case nil: .deviceUseUnknown
        }
    }
}

/// One thing that speaks against an agent, or that nobody has told the office yet.
public enum AdmissionFinding: Hashable, Sendable {
    case ageUnknown(limit: Int)
    /// An agent is younger than the limit, in whole years.
    case tooOld(age: Int, limit: Int)
    case educationUnknown(least: Education)
    case educationTooLow(Education, least: Education)
    case gridWorkUnknown
    case noGridWorker
    case isGridWorker
    case residenceUnknown
    case livesElsewhere
    case deviceUseUnknown
    case usesNoDevices

    /// What a waiver is about.
    public enum Subject: String, Hashable, Codable, CaseIterable, Sendable {
        case age, education
        case gridWork = "grid-work"
        case residence, devices
    }

    public var subject: Subject {
        switch self {
        case .ageUnknown, .tooOld: .age
        case .educationUnknown, .educationTooLow: .education
        case .gridWorkUnknown, .noGridWorker, .isGridWorker: .gridWork
        case .residenceUnknown, .livesElsewhere: .residence
        case .deviceUseUnknown, .usesNoDevices: .devices
        }
    }

    /// Whether a fact is missing, and not one that is known and against it.
    public var isUnknown: Bool {
        switch self {
        case .ageUnknown, .educationUnknown, .gridWorkUnknown, .residenceUnknown, .deviceUseUnknown: true
        case .tooOld, .educationTooLow, .noGridWorker, .isGridWorker, .livesElsewhere, .usesNoDevices: false
        }
    }

    /// The articles that ask for it.
    public var sources: [RuleSource] {
        switch subject {
        case .age, .education, .devices: [.admission, .villageAgents]
        case .gridWork: [.gridAgents, .villageAgents]
        case .residence: [.villageAgents]
        }
    }
}

/// Why a finding of an admission check does not keep the person out. Who waived it, and when, is the journal's.
public struct Waiver: Hashable, Codable, Sendable {
    public var subject: AdmissionFinding.Subject
    public var reason: String

    /// - Throws: ``StaffRefusal/unfit(_:_:)`` without a reason.
    public init(subject: AdmissionFinding.Subject, reason: String) throws(StaffRefusal) {
        self.subject = subject
        self.reason = try EntryField.reason.checkedForStaff(reason)
    }
}
