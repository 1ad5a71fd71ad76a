import Casework
import GRDB

/// What can go wrong with the file itself. Each case carries the facts; the words are in the message catalogue.
///
/// Whatever the error, nothing half-written is left: every change of the record is one transaction.
public enum StoreError: Error, Hashable, Sendable {
    /// There is no database of that name.
    case notFound(path: String)
    /// There is no such file: one that was named to be read, such as a backup.
    case noFile(path: String)
    /// There is no folder of that name, in which something is to be written or looked for.
    case noFolder(path: String)
    /// The name is taken, by a file or by the left-over log of one.
    case alreadyExists(path: String)
    /// The file is not SQLite at all.
    case notADatabase(path: String)
    /// SQLite, but not made by Daiban.
    case foreign(path: String)
    /// Made by a newer Daiban: schema version `found`, this program knows up to `known`.
    case newer(path: String, found: Int, known: Int)
    /// Made by an older Daiban, and opened only to be read: it has to be opened once for writing to be brought forward.
    case older(path: String, found: Int, known: Int)
    /// The file or its folder cannot be written.
    case readOnly(path: String)
    /// The file was only to be read, and lies where nothing can be written: SQLite needs files beside it even so.
    case writeProtected(path: String)
    /// What was to be written is there already in the tables, and the journal does not know of it: most likely entries are
    /// missing at its end. Nothing was written.
    case outOfStep(path: String, detail: String)
    /// A page, an entry or a projection cannot be read.
    case corrupt(path: String, detail: String)
    /// The file, or the log beside it, is another one than was opened. Nothing was written to the one that is there now.
    case replaced(path: String)
    /// Somebody else kept the database locked for longer than `seconds`.
    case busy(path: String, seconds: Int)
    /// No room on the disk.
    case full(path: String)
    /// The disk, or the line to it, failed while reading or writing. What was acknowledged before is kept; whether the
    /// change that was refused with this error is in the file can be known only after the disk works again.
    case disk(path: String, detail: String)
    /// The file is of an earlier schema, and there is no room for the copy `path` that is made before it is brought
    /// forward. Bytes. Nothing was changed.
    case noRoom(path: String, needed: Int64, free: Int64)
    /// The person stopped bringing the file forward; what was done is whole, the rest follows the next time.
    case stopped(path: String)
    /// Anything else, in SQLite's or the system's words.
    case failed(path: String, detail: String)
}

/// Something in the record that should be readable and is not: thrown inside a transaction, told as
/// ``StoreError/corrupt(path:detail:)``.
struct UnreadableRecord: Error {
    /// Where it is, such as `journal entry 12`.
    var place: String
    var detail: String
}

/// A case has a row, and the journal does not tell how it began: thrown inside a transaction, told as
/// ``StoreError/outOfStep(path:detail:)``. Most likely the journal has lost its end.
struct EntriesMissing: Error {
    var of: CaseID
}

extension StoreError {
    /// How long a locked database is waited for, in seconds.
    static let patience = 5

    /// What `error`, thrown by GRDB or by this module, means for the file at `path`.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError:
            self = error
        case let error as UnreadableRecord:
            self = .corrupt(path: path, detail: "\(error.place): \(error.detail)")
        case let error as EntriesMissing:
            self = .outOfStep(path: path, detail: "case \(error.of.value) has a row and no beginning in the journal")
        case let error as DatabaseError:
            self.init(error, path: path, isReadOnly: FileFacts.isOnReadOnlyDisk)
        case is RowDecodingError:
            // Its own words would repeat the row, names and all.
            self = .corrupt(path: path, detail: "a column does not hold what it should")
        default:
            self = .failed(path: path, detail: "\(error)")
        }
    }

    /// What it means for somebody who only wanted to read.
    var whenReading: StoreError { if case .readOnly(let path) = self { .writeProtected(path: path) } else { self } }

    /// - Parameter isReadOnly: whether the file system that holds a path takes no writes any more; for tests.
    init(
        _ error: DatabaseError, path: String, isReadOnly: (String) -> Bool
    ) {
        let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path, seconds: Self.patience)
        case .SQLITE_FULL: self = .full(path: path)
        // Also the index of the log and the sync may be what a full disk has no room for.
        // SQLite gives a transaction up by itself when it cannot go on reading or writing.
        // And a disk that failed is often made read-only by the system, which SQLite calls an error of a write.
        case .SQLITE_IOERR where isReadOnly(path): self = .readOnly(path: path)
        case .SQLITE_IOERR, .SQLITE_ABORT:
            self = FileFacts.isDiskFull(path) ? .full(path: path) : .disk(path: path, detail: detail)
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
        case .SQLITE_CORRUPT: self = .corrupt(path: path, detail: detail)
        case .SQLITE_CONSTRAINT
        where [.SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID]
            .contains(error.extendedResultCode):
            self = .outOfStep(path: path, detail: detail)
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_CANTOPEN where !FileFacts.exists(path): self = .notFound(path: path)
        case .SQLITE_CANTOPEN where !FileFacts.isWritable(FileFacts.folder(of: path)): self = .readOnly(path: path)
        default: self = .failed(path: path, detail: detail)
        }
    }
}
