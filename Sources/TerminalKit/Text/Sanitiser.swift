// What the door between text and cells refuses, and what stands there instead. Text from people and files may hold escape
// sequences, bidirectional overrides and invisible characters; none of them reaches the terminal, and none vanishes
// silently: each leaves a visible mark in its place. GlyphScanner does the walking.

/// Makes any text safe to show.
public enum Sanitiser {
    static let replacementCharacter: UInt32 = 0xFFFD
    static let zeroWidthJoiner: UInt32 = 0x200D

    /// What is shown in place of a scalar of class `refused`.
    ///
    /// Tab, line feed, carriage return, U+0085, U+2028 and U+2029 become one blank; other C0 controls and DEL their
    /// control pictures (U+2400 ff.); the soft hyphen a hyphen; the rest (C1 controls, bidirectional and other format
    /// characters, joiners and selectors without effect, fillers, tags, noncharacters) U+FFFD. Widths.md has the list.
    static func replacement(of scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: 0x20
        case 0x00..<0x20: 0x2400 + scalar
        case 0x7F: 0x2421
        case 0xAD: 0x2D
        default: replacementCharacter
        }
    }

    /// `text` as the cells would show it: for logs, exports and window titles.
    ///
    /// The result holds no control, no bidirectional or other invisible format character but those inside of emoji
    /// sequences, and at most 16 scalars in each glyph; cleaning it again changes nothing.
    public static func clean(_ text: some StringProtocol) -> String {
        var output: [UInt8] = []
        text.withUTF8Bytes { bytes in
            output.reserveCapacity(bytes.count)
            var scanner = GlyphScanner(bytes)
            while let glyph = scanner.next() {
                if glyph.isCluster {
                    output.append(contentsOf: scanner.cluster)
                } else {
                    UTF8Writer.append(glyph.scalar, to: &output)
                }
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
