import CaseStore
import Casework
import FaultInjection
import Foundation

/// A record on a disk that fails when a test says so, and actions whose arrival can be told apart.
final class FaultyOffice {
    let folder: String
    let path: String
    let disk: FaultyFolder
    private(set) var store: CaseStore
    /// The words that were acknowledged, in order.
    private(set) var acknowledged: [String] = []
    private var count = 0

    static let morning = UTCOffset.china.instant(CivilDate(year: 2026, month: 11, day: 20)!, minute: 540)

    /// - Parameter watchesPower: whether cuts are noted; `ignoresSyncs`: the disk lies.
    init(watchesPower: Bool = false, ignoresSyncs: Bool = false) throws {
        folder = NSTemporaryDirectory() + "/daiban-fault-\(UUID().uuidString)"
        path = folder + "/office.db"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let centre = Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china)
        do {
            // Closed again before the disk is watched.
            _ = try CaseStore.create(at: path, centre: centre, now: Self.morning)
        }
        disk = FaultyFolder(folder)
        if watchesPower { try disk.watchPower(ignoresSyncs: ignoresSyncs) }
        store = try CaseStore.open(at: path)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// One action: two entries of the journal and their rows, which have to be there both or not at all.
    func act(words: Int = 1) throws {
        let new = (1...words).map { "事项\(count + $0)" }
        count += words
        try store.batch { writer in
            for word in new {
                try writer.record(.itemListed(.init(name: word)), at: Self.morning, by: .office)
                try writer.record(.villageAdded(.init(name: word)), at: Self.morning, by: .office)
            }
        }
        acknowledged += new
        disk.mark(acknowledged.count)
    }

    /// The same as another process that comes now finds it.
    func reopen() throws {
        store = try CaseStore.open(at: path)
    }

    /// What is wrong with `store`, if it should hold exactly the acknowledged words.
    func fault(in store: CaseStore) throws -> String? {
        try Self.fault(in: store, expected: acknowledged, mayHoldNext: false)
    }

    /// - Parameter mayHoldNext: the action that was under way may be there too, whole.
    static func fault(in store: CaseStore, expected: [String], mayHoldNext: Bool) throws -> String? {
        let items = try store.items()
        let villages = try store.villages()
        guard items == villages else { return "half there: \(items.suffix(2)) \(villages.suffix(2))" }
        guard Array(items.prefix(expected.count)) == expected else {
            return "lost: \(expected.count - items.count) of \(expected.count)"
        }
        guard items.count <= expected.count + (mayHoldNext ? 1 : 0) else { return "more than was acknowledged" }
        let report = try store.verify()
        return report.isSound ? nil : "\(report.findings.prefix(3))"
    }
}
