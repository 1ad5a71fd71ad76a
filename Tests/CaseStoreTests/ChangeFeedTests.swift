import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("The change feed", .serialized)
struct ChangeFeedTests {
    private func feed(_ path: String) throws -> (ChangeFeed, Mailbox<ChangeFeed.Signal>) {
        let feed = try ChangeFeed(path: path)
        let mailbox = Mailbox<ChangeFeed.Signal>()
        feed.start { mailbox.put($0) }
        return (feed, mailbox)
    }

    @Test("It sees every commit of another connection of this process, before the fallback would")
    func otherConnection() throws {
        let office = try Office()
        let (feed, mailbox) = try feed(office.path)
        defer { feed.stop() }
        var slow = 0
        for index in 0..<50 {
            try office.register("赵\(index)")
            if !mailbox.take(within: 0.5, where: { $0 == .changed }) { slow += 1 }
        }
        #expect(slow == 0)
    }

    @Test("It sees what was committed between its making and its start")
    func beforeStart() throws {
        let office = try Office()
        let feed = try ChangeFeed(path: office.path)
        try office.register()
        let mailbox = Mailbox<ChangeFeed.Signal>()
        feed.start { mailbox.put($0) }
        defer { feed.stop() }
        #expect(mailbox.take { $0 == .changed })
    }

    @Test("It sees the commit of another process", .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/env")))
    func otherProcess() throws {
        let office = try Office()
        let (feed, mailbox) = try feed(office.path)
        defer { feed.stop() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import sqlite3, sys
            c = sqlite3.connect(sys.argv[1])
            c.execute("INSERT INTO items (name) VALUES ('from outside')")
            c.commit()
            """, office.path,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // No python3 with sqlite3 on this machine: the journeys through the binary cover two processes.
        guard process.terminationStatus == 0 else { return }
        #expect(mailbox.take(within: 0.5) { $0 == .changed })
        #expect(try office.store.items().last == "from outside")
    }

    @Test("It says nothing when nothing is committed, also while others read and work beside the file")
    func quiet() throws {
        let office = try Office()
        let (feed, mailbox) = try feed(office.path)
        _ = try office.store.desk(DeskRequest(now: Office.morning, queues: [.pending: QueueRequest(limit: 5)]))
        _ = FileManager.default.createFile(atPath: office.folder + "/another-file", contents: Data("x".utf8))
        // A commit afterwards: its signal is the first, so nothing came before it.
        try office.register()
        #expect(mailbox.take { _ in true })
        feed.stop()
        #expect(mailbox.all.isEmpty)
    }

    @Test("Of many commits the last is never missed, and no more is told than was committed")
    func manyCommits() throws {
        let office = try Office()
        let other = try CaseStore.open(at: office.path)
        let (feed, mailbox) = try feed(office.path)
        for round in 0..<10 {
            for index in 0..<30 {
                try other.batch { writer in
                    try writer.record(
                        .itemListed(.init(name: "\(round)-\(index)")), at: Office.morning, by: .office)
                }
            }
            // Whoever reads because of the last signal sees the last commit.
            var isSeen = false
            while !isSeen, mailbox.take(within: 2, where: { $0 == .changed }) {
                isSeen = try office.store.items().last == "\(round)-29"
            }
            #expect(isSeen)
        }
        feed.stop()
        #expect(mailbox.count <= 300)
    }

    @Test("Copying the log into the file is no news")
    func checkpoint() throws {
        let office = try Office()
        try office.register()
        let (feed, mailbox) = try feed(office.path)
        defer { feed.stop() }
        try office.tamper("PRAGMA wal_checkpoint(PASSIVE)")
        // Longer than the second after which it looks by itself.
        #expect(!mailbox.take(within: 1.5) { _ in true })
        try office.register()
        #expect(mailbox.take(within: 0.5) { $0 == .changed })
    }

    @Test("A log that is begun anew is no news, and the commit after it is", arguments: ["RESTART", "TRUNCATE"])
    func begunAnew(_ mode: String) throws {
        let office = try Office()
        try office.register("赵一")
        var probe = try CommitProbe(path: office.path)
        defer { probe.close() }
        #expect(try probe.ask() == .same)
        for round in 0..<3 {
            try office.register("钱\(round)")
            #expect(try probe.ask() == .moved)
            try office.tamper("PRAGMA wal_checkpoint(\(mode))")
            #expect(try probe.ask() == .same, "\(round)")
            // Begun anew and written to between two looks.
            try office.tamper("PRAGMA wal_checkpoint(\(mode))")
            try office.register("孙\(round)")
            #expect(try probe.ask() == .moved)
            #expect(try probe.ask() == .same)
            // Written to and begun anew.
            try office.register("李\(round)")
            try office.tamper("PRAGMA wal_checkpoint(\(mode))")
            #expect(try probe.ask() == .moved)
            #expect(try probe.ask() == .same)
        }
    }

    @Test("Thousands of other files in the folder are none of its business")
    func otherFiles() throws {
        let office = try Office()
        let (feed, mailbox) = try feed(office.path)
        defer { feed.stop() }
        for index in 0..<3_000 {
            let descriptor = open(office.folder + "/other-\(index)", O_CREAT | O_WRONLY, 0o600)
            close(descriptor)
        }
        for index in 0..<3_000 { unlink(office.folder + "/other-\(index)") }
        #expect(!mailbox.take(within: 0.2) { _ in true })
        try office.register()
        #expect(mailbox.take(within: 0.5) { $0 == .changed })
    }

    @Test("It can be stopped while it is telling, and then tells no more")
    func stoppedWhileTelling() throws {
        let office = try Office()
        let feed = try ChangeFeed(path: office.path)
        let (told, mayReturn) = (Mailbox<ChangeFeed.Signal>(), DispatchSemaphore(value: 0))
        feed.start { signal in
            told.put(signal)
            mayReturn.wait()
        }
        try office.register()
        #expect(told.take { $0 == .changed })
        feed.stop()
        try office.register()
        mayReturn.signal()
        #expect(!told.take(within: 0.2) { _ in true })
    }

    @Test("After stop nothing is told")
    func stopped() throws {
        let office = try Office()
        let (feed, mailbox) = try feed(office.path)
        try office.register()
        #expect(mailbox.take { $0 == .changed })
        feed.stop()
        try office.register()
        #expect(!mailbox.take(within: 0.2) { _ in true })
    }

    @Test("It tells when the file is gone, and when another one has taken its place")
    func replaced() throws {
        let office = try Office()
        let other = try Office()
        try other.register("王杰")
        try other.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
        let (feed, mailbox) = try feed(office.path)
        defer { feed.stop() }
        try FileManager.default.moveItem(atPath: office.path, toPath: office.folder + "/away.db")
        #expect(mailbox.take { $0.isUnreachable })
        #expect(mailbox.take { $0.isUnreachable }, "it is told again while it lasts")
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: office.path + suffix) }
        let staged = office.folder + "/staged"
        try FileManager.default.copyItem(atPath: other.path, toPath: staged)
        try FileManager.default.moveItem(atPath: staged, toPath: office.path)
        #expect(mailbox.take { $0 == .reachable })
        #expect(mailbox.take { $0 == .changed })
        let restored = try CaseStore.open(at: office.path)
        #expect(try restored.list(CaseListQuery()).count == 1)
        try restored.batch { writer in
            try writer.record(.itemListed(.init(name: "新")), at: Office.morning, by: .office)
        }
        #expect(mailbox.take(within: 0.5) { $0 == .changed })
    }

    @Test("A file that is not ours has no feed")
    func refusals() throws {
        let folder = try temporaryFolder()
        #expect(throws: StoreError.notFound(path: folder + "/none")) { try ChangeFeed(path: folder + "/none") }
    }
}

extension ChangeFeed.Signal {
    fileprivate var isUnreachable: Bool {
        if case .unreachable(.notFound) = self { return true }
        return false
    }
}
