import Casework
import Foundation
import GRDB

/// Compares kept anchors, and those that were signed in the journal, with the journal.
struct AnchorCheck {
    let database: Database

    func run(_ kept: [KeptAnchor], restarts: [KeptRestart] = []) throws -> VerificationReport {
        var report = VerificationReport()
        let restores = kept.isEmpty && restarts.isEmpty ? [] : try RestoreEntry.all(in: database)
        report.restarts = restarts.map { kept in
            var restart = kept
            restart.restore = restores.first { $0.sequence == kept.restart.sequence && $0.hash == kept.restart.hash }
            return restart
        }
        // A later restore may have lost the one that a line was written for; a later line that is right vouches for it.
        for place in report.restarts.indices where report.restarts[place].restore == nil {
            let lost = report.restarts[place]
            let anchor = KeptAnchor(
                origin: .file(line: lost.line, at: lost.restart.at), sequence: lost.restart.sequence,
                prefix: lost.restart.hash)
            let later = report.restarts.filter { $0.line > lost.line }.compactMap(\.restore)
            report.restarts[place].isLost = later.contains { $0.explains(anchor) }
            report.restarts[place].lost = later.lazy.flatMap { $0.word.restores ?? [] }.first {
                $0.sequence == lost.restart.sequence && $0.hash == lost.restart.hash
            }
        }
        for restart in report.restarts where restart.restore == nil && !restart.isLost {
            report.add(.restartUnknown(line: restart.line, sequence: restart.restart.sequence))
        }
        for anchor in kept { try compare(anchor, &report, restores) }
        guard try JournalReplay.hasIndex(in: database) else { return report }
        var recorded: [RecordedRestart] = []
        try JournalReplay.entries(about: .centre, in: database) { entry in
            switch entry.fact {
            case .success(.centre(.anchorSigned(let signed))):
                try compare(
                    KeptAnchor(
                        origin: .journal(month: signed.month), sequence: signed.sequence, prefix: signed.hash), &report)
            case .success(.centre(.anchorsRestarted(let word))):
                recorded.append(RecordedRestart(sequence: entry.sequence, at: entry.at, word: word))
            default: break
            }
        }
        for place in report.restarts.indices {
            let kept = report.restarts[place]
            let own = recorded.filter { $0.isOf(kept.restart) }
            report.restarts[place].isRecorded = own.contains { $0.says(kept.restart) }
            // Another file may have begun anew after the same restore, at another moment. What earlier programs wrote stands
            // in the file alone.
            guard !report.restarts[place].isRecorded, let other = own.last(where: { $0.isAt(kept.restart.at) }) else {
                continue
            }
            report.add(
                .restartDiffers(
                    line: kept.line, sequence: other.sequence, person: other.word.person, reason: other.word.reason))
        }
        return report
    }

    /// - Parameter restores: which an anchor that does not agree may be from before.
    func compare(
        _ anchor: KeptAnchor, _ report: inout VerificationReport, _ restores: [RestoreEntry] = []
    ) throws {
        guard let finding = try difference(from: anchor) else {
            report.anchors += 1
            return
        }
        if let told = report.restarts.firstIndex(where: { $0.explains(anchor) }) {
            report.restarts[told].passed += 1
            return
        }
        let reason = restores.last { $0.explains(anchor) }
        report.anchors += 1
        report.add(finding)
        report.unexplainedAnchors += reason == nil ? 1 : 0
        if let reason, !report.restoresThatFit.contains(reason) { report.restoresThatFit.append(reason) }
    }

    /// What is wrong with an anchor; `nil` when the journal agrees.
    func difference(from anchor: KeptAnchor) throws -> VerificationReport.Finding? {
        let row = try RawStatement(database, sql: "SELECT hash FROM journal WHERE seq = ?")
        row.bind(anchor.sequence, 1)
        guard try row.next() else {
            let last = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM journal") ?? 0
            // An entry taken out of the middle is the chain's finding, and here another one than there was.
            return last < anchor.sequence
                ? .anchorBeyond(anchor.origin, sequence: anchor.sequence, entries: last)
                : .anchorDiffers(anchor.origin, sequence: anchor.sequence)
        }
        return row.bytes(0).hexadecimal.hasPrefix(anchor.prefix)
            ? nil : .anchorDiffers(anchor.origin, sequence: anchor.sequence)
    }

    /// Whether the record goes back to that month and nobody signed an anchor for it.
    func lacksAnchor(of month: CivilMonth) throws -> Bool {
        guard let first = try Int64.fetchOne(database, sql: "SELECT at FROM journal ORDER BY seq LIMIT 1"),
            let centre = try? CentreProjection.centre(in: database),
            CivilMonth(of: centre.offset.civil(Instant(milliseconds: first)).date) <= month
        else { return false }
        let signed = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM signed_anchors WHERE month = ?", arguments: [month.description])
        return signed == 0
    }
}

extension Sequence<UInt8> {
    /// Two digits a byte, in lower case.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
