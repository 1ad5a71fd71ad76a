import CaseStore
import Casework
import Dashboard
import TerminalKit

/// A small fixed township: the same rows and people in every test, so that screens can be compared.
enum Township {
    static let now = at("2026-11-20 09:41")
    static let centre = Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china)
    static let reviewer = StaffMember(id: StaffID(1), number: "R01", name: "王敏", role: .reviewer)

    static func at(_ text: String) -> Instant {
        Instant(text, offset: .china) ?? Instant(milliseconds: 0)
    }

    static func agent(_ number: Int, _ name: String, _ village: String) -> StaffMember {
        StaffMember(
            id: StaffID(Int64(100 + number)), number: "A0\(number)", name: name, role: .agent, village: village)
    }

    static let agents: [AgentLoad] = [
        AgentLoad(
            member: agent(1, "周桂兰", "石门垭"), presence: .onDuty, since: at("2026-11-20 08:55"), inHand: 6, overdue: 1),
        AgentLoad(member: agent(2, "何有田", "两河口"), presence: .onDuty, since: at("2026-11-20 08:58"), inHand: 3),
        AgentLoad(member: agent(3, "欧阳修远", "白果树"), presence: .away, since: at("2026-11-19 17:30"), inHand: 0),
        AgentLoad(member: agent(4, "李小满", "长岭"), presence: .leave, since: at("2026-11-18 08:00"), inHand: 2),
        AgentLoad(member: agent(5, "赵青山", "磨盘山"), presence: .away),
    ]

    /// - Parameters:
    ///   - due: minutes from now.
    ///   - warning: the mark stands that many minutes before.
    static func row(
        _ id: Int64, _ state: CaseState, _ applicant: String, _ item: String, due: Int, warning: Int = 240,
        agent: Int = 0, version: Int = 1, returns: Int = 0, urgings: Int = 0, isUrgent: Bool = false,
        isProvisional: Bool = false
    ) -> QueueRow {
        let holder = agents[agent].member
        return QueueRow(
            reference: CaseReference(id: CaseID(id), version: version), number: "YX261120-00\(id)", state: state,
            applicant: applicant, item: item, village: holder.village ?? "", holder: holder.id,
            holderName: holder.name, submittedAt: now.advanced(minutes: -20 * Int(id)),
            completedAt: state == .inReview ? now.advanced(minutes: -95) : nil, dueAt: now.advanced(minutes: due),
            warnAt: now.advanced(minutes: due - warning), isProvisional: isProvisional, isUrgent: isUrgent,
            returns: returns, urgings: urgings)
    }

    static let pending: [QueueRow] = [
        row(10, .pending, "张*", "城乡居民养老参保", due: 42, isUrgent: true),
        row(11, .pending, "欧阳**", "残疾人证换领", due: 340, agent: 1),
        row(12, .pending, "李**", "老年人优待证", due: 1_400, agent: 2, isProvisional: true),
    ]
    static let dueSoon: [QueueRow] = [
        row(20, .accepted, "李*", "危房改造申请", due: -125, agent: 0, version: 3, urgings: 2),
        row(21, .returned, "王*", "低保初审转报", due: 80, agent: 1, version: 4, returns: 1),
        pending[0],
    ]
    static let inReview: [QueueRow] = [
        row(30, .inReview, "赵**", "城乡居民医疗保险参保登记与缴费", due: 600, agent: 1, version: 3),
        row(31, .inReview, "孙*", "临时救助申请", due: 2_900, agent: 0, version: 5, returns: 2),
        row(32, .inReview, "周**", "高龄津贴申领", due: 3_100, agent: 2, version: 3),
    ]

    static func snapshot(
        pending: [QueueRow] = pending, dueSoon: [QueueRow] = dueSoon, inReview: [QueueRow] = inReview,
        agents: [AgentLoad] = agents, record: RecordMark? = nil
    ) -> DeskSnapshot {
        func page(_ rows: [QueueRow]) -> QueuePage {
            QueuePage(rows: rows, offset: 0, total: rows.count, unfilteredTotal: rows.count)
        }
        let counters = Counters(
            pending: pending.count, near: 2, overdue: 1, inReview: inReview.count,
            onDuty: agents.count { $0.presence == .onDuty }, agents: agents.count, approvedToday: 4)
        return DeskSnapshot(
            takenAt: now, pages: [.pending: page(pending), .dueSoon: page(dueSoon), .inReview: page(inReview)],
            agents: agents, counters: counters, lastSequence: 1, record: record)
    }

    static func detail() throws -> CaseDetail {
        let agent = agents[0].member
        return try detail(after: [
            ("2026-11-18 14:20", .accept(.confirmed), agent), ("2026-11-19 09:10", .complete(note: nil), agent),
            ("2026-11-19 11:00", .reject(reason: "缺住院证明和费用清单，请补齐后再送审。"), reviewer),
            ("2026-11-20 08:06", .complete(note: "已补齐"), agent),
        ])
    }

    /// In its agent's hands, with a visit that is asked for and not planned.
    static func inHand() throws -> CaseDetail {
        let agent = agents[0].member
        return try detail(after: [
            ("2026-11-20 08:20", .accept(.confirmed), agent), ("2026-11-20 09:10", .askVisit, agent),
        ])
    }

    /// With everything that can belong to a case beside its state.
    static func lifeDetail() throws -> CaseDetail {
        let agent = agents[0].member
        let supervisor = StaffMember(id: StaffID(3), number: "S01", name: "周定安", role: .supervisor)
        return try detail(after: [
            ("2026-11-18 14:20", .accept(.confirmed), agent),
            ("2026-11-18 14:30", .askSupplement(missing: ["住院证明", "费用清单"], note: nil, again: nil), agent),
            ("2026-11-18 16:00", .supplement, agent), ("2026-11-18 16:01", .takeOriginals(["户口簿", "残疾证"]), agent),
            ("2026-11-18 16:10", .verify(Verification(cadre: "张支书", finding: "入户看过", isConfirmed: true)), agent),
            ("2026-11-18 16:20", .askHelp(.bank, to: "农商行", question: "卡怎样补"), agent),
            ("2026-11-18 16:40", .answerHelp(number: 1, answer: "本人到柜台"), reviewer),
            ("2026-11-18 16:50", .askVisit, agent),
            ("2026-11-18 16:55", .planVisit(at: at("2026-11-19 09:00"), place: "申请人家里", materials: "身份证"), agent),
            ("2026-11-19 09:05", .arrive, agent), ("2026-11-19 09:40", .endVisit(deliversLater: true), agent),
            ("2026-11-19 10:00", .openBranch(department: "县医保局", task: "核对报销"), agent),
            ("2026-11-19 10:01", .openBranch(department: "县残联", task: "核对补贴"), agent),
            ("2026-11-19 15:00", .endBranch(number: 1, result: "已核"), agent),
            ("2026-11-19 15:10", .takeFee(Fee(amount: 1_250, basis: "收费目录", receipt: "0012")), agent),
            ("2026-11-19 15:20", .forward(office: "县民政局", papers: "申请表", promisedDays: 5), agent),
            ("2026-11-19 16:00", .complain(.overdue, words: "等了两天"), supervisor),
            ("2026-11-19 16:30", .feedBack("材料已到县里"), agent),
        ])
    }

    private static func detail(after steps: [(String, CaseCommand, StaffMember)]) throws -> CaseDetail {
        let rulebook = try Rulebook.embedded("standard")
        let rules = Rules(rulebook: rulebook, calendar: .national, offset: .china)
        let submitted = at("2026-11-18 10:05")
        let intake = Intake(
            kind: .agency, origin: .phone, item: "临时救助申请", village: "石门垭",
            applicant: Intake.Applicant(
                name: "孙大勇", identityNumber: "999999196203070019", phone: "14000001234", address: "云溪镇石门垭村三组12号"),
            note: "家里老人住院，急需用钱。", isUrgent: true, submittedAt: submitted)
        let agent = agents[0].member
        let registration = Registration(
            number: "YX261120-0031", intake: intake, holder: agent.id,
            acceptance: rulebook.acceptance.deadline(from: submitted, calendar: .national, offset: .china))
        var subject = Case(id: CaseID(31), registration: registration, at: submitted)
        var trace = [
            TraceEntry(
                sequence: 1, at: submitted, actor: agent.id, actorName: agent.name, event: .registered(registration))
        ]
        for (index, (time, command, actor)) in steps.enumerated() {
            for event in try subject.decide(command, by: Actor(actor), at: at(time), rules: rules) {
                subject.apply(event, at: at(time), by: actor.id)
                trace.insert(
                    TraceEntry(
                        sequence: Int64(index + 2), at: at(time), actor: actor.id, actorName: actor.name, event: event),
                    at: 0)
            }
        }
        return CaseDetail(
            case: subject, holder: agent, trace: trace, staffNames: [agent.id: agent.name, reviewer.id: reviewer.name])
    }
}
