import CaseStore
import Casework
import TerminalKit
import Testing

@testable import Dashboard

@Suite("The appraisal at the desk")
struct AppraisalScreenTests {
    private let november = Township.appraisal.proposal.month

    private func asked(_ desk: DeskHarness) -> [DeskEffect] {
        desk.effects.filter { if case .loadAppraisal = $0 { true } else { false } }
    }

    @Test("N14: the key opens the appraisal of who is selected in pane 4, asks for the present month, and turns months")
    func opening() throws {
        var desk = DeskHarness()
        desk.type("4")
        desk.type("p")
        let person = Township.agents[0].member.id
        #expect(asked(desk) == [.loadAppraisal(person, november)])
        desk.send(.appraisal(person, november, .success(Township.appraisal)))
        #expect(desk.shows("考核 2026-11") && desk.shows("尚未决定") && desk.shows("建议：解聘"))
        // The future has no appraisal.
        desk.press(.right)
        #expect(asked(desk).isEmpty)
        let footer = desk.screen.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        desk.send(.input(.mouse(MouseEvent(.press(.left), column: 1, row: footer))))
        #expect(asked(desk) == [.loadAppraisal(person, november.advanced(by: -1))])
        // A late answer about another month is no answer.
        desk.send(.appraisal(person, november, .success(Township.appraisal)))
        #expect(!desk.shows("建议：解聘"))
        desk.press(.escape)
        #expect(!desk.shows("考核 2026"))
        // In the sheets both brackets are keys.
        desk.type("R")
        func period(after column: Int) -> ReportPeriod? {
            desk.send(.input(.mouse(MouseEvent(.press(.left), column: column, row: footer))))
            for case .loadSheet(let request) in desk.effects { return request.period }
            return nil
        }
        let hint = desk.screen.split(separator: "\n", omittingEmptySubsequences: false)[footer]
        let brackets = try #require(hint.range(of: "[ ]"))
        let column = DisplayWidth.of(String(hint[..<brackets.lowerBound]))
        #expect(period(after: column) == .month(november.advanced(by: -1)))
        #expect(period(after: column + 2) == .month(november))
    }

    @Test("N14: without somebody selected, or for who may not see it, the key says why")
    func refused() {
        var desk = DeskHarness()
        desk.type("p")
        #expect(desk.shows("先在 4 号窗格选一个人"))
        var agent = DeskHarness(person: Township.agents[1].member)
        agent.type("4p")
        #expect(asked(agent).isEmpty)
        #expect(agent.shows("只能看自己的考核"), "\(agent.screen)")
        agent.press(.down)
        agent.type("p")
        // Their own they may see.
        #expect(asked(agent) == [.loadAppraisal(Township.agents[1].member.id, november)])
    }

    @Test("N14: a record that cannot be read closes it and says so")
    func unreadable() {
        var desk = DeskHarness()
        desk.type("4p")
        desk.send(
            .appraisal(Township.agents[0].member.id, november, .failure(.notFound(path: "/office.db"))))
        #expect(!desk.shows("考核 2026-11：") && desk.shows("office.db"))
    }

    // MARK: Deciding

    private let director = StaffMember(id: StaffID(9), number: "D01", name: "何远山", role: .director)

    /// The desk of a director, in December, with November's appraisal open.
    private func deciding(person: StaffMember? = nil) -> DeskHarness {
        var desk = DeskHarness(person: person ?? director)
        desk.wait(milliseconds: 15 * 86_400_000)
        desk.type("4p")
        desk.press(.left)
        desk.send(.appraisal(Township.agents[0].member.id, november, .success(Township.appraisal)))
        return desk
    }

    private func decided(_ desk: DeskHarness) -> TenureCard? {
        for case .decideTenure(let card) in desk.effects { return card }
        return nil
    }

    @Test("N14, W20–W23, J8: d asks what becomes of the person, with a reason, and again by name before it is recorded")
    func decide() throws {
        var desk = deciding()
        let member = Township.appraisal.member
        #expect(desk.shows("按 d 决定"))
        desk.type("d")
        #expect(desk.shows("决定去留 2026-11") && desk.shows("\(member.number)   \(member.name)") && desk.shows("[解聘]"))
        desk.press(.enter)
        #expect(decided(desk) == nil && desk.shows("理由"), "\(desk.screen)")
        desk.press(.down)
        #expect(desk.shows("[留任]"))
        // q is a letter of the reason here, and closes nothing.
        desk.type("谈话后留任q")
        desk.press(.enter)
        #expect(decided(desk) == nil)
        #expect(desk.shows("对 \(member.number) \(member.name) 决定：留任"), "\(desk.screen)")
        desk.type("x")
        #expect(decided(desk) == nil)
        // Back to what was typed, and forward again.
        desk.press(.escape)
        desk.press(.enter)
        desk.press(.enter)
        let sent = try #require(decided(desk))
        #expect(sent.member == member && sent.outcome == .keep && sent.reason.text == "谈话后留任q")
        // What was on the screen when the key was pressed goes along.
        #expect(sent.seen == Township.appraisal.proposal)
        desk.press(.enter)
        #expect(decided(desk) == nil, "it is sent once")
        let decision = TenureDecision(month: november, outcome: .keep, clauses: ["J8"], evidence: [], reason: "谈话后留任q")
        desk.send(.tenureDecided(sent, .success(decision)))
        #expect(desk.shows("已记入：\(member.number) \(member.name) 2026-11 留任") && !desk.shows("决定去留 2026-11"))
        #expect(asked(desk) == [.loadAppraisal(member.id, november)])
    }

    @Test("N14: what was decided elsewhere, or has changed, is said on the card; what was typed stays")
    func refusedDecision() throws {
        var desk = deciding()
        desk.type("d有违纪")
        desk.press(.enter)
        desk.press(.enter)
        let sent = try #require(decided(desk))
        desk.send(.tenureDecided(sent, .failure(.refused(.proposalChanged(november)))))
        #expect(desk.shows("规则提示已经变了") && desk.shows("有违纪"), "\(desk.screen)")
        // A new appraisal under the card does not change what the card is about.
        desk.send(.appraisal(Township.appraisal.member.id, november, .success(Township.appraisal)))
        #expect(desk.shows("有违纪"))
        desk.press(.escape)
        #expect(!desk.shows("有违纪") && desk.shows("按 d 决定"))
    }

    @Test("N14: a reason that was typed and not sent outlives a restore and the desk, until it is recorded")
    func draft() throws {
        var desk = deciding()
        desk.type("d谈话")
        let member = Township.appraisal.member
        let key = "\(member.number) \(member.name) \(november)"
        #expect(desk.state.unsent.tenure == [key: "谈话"])
        desk.press(.escape)
        let kept = desk.effects.contains { effect in
            if case .keepDrafts(let drafts, atOnce: true) = effect { drafts.tenure == [key: "谈话"] } else { false }
        }
        #expect(kept)
        desk.type("d")
        #expect(desk.shows("谈话"))
        // Another record comes in its place.
        desk.load(Township.snapshot(record: RecordMark(number: 1)))
        desk.load(Township.snapshot(record: RecordMark(number: 2)))
        #expect(!desk.shows("谈话") && desk.state.unsent.tenure == [key: "谈话"])
        // Another process finds it in the file.
        var other = deciding()
        other.send(.draftsFound(desk.state.unsent))
        other.type("d")
        #expect(other.shows("谈话"))
        other.press(.enter)
        other.press(.enter)
        let sent = try #require(decided(other))
        let decision = TenureDecision(month: november, outcome: .keep, clauses: [], evidence: [], reason: "谈话")
        other.send(.tenureDecided(sent, .success(decision)))
        #expect(other.state.unsent.tenure == nil)
        #expect(other.state.ownActions.map(\.action.subject) == [.tenure(member.id, november)])
    }

    @Test("N14: the card has the ground before the eyes, a click chooses, and what was decided is told with who did")
    func ground() throws {
        for size in [(80, 24), (120, 36)] {
            var desk = deciding()
            desk.send(.resized(TerminalSize(columns: size.0, rows: size.1)))
            desk.type("d")
            #expect(desk.shows("坐班时间窗口无人") && desk.shows("建议：解聘") && desk.shows("建政发〔2022〕33号 二(四)2"), "\(desk.screen)")
            let rows = desk.screen.split(separator: "\n", omittingEmptySubsequences: false)
            let row = try #require(rows.firstIndex { $0.contains(" 更换 ") })
            let before = try #require(rows[row].range(of: " 更换 "))
            let column = DisplayWidth.of(String(rows[row][..<before.lowerBound])) + 1
            desk.send(.input(.mouse(MouseEvent(.press(.left), column: column, row: row))))
            #expect(desk.shows("[更换]") && !desk.shows("[解聘]"), "\(desk.screen)")
            desk.send(.input(.mouse(MouseEvent(.press(.left), column: 1, row: 0))))
            #expect(desk.shows("[更换]") && desk.shows("请先回答"))
            desk.type("谈过")
            // The footer's words are its keys.
            func click(_ words: String) throws {
                let rows = desk.screen.split(separator: "\n", omittingEmptySubsequences: false)
                let footer = try #require(rows.last)
                let before = try #require(footer.range(of: words))
                let column = DisplayWidth.of(String(footer[..<before.lowerBound]))
                desk.send(.input(.mouse(MouseEvent(.press(.left), column: column, row: rows.count - 1))))
            }
            try click("Enter")
            #expect(desk.shows("Enter 确认"), "\(desk.screen)")
            try click("Esc")
            #expect(desk.shows("Enter 核对") && desk.shows("谈过"))
            desk.press(.enter)
            // A click is no answer to the question.
            desk.send(.input(.mouse(MouseEvent(.press(.left), column: column, row: row))))
            desk.press(.enter)
            #expect(decided(desk)?.outcome == .replace)
        }
        var decidedOn = Township.appraisal
        let decision = TenureDecision(month: november, outcome: .keep, clauses: ["J8"], evidence: [], reason: "留用察看")
        decidedOn.decisions[november] = Appraisal.Decided(
            decision, by: "陈志强", on: november.lastDay.advanced(days: 2))
        var desk = deciding()
        desk.send(.appraisal(Township.agents[0].member.id, november, .success(decidedOn)))
        desk.type("d")
        #expect(!desk.shows("决定去留 2026-11"))
        #expect(desk.shows("已决定：留任（陈志强 2026-12-02）：留用察看"), "\(desk.screen)")
    }

    @Test("N14: who may not decide, a month that is not over, and one's own appraisal are refused with words")
    func mayNot() {
        var reviewer = deciding(person: Township.reviewer)
        #expect(reviewer.shows("由督办员、中心主任或县政管办决定"))
        reviewer.type("d")
        #expect(!reviewer.shows("决定去留 2026-11") && reviewer.shows("不能"), "\(reviewer.screen)")
        var early = DeskHarness(person: director)
        early.type("4p")
        early.send(.appraisal(Township.agents[0].member.id, november, .success(Township.appraisal)))
        early.type("d")
        #expect(!early.shows("决定去留 2026-11") && early.shows("2026-11"), "\(early.screen)")
        // Pasted text goes into the reason, never to commands.
        var pasting = deciding()
        pasting.type("d")
        pasting.send(.input(.paste("留用q")))
        #expect(pasting.shows("留用q"))
    }
}
