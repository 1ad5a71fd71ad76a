import CaseStore
import Casework
import Dashboard
import TerminalKit
import Testing

@Suite("What a wall says of its record and its clock") struct WallHonestyTests {
    private static let told = "暂时读不到新的"

    @Test(
        "a record that cannot be read is told within ten seconds, with the numbers that there are, without asking more often"
    )
    func away() {
        var wall = WallHarness(columns: 120, rows: 36)
        wall.wait(milliseconds: 30_000)
        var readings = 0
        wall.send(.feed(.unreachable(.notFound(path: "x"))))
        wall.answer { _ in .failure(.notFound(path: "x")) }
        // A record that is just being restored is back by the next look.
        #expect(!wall.screen.contains(Self.told))
        wall.wait(milliseconds: 11_000) { _ in
            readings += 1
            return .failure(.notFound(path: "x"))
        }
        #expect(wall.screen.contains(Self.told) && wall.screen.contains("数据停在 09:41") && !wall.state.shown.isEmpty)
        #expect(readings <= 2)
        wall.wait(milliseconds: 11_000)
        #expect(!wall.screen.contains(Self.told))
    }

    @Test(
        "a damaged file is told at once",
        arguments: [
            StoreError.corrupt(path: "x", detail: ""), .notADatabase(path: "x"),
        ])
    func damaged(_ error: StoreError) {
        var wall = WallHarness(columns: 120, rows: 36)
        wall.send(.read(.failure(error)))
        #expect(wall.screen.contains(Self.told))
        // And goes on to be told, whatever else is found on the way back.
        wall.wait(milliseconds: 1_000)
        wall.send(.read(.failure(.replaced(path: "x"))))
        #expect(wall.screen.contains(Self.told))
        wall.wait(milliseconds: 15_000)
        #expect(!wall.screen.contains(Self.told))
    }

    @Test("the file is looked at when the wall is awake anyway, every ten seconds at most, and not while it is away")
    func looks() {
        var plan = WallPlan()
        plan.seconds = 3
        var wall = WallHarness(columns: 120, rows: 36, plan: plan)
        var looks: [Int64] = []
        func goOn(_ milliseconds: Int64, _ board: @escaping (Instant) -> Result<WallBoard, StoreError>) {
            let end = wall.moment.steady + milliseconds
            while wall.state.nextDue <= end {
                let due = max(wall.state.nextDue, wall.moment.steady + 1)
                wall.moment.instant.milliseconds += due - wall.moment.steady
                wall.moment.steady = due
                wall.send(.due)
                if wall.effects.contains(.look) { looks.append(due) }
                wall.answer(board)
            }
        }
        goOn(120_000) { .success(WallSamples.board(readAt: $0)) }
        #expect((8...12).contains(looks.count))
        #expect(zip(looks, looks.dropFirst()).allSatisfy { $1 - $0 >= 10_000 })
        let before = looks.count
        wall.send(.feed(.unreachable(.notFound(path: "x"))))
        goOn(60_000) { _ in .failure(.notFound(path: "x")) }
        #expect(looks.count == before)
    }

    @Test("a clock behind the newest entry of the record is told with both times, and no longer once it has caught up")
    func behind() {
        var board = WallSamples.board()
        board.newestEntry = WallSamples.now.advanced(minutes: 3)
        for (language, words) in [(Language.chinese, "早于台账最新记录"), (.english, "the newest entry is of")] {
            var wall = WallHarness(columns: 120, rows: 36, language: language, board: board)
            #expect(wall.screen.contains(words) && wall.screen.contains("2026-11-20 09:44"))
            wall.wait(milliseconds: 61_000) { _ in .success(board) }
            #expect(!wall.screen.contains(words))
        }
        // Two computers may differ by a little.
        board.newestEntry = WallSamples.now.advanced(minutes: 2)
        #expect(!WallHarness(columns: 120, rows: 36, board: board).screen.contains("早于台账"))
    }
}
