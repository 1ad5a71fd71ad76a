import CaseStore
import Casework
import Foundation
import PseudoTerminal
import Testing

/// `kill -9` in the middle of a restore, at each of its steps, in a process of its own.
@Suite("A restore that is killed")
struct RestoreKillTests {
    private static let morning = UTCOffset.china.instant(CivilDate(year: 2026, month: 11, day: 20)!, minute: 540)

    /// A record of two cases with a backup of when it had one.
    private final class Place {
        let folder: String
        var record: String { folder + "/office.db" }
        var backup: String { folder + "/copy.sqlite" }

        init() throws {
            folder = NSTemporaryDirectory() + "/killed-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let centre = Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china)
            let store = try CaseStore.create(at: record, centre: centre, now: morning)
            try store.batch { try $0.record(.villageAdded(.init(name: "石门垭")), at: morning, by: .office) }
            try register("张三", in: store)
            _ = try RecordBackup(database: record).write(to: backup)
            try register("李四", in: store)
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        private func register(_ name: String, in store: CaseStore) throws {
            let intake = Intake(
                kind: .agency, origin: .walkIn, item: "养老参保", village: "石门垭", applicant: .init(name: name),
                submittedAt: morning)
            _ = try store.batch { try $0.register(intake, acceptance: nil, at: morning, by: .office) }
        }

        var names: [String] {
            get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
        }

        func restore(killedAt moment: ExchangeMoment) throws -> PseudoTerminal.ExitStatus {
            try Child.run(
                try BuiltProduct.path("soak"), ["restore", record, backup, moment.rawValue], patience: .seconds(60)
            ).status
        }

        func cases() throws -> Int {
            let store = try CaseStore.open(at: record)
            let report = try store.verify()
            #expect(report.isSound, "\(report.findings)")
            return try store.list(CaseListQuery()).count
        }

        func restoreWhole() throws -> RestoreReport {
            try RecordRestore(from: backup, over: record).place(at: morning, by: .office, account: "zhou")
        }
    }

    @Test(
        "the old or the new record stands, whole, and the next one succeeds", arguments: ExchangeMoment.allCases)
    func killed(_ moment: ExchangeMoment) throws {
        let place = try Place()
        #expect(try place.restore(killedAt: moment) == .signalled(SIGKILL))
        let isNew = [.replaced, .logRemoved].contains(moment)
        #expect(try place.cases() == (isNew ? 1 : 2))
        let report = try place.restoreWhole()
        #expect(report.kept != nil)
        #expect(try place.cases() == 1)
        // One second name of each old record, none of the one that goes on.
        let names = try place.names
        #expect(!names.contains { $0.contains(".part-") })
        let kept = names.filter {
            $0.contains(".before-restore-") && !["-wal", "-shm", ".csv"].contains(where: $0.hasSuffix)
        }
        #expect(kept.count == (isNew ? 2 : 1), "\(names)")
    }

    @Test(
        "a damaged record keeps its log beside it, under whichever name it ends",
        arguments: ExchangeMoment.allCases)
    func damaged(_ moment: ExchangeMoment) throws {
        let place = try Place()
        try Data(repeating: 65, count: 9_000).write(to: URL(fileURLWithPath: place.record))
        let log = Data("log".utf8)
        try log.write(to: URL(fileURLWithPath: place.record + "-wal"))
        #expect(try place.restore(killedAt: moment) == .signalled(SIGKILL))
        let isNew = [.replaced, .logRemoved].contains(moment)
        if isNew { #expect(try place.cases() == 1) }
        _ = try place.restoreWhole()
        #expect(try place.cases() == 1)
        let names = try place.names
        let logs = names.filter { $0.contains(".before-restore-") && $0.hasSuffix("-wal") }
        #expect(logs.count == 1, "\(names)")
        let owner = place.folder + "/" + (logs.first ?? "").replacingOccurrences(of: "-wal", with: "")
        #expect(FileManager.default.contents(atPath: owner) == Data(repeating: 65, count: 9_000))
        #expect(FileManager.default.contents(atPath: owner + "-wal") == log)
    }
}
