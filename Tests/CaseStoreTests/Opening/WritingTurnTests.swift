import Foundation
import Synchronization
import Testing

@testable import CaseStore

@Suite("Standing in line to write")
final class WritingTurnTests {
    /// A path whose log is there, as after the first look at a record.
    private let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("turn-\(UUID().uuidString)").path
        try Data().write(to: URL(fileURLWithPath: path + "-wal"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path + "-wal") }

    @Test("One has it at a time; whoever has no patience goes away, and is not in the way of the next")
    func patience() {
        let first = WritingTurn(path: path, patience: 10_000)
        let second = WritingTurn(path: path, patience: 40)
        #expect(first.take())
        #expect(!second.take())
        #expect(!second.take())
        first.giveBack()
        // What second's thread was asking for comes to nobody, or to second itself: either way it is free.
        #expect(second.take())
        second.giveBack()
        #expect(first.take())
        first.giveBack()
    }

    @Test("Whoever waits is woken when the turn is given back")
    func woken() {
        let first = WritingTurn(path: path, patience: 60_000)
        let second = WritingTurn(path: path, patience: 60_000)
        let isFree = Atomic(false)
        let hasCome = DispatchSemaphore(value: 0)
        let isWaiting = DispatchSemaphore(value: 0)
        let result = Mutex<(taken: Bool, wasFree: Bool)?>(nil)
        #expect(first.take())
        Thread.detachNewThread {
            isWaiting.signal()
            let taken = second.take()
            result.withLock { $0 = (taken, isFree.load(ordering: .sequentiallyConsistent)) }
            second.giveBack()
            hasCome.signal()
        }
        isWaiting.wait()
        isFree.store(true, ordering: .sequentiallyConsistent)
        first.giveBack()
        hasCome.wait()
        let found = result.withLock { $0 }
        #expect(found?.taken == true && found?.wasFree == true)
    }

    @Test("Where there is no log, nobody is kept waiting")
    func nowhere() {
        let one = WritingTurn(path: path + "/nowhere", patience: 1)
        let other = WritingTurn(path: path + "/nowhere", patience: 1)
        #expect(one.take())
        #expect(other.take())
        one.giveBack()
        other.giveBack()
    }

    @Test("Somebody who stands in line and does nothing makes a write slow, and keeps nobody out")
    func idler() throws {
        let office = try Office()
        try office.register("张三")
        let idler = WritingTurn(path: office.path, patience: 10_000)
        #expect(idler.take())
        let store = try CaseStore.open(at: office.path, patience: 60)
        try store.batch { try $0.record(.itemListed(.init(name: "新")), at: Office.morning, by: .office) }
        #expect(try office.store.villages().isEmpty == false)
        idler.giveBack()
    }

    @Test("Of many who write at once each gets its turn")
    func many() {
        let path = path
        let counted = Mutex(0)
        let inside = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            let turn = WritingTurn(path: path, patience: 60_000)
            for _ in 0..<50 {
                guard turn.take() else { continue }
                #expect(inside.add(1, ordering: .sequentiallyConsistent).newValue == 1)
                counted.withLock { $0 += 1 }
                inside.subtract(1, ordering: .sequentiallyConsistent)
                turn.giveBack()
            }
        }
        #expect(counted.withLock { $0 } == 400)
    }
}
