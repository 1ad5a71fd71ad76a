import Casework
import Foundation
import GRDB
import Synchronization

@testable import CaseStore

/// A small office in a temporary folder: two villages with an agent each, one without, a reviewer, and the standard
/// rulebook. The folder goes when the office does.
final class Office: Sendable {
    let folder: String
    let path: String
    let store: CaseStore
    let rules: Rules
    let zhou: StaffMember
    let he: StaffMember
    let wang: StaffMember

    static let centre = Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china)
    /// Friday 2026-11-20 09:00 in the centre.
    static let morning = UTCOffset.china.instant(CivilDate(year: 2026, month: 11, day: 20)!, minute: 540)

    init() throws {
        folder = try temporaryFolder()
        path = folder + "/office.db"
        store = try CaseStore.create(at: path, centre: Self.centre, now: Self.morning)
        rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
        (zhou, he, wang) = try store.batch { writer in
            for village in ["石门垭", "两河口", "Old_Mill"] {
                try writer.record(.villageAdded(.init(name: village)), at: Self.morning, by: .office)
            }
            try writer.record(.itemListed(.init(name: "城乡居民养老参保")), at: Self.morning, by: .office)
            return (
                try writer.enrol(
                    number: "A01", name: "周桂兰", role: .agent, village: "石门垭", at: Self.morning, by: .office),
                try writer.enrol(
                    number: "A02", name: "何有田", role: .agent, village: "两河口", at: Self.morning, by: .office),
                try writer.enrol(number: "R01", name: "王敏", role: .reviewer, at: Self.morning, by: .office)
            )
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var reviewer: Actor { Actor(wang) }

    func intake(
        _ name: String = "张三", item: String = "城乡居民养老参保", village: String = "石门垭", at: Instant = morning
    ) -> Intake {
        Intake(
            kind: .agency, origin: .walkIn, item: item, village: village, applicant: .init(name: name),
            submittedAt: at)
    }

    /// Registers a case whose acceptance falls due `dueInMinutes` after the morning.
    @discardableResult
    func register(
        _ name: String = "张三", item: String = "城乡居民养老参保", village: String = "石门垭", number: String? = nil,
        dueInMinutes: Int? = 1_440, history: Registration.History? = nil
    ) throws -> Case {
        try store.batch { writer in
            try writer.register(
                intake(name, item: item, village: village), number: number, history: history, source: nil,
                acceptance: dueInMinutes.map(deadline), at: Self.morning, by: wang.id)
        }
    }

    /// A deadline `minutes` after the morning, with its warning mark an hour before.
    func deadline(_ minutes: Int) -> Deadline {
        let due = Self.morning.advanced(minutes: minutes)
        return Deadline(
            rule: rules.rulebook.acceptance, start: Self.morning, due: due, warnAt: due.advanced(minutes: -60),
            isProvisional: false)
    }

    /// A case that its agent has handed to review `minutes` after the morning.
    func inReview(_ name: String = "张三", minutes: Int = 10) throws -> Case {
        let now = Self.morning.advanced(minutes: minutes)
        let pending = try register(name)
        let accepted = try store.perform(
            .accept(.confirmed), on: pending.reference, by: reviewer, at: now, rules: rules)
        return try store.perform(
            .complete(note: nil), on: accepted.reference, by: Actor(zhou), at: now, rules: rules)
    }

    func desk(_ queue: Queue, _ request: QueueRequest, minutes: Int = 0) throws -> QueuePage {
        let snapshot = try store.desk(
            DeskRequest(now: Self.morning.advanced(minutes: minutes), queues: [queue: request]))
        return snapshot.pages[queue]!
    }

    /// What an administrator with `sqlite3` at hand could do.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    func entries() throws -> Int {
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM journal")! }
    }
}

func temporaryFolder() throws -> String {
    let folder = NSTemporaryDirectory() + "daiban-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
}

/// The signals of a feed, and waiting for one with a deadline instead of a sleep.
final class Mailbox<Element: Sendable>: Sendable {
    private let received = Mutex<[Element]>([])
    private let arrival = DispatchSemaphore(value: 0)
    private let total = Mutex(0)

    /// All that ever came, also what was taken.
    var count: Int { total.withLock { $0 } }

    var all: [Element] { received.withLock { $0 } }

    func put(_ element: Element) {
        received.withLock { $0.append(element) }
        total.withLock { $0 += 1 }
        arrival.signal()
    }

    /// Whether an element that fits is there or comes within `seconds`; what came before it is dropped.
    func take(within seconds: Double = 5, where fits: (Element) -> Bool) -> Bool {
        let end = DispatchTime.now() + seconds
        while true {
            let found = received.withLock { elements in
                guard let index = elements.firstIndex(where: fits) else { return false }
                elements.removeFirst(index + 1)
                return true
            }
            if found { return true }
            guard arrival.wait(timeout: end) == .success else { return false }
        }
    }
}
