// What one cell of the model's screen holds: the text in it, how much room it takes, and how it looks. A plain value of two
// words, so that a whole screen is copied and compared in no time.

import Synchronization

/// One cell of the screen.
public struct ModelCell: Hashable, Sendable {
    /// A scalar, or with `clusterFlag` the number of a cluster; 0 in the second half of a wide glyph.
    private var glyph: UInt32
    /// Whether the glyph covers this cell and the next one.
    public internal(set) var isWide: Bool
    public internal(set) var style: ModelStyle

    private static let clusterFlag: UInt32 = 1 << 31
    private static let space: UInt32 = 0x20

    init(_ scalar: Unicode.Scalar, isWide: Bool, style: ModelStyle) {
        glyph = scalar.value
        self.isWide = isWide
        self.style = style
    }

    private init(glyph: UInt32, style: ModelStyle) {
        self.glyph = glyph
        isWide = false
        self.style = style
    }

    static func blank(_ style: ModelStyle) -> ModelCell { ModelCell(glyph: space, style: style) }

    static func continuation(_ style: ModelStyle) -> ModelCell { ModelCell(glyph: 0, style: style) }

    /// Whether this is the second half of the wide glyph in the cell before.
    public var isContinuation: Bool { glyph == 0 }

    /// Whether there is nothing but a space here.
    public var isBlank: Bool { glyph == Self.space }

    /// The glyph if it is a single scalar; nil for a cluster and for the second half of a wide glyph.
    public var scalar: Unicode.Scalar? { glyph == 0 ? nil : Unicode.Scalar(glyph) }

    /// The glyph with the combining characters that joined it; `" "` in a blank cell; `""` in the second half of a
    /// wide glyph.
    public var text: String {
        if glyph & Self.clusterFlag != 0 { return ClusterTexts.text(glyph & ~Self.clusterFlag) }
        return scalar.map { String($0) } ?? ""
    }

    /// Adds a character that takes no room of its own. What has `scalarLimit` characters takes no more.
    mutating func join(_ scalar: Unicode.Scalar) {
        var text = text
        guard text.unicodeScalars.count < Self.scalarLimit else { return }
        text.unicodeScalars.append(scalar)
        glyph = ClusterTexts.number(of: text) | Self.clusterFlag
    }

    private static let scalarLimit = 24
}

/// The texts of several scalars that some cell of the process has had, each under a number, so that a cell stays small.
private enum ClusterTexts {
    private struct Entries: Sendable {
        var texts: [String] = []
        /// By their scalars: strings themselves are equal when they are canonically equivalent.
        var numbers: [[Unicode.Scalar]: UInt32] = [:]
    }

    private static let shared = Mutex(Entries())

    static func number(of text: String) -> UInt32 {
        shared.withLock { entries in
            let scalars = Array(text.unicodeScalars)
            if let known = entries.numbers[scalars] { return known }
            let number = UInt32(entries.texts.count)
            entries.texts.append(text)
            entries.numbers[scalars] = number
            return number
        }
    }

    static func text(_ number: UInt32) -> String {
        shared.withLock { $0.texts[Int(number)] }
    }
}
