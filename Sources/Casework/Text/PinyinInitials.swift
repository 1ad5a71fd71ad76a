/// The letters that the pinyin readings of a Han character begin with: 张 is `z`, 单 is `c`, `d` and `s`.
///
/// People type them instead of a name: `zs` for 张三. A character has the initials of all its readings, because nobody
/// who types thinks of one; at the front of a person's name those of a surname are among them (曾 `z`, 查 `z`), and a
/// few surnames of two characters are read in a way of their own (尉迟 `yc`).
///
/// The table is read when it is first asked, not when the program starts.
public struct PinyinInitials: Sendable {
    /// Letters, as bits: bit 0 is `a`.
    public struct Letters: OptionSet, Hashable, Sendable {
        public let rawValue: UInt32

        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// `a` to `z`; anything else is no letter.
        public init(_ ascii: UInt32) {
            self.init(rawValue: (0x61...0x7A).contains(ascii) ? 1 << (ascii - 0x61) : 0)
        }

        /// As ASCII, in the order of the alphabet.
        public var ascii: [UInt8] {
            var letters: [UInt8] = []
            var left = rawValue
            while left != 0 {
                letters.append(UInt8(0x61 + left.trailingZeroBitCount))
                left &= left - 1
            }
            return letters
        }
    }

    public static let standard = PinyinInitials(table: PackageResources.pinyin_initials_txt)

    /// Of the block of common Han characters, by place.
    private var common = [Letters](repeating: [], count: Self.block.count)
    /// Of the rare ones outside of it.
    private var others: [UInt32: Letters] = [:]
    private var surnames: [UInt32: Letters] = [:]
    /// By the two characters of the surname.
    private var compounds: [UInt64: (Letters, Letters)] = [:]

    private static let block: Range<UInt32> = 0x4E00..<0xA000

    /// - Parameter table: lines of a kind (`r` reading, `s` surname, `c` compound surname), letters and characters, with
    ///   tabs between. Lines of another form are passed over.
    init(table: [UInt8]) {
        for line in String(decoding: table, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "\t")
            guard parts.count == 3 else { continue }
            let letters = Letters(parts[1].unicodeScalars.map { Letters($0.value) })
            let characters = parts[2].unicodeScalars.map(\.value)
            switch parts[0] {
            case "r": for character in characters { set(letters, of: character) }
            case "s": for character in characters { surnames[character, default: []].formUnion(letters) }
            case "c":
                let each = parts[1].unicodeScalars.map { Letters($0.value) }
                guard characters.count == 2, each.count == 2 else { continue }
                compounds[Self.pair(characters[0], characters[1])] = (each[0], each[1])
            default: continue
            }
        }
    }

    private mutating func set(_ letters: Letters, of character: UInt32) {
        if Self.block.contains(character) {
            common[Int(character - Self.block.lowerBound)] = letters
        } else {
            others[character] = letters
        }
    }

    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// None for what is no Han character of the list.
    public func letters(of character: UInt32) -> Letters {
        if Self.block.contains(character) { return common[Int(character - Self.block.lowerBound)] }
        return character < Self.block.lowerBound && character < 0x3400 ? [] : others[character] ?? []
    }

    /// One for each character of a text; of a person's name those of the surname are among the first.
    public func letters(of text: some Collection<UInt32>, isPerson: Bool) -> [Letters] {
        var letters = text.map(letters)
        guard isPerson, let first = text.first else { return letters }
        if let own = surnames[first] { letters[0].formUnion(own) }
        if !compounds.isEmpty, let second = text.dropFirst().first, let both = compounds[Self.pair(first, second)] {
            letters[0].formUnion(both.0)
            letters[1].formUnion(both.1)
        }
        return letters
    }
}
