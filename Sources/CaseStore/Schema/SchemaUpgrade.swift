import Foundation
import GRDB

/// Brings a file of an earlier schema forward, after a copy of it was put beside it.
///
/// The copy is made behind the write lock of the first step: nothing can be committed between the copy and the step. It
/// is checked before the step begins, gets the name of the file with its schema version, and stays; nothing deletes it.
/// Every step is a transaction of its own, and between two of them the work can be stopped and taken up again. With the
/// last one the projections of the cases are made anew from the journal.
///
/// It is the one way for all files: that of a record when it is opened, and the copy of a backup that is restored
/// (``RecordRestore``), which needs no other copy.
public struct SchemaUpgrade {
    public enum News: Hashable, Sendable {
        case copying(CopyProgress)
        /// The copy is whole and has its name.
        case copied(path: String, schema: Int)
        /// So many steps of all are done.
        case step(done: Int, total: Int)
        /// The rows of so many cases were made anew, after the last step.
        case cases(done: Int, total: Int)
    }

    let path: String
    /// Hears what is done; `false` stops it.
    let news: (News) -> Bool
    /// Whether a copy is put beside the file first: not beside one that is a copy itself.
    var keepsCopy = true
    /// What is said to be free on the disk; for tests.
    var room: (String) -> Int64? = { FileFacts.room(in: $0) }

    /// After so many cases it is told how far the making anew is.
    private static let stride = 1_000

    /// - Throws: ``StoreError``: ``StoreError/noRoom(path:needed:free:)`` before anything was touched,
    ///   ``StoreError/stopped(path:)``.
    func run(_ database: Database) throws {
        let first = try Schema.found(in: database)
        let total = Schema.version
        var isCopied = false
        var done = first
        while done < total {
            try database.inTransaction(.immediate) {
                // Read again behind the write lock: another process may have done a step meanwhile.
                done = try Schema.found(in: database)
                guard done < total else { return .rollback }
                if keepsCopy, !isCopied {
                    try keepCopy(done)
                    isCopied = true
                }
                try Schema.apply(done, to: database, fillingDerived: done + 1 < total)
                done += 1
                if done == total { try remake(database) }
                return .commit
            }
            guard news(.step(done: done, total: total)) || done >= total else {
                throw StoreError.stopped(path: path)
            }
        }
    }

    /// With the last step the rows of cases, and what follows from them, are made anew from the journal. A program of an
    /// earlier day may have spelt a case otherwise than its journal gives it today, without a step that says so.
    private func remake(_ database: Database) throws {
        let total = try Int.fetchOne(database, sql: "SELECT count(*) FROM cases") ?? 0
        var done = 0
        try CaseRebuilding(database: database).run {
            done += 1
            if done % Self.stride == 0 { try tell(.cases(done: done, total: max(done, total))) }
        }
        var counted = 0
        try CaseWorkTable.rebuild(in: database) {
            counted += 1
            if counted % Self.stride == 0 { try tell(.cases(done: done, total: total)) }
        }
        for table in DerivedTables.all {
            try table.rebuild(in: database) { try tell(.cases(done: done, total: total)) }
        }
    }

    private func keepCopy(_ schema: Int) throws {
        let file = FileFacts.resolved(path)
        let wanted = "\(file).schema-\(schema)"
        // What an attempt that was stopped has left is as good as another copy.
        let now = try Moment(PlainConnection(path: file, .reading))
        if let known = try? Moment(PlainConnection(path: wanted, .still)), known == now {
            return try tell(.copied(path: wanted, schema: schema))
        }
        let name = RecordBackup.free(wanted)
        let size = (FileFacts.size(file) ?? 0) + (FileFacts.size(file + "-wal") ?? 0)
        let needed = size + size / 8
        if let free = room(FileFacts.folder(of: file)), free < needed {
            throw StoreError.noRoom(path: name, needed: needed, free: free)
        }
        let draft = try FileDraft(for: name)
        do {
            _ = try RecordCopy(source: file, draft: draft, pace: .alone).run { news(.copying($0)) }
        } catch is RecordCopy.Stopped {
            throw StoreError.stopped(path: path)
        }
        let copy = try PlainConnection(path: draft.path, place: name, .still)
        guard try Moment(copy) == now else {
            throw StoreError.failed(path: name, detail: "the copy differs from the file")
        }
        let found = try copy.rows("PRAGMA integrity_check(1)").first?.first?.text
        guard found == "ok" else { throw StoreError.corrupt(path: path, detail: found ?? "integrity_check") }
        try draft.place()
        try tell(.copied(path: name, schema: schema))
    }

    /// Which file of which moment: what a copy has to agree in.
    private struct Moment: Hashable {
        var schema: Int64?
        var head: RecordHead

        init(_ connection: PlainConnection) throws {
            schema = try connection.rows("PRAGMA user_version").first?.first?.number
            head = try RecordHead.read(connection)
        }
    }

    private func tell(_ word: News) throws {
        guard news(word) else { throw StoreError.stopped(path: path) }
    }
}
