import CaseStore
import Dispatch
import Synchronization
import Testing

@testable import Dashboard

@Suite("Backups beside a desk")
struct BackupNewsTests {
    @Test("A desk looks after the backups when the minute turns; a failure is told each time, success only after one")
    func told() {
        var desk = DeskHarness(columns: 200)
        desk.send(.tick)
        #expect(desk.effects.contains(.lookAfterBackups))
        desk.send(.backup(.made))
        #expect(desk.state.notice == nil)
        desk.send(.backup(.failed("磁盘已满")))
        #expect(desk.shows("定时备份没有做成：磁盘已满"))
        desk.send(.backup(.made))
        #expect(desk.shows("定时备份又做成了"))
    }

    @Test("While one look lasts no other is begun")
    func once() {
        let (begun, go, told) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let count = Mutex(0)
        let keeper = BackupKeeper(
            BackupOutlet {
                count.withLock { $0 += 1 }
                begun.signal()
                go.wait()
                return .made
            })
        keeper.look { _ in told.signal() }
        begun.wait()
        keeper.look { _ in told.signal() }
        go.signal()
        told.wait()
        #expect(count.withLock { $0 } == 1)
    }
}
