/// A text that can be looked through by what somebody types: each character as it is folded, and its initials.
///
///     SearchedText("张三", isPerson: true).contains(SearchWord("zs"))      // true
///     SearchedText("城乡居民养老保险").contains(SearchWord("ylbx"))          // true
///     SearchedText("Old_Mill").contains(SearchWord("old_m"))              // true
///
/// Every typed character must be the character of the text or one of its initials, one after the other, at any place.
/// Nothing is a wildcard.
public struct SearchedText: Hashable, Sendable {
    /// Folded scalars.
    public let characters: [UInt32]
    /// One for each of ``characters``.
    public let initials: [PinyinInitials.Letters]

    public init(_ text: some StringProtocol, isPerson: Bool = false) {
        self.init(String(text), isPerson: isPerson)
    }

    public init(_ text: String, isPerson: Bool = false) {
        var characters: [UInt32] = []
        characters.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { characters.append(Self.folded(scalar.value)) }
        self.characters = characters
        initials = PinyinInitials.standard.letters(of: characters, isPerson: isPerson)
    }

    /// ASCII and full-width letters without case, full-width forms as their ASCII ones: what an input method writes for
    /// the same key.
    public static func folded(_ scalar: UInt32) -> UInt32 {
        var value = scalar
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (0x41...0x5A).contains(value) { value += 0x20 }
        return value
    }

    public func contains(_ word: SearchWord) -> Bool {
        let wanted = word.characters
        guard !wanted.isEmpty, wanted.count <= characters.count else { return false }
        for start in 0...(characters.count - wanted.count) where fits(wanted, at: start) { return true }
        return false
    }

    /// Whether it begins with the word, for putting those first.
    public func begins(with word: SearchWord) -> Bool {
        !word.characters.isEmpty && word.characters.count <= characters.count && fits(word.characters, at: 0)
    }

    private func fits(_ wanted: [UInt32], at start: Int) -> Bool {
        for place in wanted.indices {
            let typed = wanted[place]
            guard typed == characters[start + place] || !initials[start + place].isDisjoint(with: .init(typed)) else {
                return false
            }
        }
        return true
    }
}

/// One of the words that somebody typed, blanks between them.
public struct SearchWord: Hashable, Sendable {
    /// Folded scalars.
    public let characters: [UInt32]

    /// As it is, blanks included.
    public init(_ text: some StringProtocol) {
        characters = text.unicodeScalars.map { SearchedText.folded($0.value) }
    }

    /// The words of a text. Case, and full or half width, say nothing.
    public static func words(_ text: some StringProtocol) -> [SearchWord] {
        text.split(whereSeparator: \.isWhitespace).map { SearchWord($0) }
    }

    /// A single letter: the initial of far too many things to be looked for in all of them.
    public var isLoneLetter: Bool {
        characters.count == 1 && (0x61...0x7A).contains(characters[0])
    }
}
