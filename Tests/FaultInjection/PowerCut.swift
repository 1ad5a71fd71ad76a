import Foundation

/// One file as the disk has it, and what was written since the last sync.
struct DiskFile: Sendable {
    enum Change: Sendable {
        case write(offset: Int, bytes: [UInt8])
        case truncate(size: Int)
    }

    /// What a power cut leaves for certain; `nil` when not even the name was synced.
    var kept: [UInt8]?
    var pending: [Change] = []

    /// Everything so far is on the disk.
    mutating func settle() {
        var content = kept ?? []
        for change in pending { Self.apply(change, to: &content) }
        kept = content
        pending = []
    }

    static func apply(_ change: Change, to content: inout [UInt8]) {
        switch change {
        case .truncate(let size):
            if size < content.count { content.removeLast(content.count - size) }
        case .write(let offset, let bytes):
            let end = offset + bytes.count
            if content.count < end { content += [UInt8](repeating: 0, count: end - content.count) }
            content.replaceSubrange(offset..<end, with: bytes)
        }
    }
}

/// What stands on the disks of a folder at one moment, and what a power cut in that moment would make of it.
public struct PowerCut: Sendable {
    /// What becomes of that which was not synced.
    public enum Luck: Sendable {
        case nothingSurvives
        case everythingSurvives
        /// Each sector of 512 bytes by chance, whatever the order in which they were written: pages are torn.
        case chance(seed: UInt64)
    }

    private static let sector = 512

    /// How far the test was.
    public let mark: Int
    let files: [String: DiskFile]

    /// Writes the files as they would be found when the power is back.
    public func restore(to folder: String, luck: Luck) throws {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var chance = Chance(state: 0)
        if case .chance(let seed) = luck { chance.state = seed }
        for (name, file) in files.sorted(by: { $0.key < $1.key }) {
            var content = file.kept
            for change in file.pending {
                for piece in Self.pieces(change) where survives(luck, &chance) {
                    var changed = content ?? []
                    DiskFile.apply(piece, to: &changed)
                    content = changed
                }
            }
            guard let content else { continue }
            try Data(content).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
    }

    private func survives(_ luck: Luck, _ chance: inout Chance) -> Bool {
        switch luck {
        case .nothingSurvives: false
        case .everythingSurvives: true
        case .chance: Bool.random(using: &chance)
        }
    }

    private static func pieces(_ change: DiskFile.Change) -> [DiskFile.Change] {
        guard case .write(let offset, let bytes) = change else { return [change] }
        var pieces: [DiskFile.Change] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + sector - (offset + start) % sector)
            pieces.append(.write(offset: offset + start, bytes: Array(bytes[start..<end])))
            start = end
        }
        return pieces
    }
}

/// Chance that is the same for the same seed (SplitMix64, Steele and others, 2014).
public struct Chance: RandomNumberGenerator, Sendable {
    public var state: UInt64

    public init(state: UInt64) {
        self.state = state
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
