// The sequences between styles, kept from one use to the next: a screen goes back and forth between few styles, and what to
// write between two of them never changes.

/// The sequences from one style to another, by their numbers. Both styles are in the terminal's colours.
struct TransitionTable: Sendable {
    private struct Entry: Sendable {
        /// Both numbers; nobody asks for the way from a style to itself, so 0 means that the place is free.
        var key: UInt32 = 0
        var start: UInt32 = 0
        var count: UInt32 = 0
    }

    /// A hash table with open addressing: an entry stands at its place or behind it.
    private var entries = [Entry](repeating: Entry(), count: Self.places)
    private var taken = 0
    /// The bytes of all entries.
    private var pool: [UInt8] = []
    /// A power of two, of nine bits.
    private static let places = 1 << 9

    /// Where an entry is looked for first (Fibonacci hashing; the highest nine bits).
    @inline(__always)
    private static func place(of key: UInt32) -> Int { Int((key &* 0x9E37_79B9) >> (32 - 9)) }

    init() { pool.reserveCapacity(4_096) }

    /// How many bytes the way takes.
    @inline(__always)
    mutating func cost(from current: StyleID, to next: StyleID) -> Int {
        current == next ? 0 : Int(entry(from: current, to: next).count)
    }

    /// Writes the sequence that makes `next` of `current`, which must differ.
    @inline(__always)
    mutating func write(from current: StyleID, to next: StyleID, into sink: inout ByteSink) {
        let entry = entry(from: current, to: next)
        let (start, count) = (Int(entry.start), Int(entry.count))
        pool.withUnsafeBufferPointer { pool in
            for index in start..<start + count { sink.append(pool[index]) }
        }
    }

    @inline(__always)
    private mutating func entry(from current: StyleID, to next: StyleID) -> Entry {
        let key = UInt32(current) << 16 | UInt32(next)
        var place = Self.place(of: key)
        while entries[place].key != key {
            if entries[place].key == 0 { return learn(key, current, next) }
            place = (place &+ 1) & (Self.places - 1)
        }
        return entries[place]
    }

    /// Adds an entry; when half of the places are taken, all are given up first: themes have fewer ways than that.
    @inline(never)
    private mutating func learn(_ key: UInt32, _ current: StyleID, _ next: StyleID) -> Entry {
        if taken == Self.places / 2 {
            for index in entries.indices { entries[index].key = 0 }
            pool.removeAll(keepingCapacity: true)
            taken = 0
        }
        let start = pool.count
        StyleTransition.write(from: StyleTable.shown.style(current), to: StyleTable.shown.style(next), into: &pool)
        let entry = Entry(key: key, start: UInt32(start), count: UInt32(pool.count - start))
        var place = Self.place(of: key)
        while entries[place].key != 0 { place = (place + 1) & (Self.places - 1) }
        entries[place] = entry
        taken += 1
        return entry
    }
}
