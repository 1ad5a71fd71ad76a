import CaseStore
import Casework
import TerminalKit
import Testing

@testable import Dashboard

@Suite("Entries of villages that wait for a person, at the desk")
struct RelayTaskTests {
    static var snapshot: DeskSnapshot {
        var snapshot = Township.snapshot()
        snapshot.counters.relayTasks = 2
        return snapshot
    }

    static var rows: [RelayTaskRow] {
        func row(
            _ seq: Int64, _ number: String, _ kind: CaseEvent.Kind, _ obstacle: RelayObstacle, id: Int64?
        ) -> RelayTaskRow {
            let entry = RelayEntry(
                seq: seq, at: Township.now.milliseconds - 3_600_000, actor: "A01", about: "case", subject: number,
                kind: kind.rawValue, body: "{}", hash: "")
            let task = RelayTask(
                site: "4f0c21aa90b1c2d3", entry: entry, obstacle: obstacle, status: .open, after: 9, bundle: 3)
            return RelayTaskRow(task: task, caseID: id.map(CaseID.init), actor: "周桂兰", isOurs: true)
        }
        return [
            row(31, "YX261120-A0003", .accepted, RelayObstacle(.doneHere, state: .accepted), id: 31),
            row(32, "YX261120-A0007", .approved, RelayObstacle(.caseUnknown), id: nil),
        ]
    }

    @Test("Their number stands in the header at every size and language, and nowhere while there are none")
    func counted() {
        for language in Language.allCases {
            let word = Message.relay(.counter(2)).text(language)
            for columns in [80, 120, 160] {
                let quiet = DeskHarness(columns: columns, rows: 24, language: language)
                #expect(!quiet.shows(word))
                let desk = DeskHarness(columns: columns, rows: 24, language: language, snapshot: Self.snapshot)
                #expect(desk.screen.split(separator: "\n").first?.contains(word) == true, "\(desk.screen)")
            }
        }
    }

    @Test("The key opens the list, says what stood in the way and what to do, and Enter opens the case")
    func listed() throws {
        var desk = DeskHarness(columns: 80, rows: 24, snapshot: Self.snapshot)
        desk.type("y")
        #expect(desk.effects.contains(.loadRelayTasks))
        desk.send(.relayTasks(.success(Self.rows)))
        #expect(desk.shows("YX261120-A0003") && desk.shows("镇里其间也办了同样的事"))
        #expect(desk.shows("daiban relay settle 4f0c21-31"))
        // What others settle meanwhile leaves the list, and the selection stays with its entry.
        desk.press(.down)
        #expect(desk.shows("daiban relay settle 4f0c21-32"))
        desk.send(.feed(.changed))
        #expect(desk.effects.contains(.loadRelayTasks))
        desk.press(.enter)
        #expect(desk.shows("这里没有这件"))
        desk.press(.up)
        desk.press(.enter)
        #expect(desk.effects.contains(.loadDetail(CaseID(31))))
        let agent = Township.agents[0].member
        var other = DeskHarness(columns: 80, rows: 24, person: agent, snapshot: Self.snapshot)
        other.type("y")
        other.send(.relayTasks(.success(Self.rows)))
        #expect(other.shows("由审核员或中心主任处理") && !other.shows("daiban relay settle"))
        var none = DeskHarness(columns: 80, rows: 24)
        none.type("y")
        #expect(none.effects.isEmpty && none.shows(Message.relay(.none).text(.chinese)))
    }
}
