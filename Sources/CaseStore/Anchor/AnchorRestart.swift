import Casework

/// A line of a kept file that says: from here anew, after a restore. Somebody who may sign anchors has put it there and
/// says why. Anchors before it whose entries that restore has lost are passed over, and told each time.
public struct AnchorRestart: Hashable, Sendable {
    public var at: Instant
    /// The entry of the journal that tells of the restore, and its hash.
    public var sequence: Int64
    public var hash: String
    /// A staff number.
    public var person: String
    public var reason: String

    private static let mark = "restored"

    public init(_ restore: RestoreEntry, at: Instant, person: String, reason: String) {
        self.at = at
        sequence = restore.sequence
        hash = restore.hash
        self.person = person
        self.reason = reason.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    public var line: String { "\(Self.mark) \(at.iso8601(.utc)) \(sequence) \(hash) \(person) \(reason)" }

    /// Reads a line of a kept file; `nil` when it is none.
    public init?(line: some StringProtocol) {
        let parts = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == Self.mark, let at = Instant(parts[1], offset: .utc),
            let sequence = Int64(parts[2]), sequence > 0, parts[3].utf8.count == 64,
            parts[3].utf8.allSatisfy(RecordAnchor.isDigit), !parts[4].isEmpty, !parts[5].isEmpty
        else { return nil }
        (self.at, self.sequence, hash) = (at, sequence, String(parts[3]))
        (person, reason) = (String(parts[4]), String(parts[5]))
    }
}

/// Such a line as a verification met it.
public struct KeptRestart: Hashable, Sendable {
    /// Of the file, from 1.
    public var line: Int
    public var restart: AnchorRestart
    /// The entry that it names, as the journal has it.
    public internal(set) var restore: RestoreEntry?
    /// The journal does not have that entry any more, since a later restore lost it, for which there is a line, too.
    public internal(set) var isLost = false
    /// What that later restore tells of it.
    var lost: LostRestore?
    /// The journal tells of the same line; it does not of those that earlier programs wrote, nor of one that was altered.
    public internal(set) var isRecorded = false
    /// How many anchors were passed over for it.
    public internal(set) var passed = 0

    public init(line: Int, _ restart: AnchorRestart) {
        self.line = line
        self.restart = restart
    }

    /// Whether the anchor stands before it in the file.
    private func follows(_ anchor: KeptAnchor) -> Bool {
        if case .file(let line, _) = anchor.origin { return line < self.line }
        return false
    }

    /// Whether the anchor does not agree because of the restore that the line was written for.
    func explains(_ anchor: KeptAnchor) -> Bool {
        guard follows(anchor) else { return false }
        // Of one that is lost without a trace nobody can say any more.
        return restore?.explains(anchor) ?? lost?.explains(anchor) ?? isLost
    }
}

/// What the journal says of such a line.
struct RecordedRestart {
    var sequence: Int64
    var at: Instant
    var word: AnchorsRestarted

    /// Whether both are about the same restore.
    func isOf(_ restart: AnchorRestart) -> Bool { word.sequence == restart.sequence && word.hash == restart.hash }

    /// A line has whole seconds.
    func isAt(_ moment: Instant) -> Bool { at.iso8601(.utc) == moment.iso8601(.utc) }

    /// Whether the line is as it was recorded.
    func says(_ restart: AnchorRestart) -> Bool {
        isAt(restart.at) && word.person == restart.person && word.reason == restart.reason
    }
}

extension RestoreEntry {
    /// Whether an anchor that does not agree was taken of what this restore lost, or one whose entry it lost.
    func explains(_ anchor: KeptAnchor) -> Bool {
        let own = LostRestore(
            sequence: sequence, hash: hash, at: at, oldEntries: word.oldEntries, oldHash: word.oldHash, lost: word.lost)
        return ([own] + (word.restores ?? [])).contains { $0.explains(anchor) }
    }
}

extension LostRestore {
    /// Whether an anchor was taken of what this restore lost: behind the common part, no further than the old record went,
    /// and before the restore. At the old record's very end its hash has to be that one's.
    func explains(_ anchor: KeptAnchor) -> Bool {
        guard let end = oldEntries, let lost, end - lost < anchor.sequence, anchor.sequence <= end else { return false }
        if case .file(_, let taken) = anchor.origin, taken > at { return false }
        if case .journal = anchor.origin { return false }
        return anchor.sequence < end || oldHash?.hasPrefix(anchor.prefix) == true
    }
}
