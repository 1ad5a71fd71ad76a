import CaseStore
import Casework
import Dashboard
import Foundation
import Synchronization

/// Makes the scheduled backups beside a desk.
///
/// Each is made by a process of its own, `daiban backup --scheduled`: what it reads to verify leaves nothing in the desk's
/// memory, it can be given less of the machine, and it goes on when the desk is left. Whether one is due is seen from the
/// names in the folder; several desks may come to it at the same time, and the process finds out whose turn it is.
final class BackupRunner: Sendable {
    private let settings: BackupSettings
    private let database: String
    private let prefix: String
    private let offset: UTCOffset
    private let language: Language
    private let arguments: [String]
    /// After a failure nothing is tried before.
    private let rest = Mutex<Instant?>(nil)

    private static let restMinutes = 15

    init(_ settings: BackupSettings, _ workplace: Workplace) {
        self.settings = settings
        database = workplace.store.path
        prefix = workplace.centre.prefix
        offset = workplace.centre.offset
        language = workplace.language
        var arguments = ["backup", "--scheduled", "--database", workplace.store.path]
        if let source = workplace.configuration.source { arguments += ["--config", source] }
        self.arguments = arguments + ["--language", workplace.language.rawValue]
    }

    var outlet: BackupOutlet { BackupOutlet { self.look(at: SystemClock.now()) } }

    private func look(at now: Instant) -> BackupOutlet.News? {
        if let rest = rest.withLock({ $0 }), now < rest { return nil }
        do {
            let last = try newest(before: now)
            if case .fresh = settings.plan.standing(last: last, now: now, offset: offset) { return nil }
            if let words = try BackgroundProcess.run(arguments) { return fail(words, now) }
            rest.withLock { $0 = nil }
            // Another desk's process may be at it.
            return try newest(before: SystemClock.now()) == last ? nil : .made
        } catch {
            return fail(ErrorReport.make(error, language).words, now)
        }
    }

    /// Of this record: another centre's, or one for practice, may keep its backups in the same folder.
    private func newest(before now: Instant) throws -> Instant? {
        let founding = try RecordFacts.read(database).founding
        let shelf = BackupShelf(folder: settings.folder)
        return try shelf.names(prefix: prefix).first { name in
            name.at <= now && (try? RecordFacts.read(shelf.path(of: name.text)))?.founding == founding
        }?.at
    }

    private func fail(_ words: String, _ now: Instant) -> BackupOutlet.News {
        rest.withLock { $0 = now.advanced(minutes: Self.restMinutes) }
        // On the desk there is one line for it: where the backups lie says the configuration.
        let name = "daiban: "
        let plain = words.hasPrefix(name) ? String(words.dropFirst(name.count)) : words
        return .failed(plain.replacing(BackupShelf(folder: settings.folder).path(of: ""), with: ""))
    }
}
