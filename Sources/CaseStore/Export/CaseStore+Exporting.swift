import Casework
import GRDB

/// What somebody wants to have out of the record.
public struct ExportRequest: Sendable {
    public enum Privacy: Hashable, Sendable {
        case masked
        /// Everything as it is, for this person and this reason: recorded before the first byte goes out.
        case unmasked(Actor, reason: String)
    }

    public var kind: ExportKind
    public var format: ExportFormat
    public var privacy: Privacy
    public var now: Instant
    /// The words for the states, as a column of their own; `nil` for none.
    public var stateWord: (@Sendable (CaseState) -> String)?

    public init(
        kind: ExportKind, format: ExportFormat, privacy: Privacy = .masked, now: Instant,
        stateWord: (@Sendable (CaseState) -> String)? = nil
    ) {
        self.kind = kind
        self.format = format
        self.privacy = privacy
        self.now = now
        self.stateWord = stateWord
    }
}

public struct ExportReport: Hashable, Sendable {
    public var rows: Int
    /// The caller stopped it before the end; what was written is not whole.
    public var wasStopped: Bool
}

public enum ExportError: Error, Hashable, Sendable {
    case exists(path: String)
    /// The file cannot be written; the system's own words.
    case failed(path: String, String)
    case notPermitted(Role)
    /// Who is not on the staff takes nothing out.
    case notOnStaff
    /// The reason is missing, endless or not printable.
    case reason(Refusal)
    case store(StoreError)
}

extension CaseStore {
    /// Writes a table of one moment of the record, row by row, in memory that does not grow with it.
    ///
    /// What is taken out unmasked is recorded first: who, which table, how many rows, why. When that cannot be recorded,
    /// nothing goes out.
    ///
    /// - Parameters:
    ///   - sink: gets some kilobytes at a time.
    ///   - progress: rows written and rows in all; `false` ends it there.
    public func export(
        _ request: ExportRequest, to sink: ([UInt8]) throws(ExportError) -> Void,
        progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
    ) throws(ExportError) -> ExportReport {
        var failure: ExportError?
        var hasBegun = false
        do throws(StoreError) {
            return try withoutActuallyEscaping(sink) { sink throws(StoreError) in
                try read { database in
                    // The record was replaced in the middle: what went out is of another one, and cannot be called back.
                    guard !hasBegun else { throw StoreError.replaced(path: path) }
                    do throws(ExportError) {
                        return try export(request, from: database, hasBegun: &hasBegun, to: sink, progress)
                    } catch {
                        failure = error
                        throw StoreError.failed(path: path, detail: "\(error)")
                    }
                }
            }
        } catch {
            throw failure ?? .store(error)
        }
    }

    private func export(
        _ request: ExportRequest, from database: Database, hasBegun: inout Bool,
        to sink: ([UInt8]) throws(ExportError) -> Void, _ progress: (Int, Int) -> Bool
    ) throws(ExportError) -> ExportReport {
        struct Stopped: Error {}
        var done = 0
        do {
            let staff = try StaffProjection.fetch("", [], in: database).map(\.member)
            let context = ExportContext(
                isMasked: request.privacy == .masked, now: request.now, stateWord: request.stateWord,
                staff: Dictionary(staff.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
            let table = request.kind.table(context)
            let total = try table.count(in: database)
            if case .unmasked(let actor, let reason) = request.privacy, request.kind.isPersonal {
                try note(request, rows: total, by: actor, because: reason)
            }
            let writing = ExportWriting(
                format: request.format, columns: table.columns, offset: try CentreProjection.centre(in: database).offset
            )
            var bytes = writing.head
            hasBegun = true
            try table.rows(in: database) { row in
                writing.append(row, to: &bytes)
                done += 1
                guard bytes.count >= 1 << 16 else { return }
                try sink(bytes)
                bytes.removeAll(keepingCapacity: true)
                guard progress(done, total) else { throw Stopped() }
            }
            try sink(bytes)
            _ = progress(done, total)
            return ExportReport(rows: done, wasStopped: false)
        } catch is Stopped {
            return ExportReport(rows: done, wasStopped: true)
        } catch let error as ExportError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    /// Records that somebody takes personal data out, when they may.
    private func note(
        _ request: ExportRequest, rows: Int, by actor: Actor, because reason: String
    ) throws {
        let checked: String
        do throws(Refusal) { checked = try EntryField.reason.checked(reason) } catch { throw ExportError.reason(error) }
        try write { transaction in
            guard let member = try StaffProjection.find(actor.id, in: transaction.database)?.member, member.isActive
            else { throw ExportError.notOnStaff }
            guard member.role.mayTakeDataOut else { throw ExportError.notPermitted(member.role) }
            let export = DataExport(
                table: request.kind.rawValue, format: request.format.rawValue, rows: rows, reason: checked)
            try transaction.record(.centre(.dataExported(export)), about: 0, at: request.now, by: member.id)
        }
    }
}
