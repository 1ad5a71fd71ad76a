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

    @Test(
        "On a small screen the failure comes before what is told of it besides",
        arguments: [Language.chinese, .english])
    func small(_ language: Language) {
        var desk = DeskHarness(columns: 80, rows: 24, language: language)
        let why = language == .chinese ? "备份没有通过校验（3 处出入），不能当备份用" : "the copy is not sound (findings: 3)"
        desk.send(.backup(.failed(why + ", daiban-YX-20261120-080000+0800.sqlite.unsound")))
        #expect(desk.shows(why), "\(desk.screen)")
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
