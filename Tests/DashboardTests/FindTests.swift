import CaseStore
import Casework
import Dashboard
import Testing
import TerminalKit

/// Finding a case among all: what is typed is asked, what is shown is the answer to it, and opening is all it does.
@Suite struct FindTests {
    private let found = CaseSearchResult(
        rows: [Township.row(52, .delivered, "赵*", "生育登记", due: 0), Township.row(51, .filed, "张*", "生育登记", due: 0)],
        total: 2)

    private func asked(_ desk: DeskHarness) -> String? {
        for case .search(let text) in desk.effects { return text }
        return nil
    }

    @Test func whatIsTypedIsLookedForAndTheChosenCaseIsOpened() {
        var desk = DeskHarness()
        desk.type("f")
        #expect(asked(desk) == "")
        desk.send(.searched("", .success(CaseSearchResult())))
        #expect(desk.shows("拼音首字母也可"))
        desk.type("z")
        #expect(asked(desk) == "z")
        // One question at a time: the next letter waits for the answer.
        desk.type("s")
        #expect(asked(desk) == nil)
        desk.send(.searched("z", .success(found)))
        #expect(asked(desk) == "zs")
        desk.press(.enter)
        #expect(desk.state.screen == .panes)
        desk.send(.searched("zs", .success(found)))
        #expect(desk.shows("共 2 件"))
        desk.wait(milliseconds: 1_000)
        desk.press(.down)
        desk.press(.enter)
        #expect(desk.effects.contains(.loadDetail(CaseID(51))))
        #expect(desk.state.overlay == nil)
        desk.press(.escape)
        #expect(desk.state.screen == .panes)
    }

    @Test func whatCannotBeReadIsSaidAndEnterAsksAgain() {
        var desk = DeskHarness()
        desk.type("f")
        desk.send(.searched("", .success(CaseSearchResult())))
        desk.type("z")
        let why = StoreError.corrupt(path: "office.db", detail: "database disk image is malformed")
        desk.send(.searched("z", .failure(why)))
        #expect(!desk.shows("正在读取") && desk.shows("office.db 有损坏"), "\(desk.screen)")
        desk.press(.enter)
        #expect(asked(desk) == "z" && desk.shows("正在读取"))
        desk.send(.searched("z", .success(found)))
        #expect(desk.shows("共 2 件") && desk.state.screen == .panes)
    }

    @Test func aCaseThatHasJustComeUnderTheCursorIsNotOpened() {
        var desk = DeskHarness()
        desk.type("f")
        desk.send(.searched("", .success(CaseSearchResult())))
        desk.type("z")
        desk.send(.searched("z", .success(found)))
        desk.press(.enter)
        #expect(desk.state.screen == .panes)
        desk.wait(milliseconds: 250)
        desk.press(.enter)
        #expect(desk.effects.contains(.loadDetail(CaseID(52))))
    }

    @Test func theSelectionStaysOnItsCaseWhenTheListComesAnew() {
        var desk = DeskHarness()
        desk.type("f")
        desk.send(.searched("", .success(found)))
        desk.press(.down)
        desk.send(.feed(.changed))
        #expect(asked(desk) == "")
        let newer = Township.row(53, .pending, "张*", "生育登记", due: 9)
        desk.send(.searched("", .success(CaseSearchResult(rows: [newer] + found.rows, total: 3))))
        desk.press(.enter)
        #expect(desk.effects.contains(.loadDetail(CaseID(51))))
    }

    @Test func aFilterThatFoundNothingIsLookedForInAllCases() {
        var desk = DeskHarness()
        desk.type("/龘")
        desk.load(Township.snapshot(pending: []))
        desk.press(.enter)
        desk.type("f")
        #expect(asked(desk) == "龘")
    }

    @Test func agentsAndCommandsAreFoundByInitials() throws {
        var desk = DeskHarness()
        desk.type("4/hyt")
        #expect(desk.state.agentsPane.shown.map(\.member.name) == ["何有田"])
        desk.press(.escape)
        desk.type("1s")
        desk.type("oyxy")
        #expect(desk.state.card?.question.picker?.choice?.name == "欧阳修远")
        desk.press(.escape)
        desk.type(":zp")
        guard case .palette(let palette) = desk.state.overlay else {
            Issue.record("no palette")
            return
        }
        #expect(palette.shown(.chinese).contains(.reassign))
    }

    @Test func onlyTheLoadsOnTheScreenAreAskedFor() throws {
        var desk = DeskHarness(snapshot: Township.snapshot(agents: []))
        #expect(desk.state.request.loads == .first(60))
        let many = (1...200).map { number in
            AgentLoad(
                member: StaffMember(
                    id: StaffID(Int64(1_000 + number)), number: "A\(1_000 + number)", name: "周\(number)", role: .agent,
                    village: "石门垭"), presence: .away, isCounted: false)
        }
        desk.load(Township.snapshot(agents: many))
        guard case .load(let request)? = desk.effects.first, case .only(let wanted) = request.loads else {
            Issue.record("\(desk.effects)")
            return
        }
        #expect(wanted.contains(StaffID(1_001)) && !wanted.contains(StaffID(1_200)) && wanted.count <= 120)
        #expect(desk.shows("…"))
    }
}
