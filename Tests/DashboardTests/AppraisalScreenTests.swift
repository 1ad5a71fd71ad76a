import CaseStore
import Casework
import Dashboard
import TerminalKit
import Testing

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
        desk.press(.left)
        #expect(asked(desk) == [.loadAppraisal(person, november.advanced(by: -1))])
        // A late answer about another month is no answer.
        desk.send(.appraisal(person, november, .success(Township.appraisal)))
        #expect(!desk.shows("建议：解聘"))
        desk.press(.escape)
        #expect(!desk.shows("考核 2026"))
    }

    @Test("N14: without somebody selected, or for who may not see it, the key says why")
    func refused() {
        var desk = DeskHarness()
        desk.type("p")
        #expect(desk.shows("先在 4 号窗格选一个人"))
        var agent = DeskHarness(person: Township.agents[1].member)
        agent.type("4p")
        #expect(asked(agent).isEmpty)
        #expect(agent.shows("不能"), "\(agent.screen)")
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
}
