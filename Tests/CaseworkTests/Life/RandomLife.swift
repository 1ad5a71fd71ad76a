import Casework

/// Cases that go through their lives by chance, with a fixed seed: everybody tries everything, more often what could work.
struct RandomLife {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func draw(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[draw(values.count)] }

    private mutating func chance(_ percent: Int) -> Bool { draw(100) < percent }

    /// One of everybody; two reviewers and two agents, so that one can act after the other.
    static let people: [StaffMember] =
        Role.allCases.enumerated().map { index, role in
            StaffMember(id: StaffID(Int64(index + 1)), number: "P\(index)", name: "人\(index)", role: role)
        } + [
            StaffMember(id: StaffID(20), number: "P20", name: "人二十", role: .reviewer),
            StaffMember(id: StaffID(21), number: "P21", name: "人廿一", role: .agent),
            StaffMember(id: StaffID(22), number: "P22", name: "人廿二", role: .windowClerk),
        ]

    mutating func newCase(_ number: Int, rules: Rules) -> Case {
        var intake = Intake(
            kind: .agency, origin: chance(30) ? .online : .walkIn, item: "城乡居民养老参保", village: "石门垭村",
            applicant: Intake.Applicant(name: "张三"), isUrgent: chance(20), submittedAt: Fixture.submitted)
        if chance(15) { intake.matter = .consultation }
        if chance(70) {
            intake.listedItem = Intake.ListedItem(
                code: "X1", version: 1, kind: pick(ItemKind.allCases), promisedDays: chance(50) ? 3 : nil)
        }
        let deadline = rules.rulebook.acceptance.deadline(
            from: Fixture.submitted, calendar: rules.calendar, offset: rules.offset)
        let holder = chance(85) ? Self.people.first { $0.role == .agent }?.id : nil
        return Case(
            id: CaseID(Int64(number)),
            registration: Registration(number: "YX\(number)", intake: intake, holder: holder, acceptance: deadline),
            at: Fixture.submitted)
    }

    /// Who tries what next: two times of three something that the rules permit before anything is typed.
    mutating func next(_ subject: Case, at now: Instant) -> (Actor, CaseCommand) {
        if chance(67) {
            for _ in 0..<80 {
                let kind = pick(CaseCommand.Kind.allCases)
                // What ends a case can always be done; a walk that soon ends sees nothing.
                if [.withdraw, .decline, .complain, .undo, .reveal].contains(kind), chance(96) { continue }
                let holder = Self.people.first { $0.id == subject.holder }
                let actor = Actor(chance(40) ? holder ?? pick(Self.people) : pick(Self.people))
                if (try? subject.permit(kind, actor)) != nil { return (actor, command(kind, subject, at: now)) }
            }
        }
        let holder = Self.people.first { $0.id == subject.holder }
        if let holder, chance(50) {
            return (Actor(holder), command(pick(CaseCommand.Kind.allCases), subject, at: now))
        }
        return (Actor(pick(Self.people)), command(pick(CaseCommand.Kind.allCases), subject, at: now))
    }

    /// Sometimes with blanks, endless texts, numbers of nothing.
    private mutating func text(_ text: String) -> String {
        switch draw(40) {
        case 0: " \n"
        case 1: String(repeating: "长", count: 2_100)
        case 2: "坏\u{7}"
        default: text
        }
    }

    private mutating func number(_ open: [Int]) -> Int { chance(85) ? open.first ?? 1 : draw(5) }

    mutating func command(_ kind: CaseCommand.Kind, _ subject: Case, at now: Instant) -> CaseCommand {
        let facts = subject.facts
        switch kind {
        case .accept:
            return .accept(
                AcceptanceCheck(
                    authorisation: chance(80) ? .signed : nil, materialsChecked: chance(90)))
        case .decline:
            return .decline(
                Decline(
                    reason: text("不在范围"), ground: pick([nil] + Decline.Ground.allCases),
                    office: chance(60) ? text("县民政局") : nil, missing: chance(60) ? [text("身份证"), "户口簿"] : nil))
        case .complete:
            return .complete(note: chance(50) ? text("办好了") : nil, lateReason: chance(60) ? text("路断了") : nil)
        case .approve: return .approve(note: chance(30) ? text("好") : nil)
        case .reject: return .reject(reason: text("缺件"))
        case .reassign: return .reassign(to: pick(Self.people))
        case .urge: return .urge
        case .reveal: return .reveal(reason: text("核对"))
        case .undo: return .undo
        case .answer: return .answer(Answer(text: text("先到村里登记"), office: chance(30) ? text("县人社局") : nil))
        case .authorise: return .authorise(pick(Intake.Authorisation.Form.allCases), note: nil)
        case .askSupplement:
            return .askSupplement(
                missing: chance(90) ? [text("照片")] : [], note: nil, again: chance(60) ? text("上次漏了一样") : nil)
        case .supplement: return .supplement
        case .takeOriginals: return .takeOriginals(chance(90) ? [text("户口簿"), "房产证"] : [])
        case .returnOriginals: return .returnOriginals(chance(90) ? facts.originals : ["没有的证"])
        case .verify: return .verify(Verification(cadre: text("张支书"), finding: text("属实"), isConfirmed: chance(80)))
        case .forward:
            return .forward(
                office: text("县民政局"), papers: text("申请表"), promisedDays: pick([nil, 0, 5, 366, 10]))
        case .receiveResult: return .receiveResult(text("已批"))
        case .relay: return .relay(to: pick(Self.people), note: nil)
        case .openBranch: return .openBranch(department: text("民政局"), task: text("核实收入"))
        case .endBranch: return .endBranch(number: number(facts.openBranches.map(\.number)), result: text("已核"))
        case .askHelp:
            return .askHelp(pick(HelpRequest.Level.allCases), to: text("农商行"), question: text("怎样开户"))
        case .answerHelp: return .answerHelp(number: number(facts.openHelp.map(\.number)), answer: text("带身份证"))
        case .askVisit: return .askVisit
        case .planVisit:
            return .planVisit(at: now.advanced(minutes: chance(90) ? 600 : -5), place: text("家里"), materials: nil)
        case .refuseVisit: return .refuseVisit(reason: text("路断了"))
        case .arrive: return .arrive
        case .endVisit: return .endVisit(deliversLater: chance(50))
        case .setAside: return .setAside(Waiting(reason: text("政策未到"), condition: text("文件下来")))
        case .resume: return .resume
        case .feedBack: return .feedBack(text("正在办"))
        case .takeFee: return .takeFee(Fee(amount: draw(3) * 500, basis: text("收费目录"), receipt: text("0012")))
        case .withdraw: return .withdraw(reason: text("不办了"))
        case .deliver: return .deliver(Delivery(signedBy: chance(85) ? text("张三") : "", note: nil))
        case .rate: return .rate(Rating(level: draw(7), channel: .phone, words: chance(30) ? text("慢") : nil))
        case .followUp: return .followUp(text("已上门道歉"))
        case .complain: return .complain(pick(Complaint.Subject.allCases), words: text("太慢"))
        case .decideComplaint:
            return .decideComplaint(
                number: number(facts.openComplaints.map(\.number)), isUpheld: chance(50), finding: text("属实"))
        case .decideFault: return .decideFault(FaultFinding(isOwnFault: chance(50), reason: text("自己忘了")))
        case .file: return .file(place: text("三号柜"))
        }
    }
}
