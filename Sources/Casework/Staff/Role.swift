/// What a person is in the office.
public enum Role: String, Hashable, Codable, CaseIterable, Sendable {
    /// 代办员
    case agent
    /// 民事收集员
    case collector
    /// 银行辅助员
    case bankAuxiliary = "bank-auxiliary"
    /// 窗口帮办员
    case windowClerk = "window-clerk"
    /// 部门帮办员
    case departmentLiaison = "department-liaison"
    /// 审核员
    case reviewer
    /// 督办员
    case supervisor
    /// 中心主任
    case director
    /// 县政管办
    case countyOffice = "county-office"

    /// The one table of who may give which command.
    public func may(_ command: CaseCommand.Kind) -> Bool { Self.table[self]?.contains(command) ?? false }

    private static let table = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.commands) })

    private var commands: Set<CaseCommand.Kind> {
        switch self {
        case .agent: Self.atTheCounter.union(Self.inHand).union([.accept, .decline, .reveal, .undo])
        case .windowClerk:
            Self.atTheCounter.union(Self.inHand).union([.accept, .decline, .undo, .answerHelp, .rate])
        case .bankAuxiliary: Self.inHand.union([.answerHelp])
        case .departmentLiaison: Self.inHand.union([.answerHelp])
        case .reviewer, .director:
            Self.atTheCounter.union(Self.judging).union([
                .accept, .decline, .approve, .reject, .reassign, .urge, .reveal, .undo, .rate, .resume, .setAside,
                .verify, .answerHelp, .askHelp, .feedBack, .endBranch,
            ])
        case .supervisor:
            Self.judging.union([.reassign, .urge, .reveal, .undo, .complain, .rate, .askHelp, .answerHelp, .feedBack])
        case .countyOffice: [.urge, .undo, .complain, .decideComplaint, .decideFault, .answerHelp]
        case .collector: []
        }
    }

    /// What happens where people come and ask.
    private static let atTheCounter: Set<CaseCommand.Kind> = [
        .answer, .authorise, .askSupplement, .supplement, .takeOriginals, .returnOriginals, .askVisit, .planVisit,
        .refuseVisit, .takeFee, .withdraw, .deliver, .complain, .file,
    ]

    /// What is done with a case that one has in hand.
    private static let inHand: Set<CaseCommand.Kind> = [
        .complete, .verify, .forward, .receiveResult, .relay, .openBranch, .endBranch, .askHelp, .arrive, .endVisit,
        .setAside, .resume, .feedBack,
    ]

    /// What is said about other people's work.
    private static let judging: Set<CaseCommand.Kind> = [.followUp, .decideComplaint, .decideFault]

    /// Whether a case can be in the hands of somebody of this role.
    public var handles: Bool {
        switch self {
        case .agent, .windowClerk, .bankAuxiliary, .departmentLiaison: true
        case .collector, .reviewer, .supervisor, .director, .countyOffice: false
        }
    }

    /// Who may put a new case into the record.
    public var mayRegister: Bool {
        switch self {
        case .agent, .collector, .windowClerk, .reviewer, .director: true
        case .bankAuxiliary, .departmentLiaison, .supervisor, .countyOffice: false
        }
    }

    /// Who may take people into the office.
    public var mayEnrol: Bool { may(.enrol) }

    /// Who may change the days that count, and have the dates of open cases computed anew.
    public var maySetDates: Bool {
        switch self {
        case .reviewer, .director, .countyOffice: true
        case .agent, .collector, .bankAuxiliary, .windowClerk, .departmentLiaison, .supervisor: false
        }
    }

    /// Who may take personal data out of the record unmasked: who answers for the centre's archives, and who supervises
    /// its work (武政管办〔2022〕36号 第十五条). Whoever sees one person's data at the desk need not carry off everybody's.
    public var mayTakeDataOut: Bool {
        switch self {
        case .director, .supervisor: true
        case .agent, .collector, .bankAuxiliary, .windowClerk, .departmentLiaison, .reviewer, .countyOffice: false
        }
    }
}
