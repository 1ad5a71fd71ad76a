import Foundation

/// The instants of a soak: every action has one of its own, by which it is found in the journal afterwards.
enum Moment {
    static let writers = 16
    private static let actionsInALife = 100_000

    /// Milliseconds after the beginning, for the `count`th action of a writer that was started `life` times before.
    static func offset(writer: Int, life: Int, count: Int) -> Int {
        (life * actionsInALife + count) * writers + writer
    }
}

/// What a writer notes beside the record, in a file of its own, a line a step:
///
///     I AT SUBJECT            it is about to act
///     A AT SUBJECT MOVED US   the record has acknowledged, with so many entries, after so many microseconds
///     R AT                    the record has refused: the rules, or another was faster
///     F AT WORDS              anything else
///
/// A line that was cut off by the end of its writer is no line. The system may cut one at the end of a page when it kills
/// somebody in the midst of writing; the next life marks it.
final class SoakNotes {
    private let descriptor: Int32
    /// What a line that was cut off ends with.
    static let cut: Character = "~"
    private let syncs: Bool

    init(path: String, syncs: Bool) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        self.syncs = syncs
        guard descriptor >= 0 else { throw POSIXError(.EIO) }
        let end = lseek(descriptor, 0, SEEK_END)
        var last: UInt8 = 0
        if end > 0, pread(descriptor, &last, 1, end - 1) == 1, last != UInt8(ascii: "\n") { put(String(Self.cut)) }
    }

    deinit { close(descriptor) }

    /// - Parameter isAcknowledgement: has to survive whatever happens next.
    func put(_ line: String, isAcknowledgement: Bool = false) {
        let bytes = Array((line + "\n").utf8)
        precondition(write(descriptor, bytes, bytes.count) == bytes.count, "the notes cannot be written")
        if syncs, isAcknowledgement { precondition(fsync(descriptor) == 0, "the notes cannot be synced") }
    }
}

/// The notes of all writers together.
struct SoakLedger {
    struct Acknowledged {
        var subject: Int64
        var entries: Int
    }

    var acknowledged: [Int64: Acknowledged] = [:]
    var intended: Set<Int64> = []
    var refusals = 0
    /// Those who waited in vain for their turn, and were told.
    var busy = 0
    var failures: [String] = []
    /// Microseconds from the call to the answer.
    var waits: [Int] = []
    /// Instants that were acknowledged or intended twice: the soak itself is at fault.
    var faults: [String] = []

    init(paths: [String]) throws {
        for path in paths where FileManager.default.fileExists(atPath: path) {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            // What stands behind the last line end.
            lines.removeLast()
            for line in lines where line.last != SoakNotes.cut { take(line.split(separator: " ")) }
        }
        waits.sort()
    }

    private mutating func take(_ words: [Substring]) {
        guard words.count > 1, let at = Int64(words[1]) else {
            faults.append("unreadable note \(words)")
            return
        }
        switch words[0] {
        case "I":
            if !intended.insert(at).inserted { faults.append("intended twice: \(at)") }
        case "A":
            guard words.count == 5, let subject = Int64(words[2]), let entries = Int(words[3]), let wait = Int(words[4])
            else { return faults.append("unreadable note \(words)") }
            if acknowledged.updateValue(Acknowledged(subject: subject, entries: entries), forKey: at) != nil {
                faults.append("acknowledged twice: \(at)")
            }
            waits.append(wait)
        case "R": refusals += 1
        default:
            let failure = words.dropFirst(2).joined(separator: " ")
            if failure.contains("busy(") { busy += 1 } else { failures.append(failure) }
        }
    }

    /// The wait that so many thousandths of the acknowledged actions did not exceed, in milliseconds.
    func wait(thousandths: Int) -> Double {
        guard !waits.isEmpty else { return 0 }
        return Double(waits[min(waits.count - 1, waits.count * thousandths / 1_000)]) / 1_000
    }
}
