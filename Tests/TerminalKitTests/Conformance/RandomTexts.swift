// Texts as they stand in the office's lists and forms, and such as people paste: Chinese, ASCII, clusters, and characters on
// whose width terminals disagree.

struct RandomTexts {
    /// How much is asked of the terminal.
    enum Kind: Int, Comparable {
        /// One character a glyph.
        case single
        /// Also letters with combining marks. (Without autowrap, tmux gives the marks of a glyph in the last column to the one
        /// before it.)
        case marked
        /// Also characters on whose width terminals disagree.
        case doubtful

        static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
    }

    let kind: Kind

    private static let single = [
        "case MZ2026-0001234", "待受理", "王小明", "欧阳娜娜", "a中b文c", "𠮷野家", "……", "─│┌┐", "", " ", "x",
        "      ", "────────────────────", "中中中中中中中中", "aaaaaaaaaaaaaaaaaaaaaaaa", "███▉▊▋▌▍▎▏", "ａｂ１２", "😀 好",
        "\u{1B}[31mred", "tab\tnew\nline", "\u{202E}txt", "２０２６年１１月２７日", "1,234.50 元", "（一）", "█",
    ]

    private static let marked = ["e\u{301}té", "x\u{304}\u{301}", "n\u{303}"]

    private static let doubtful = [
        "🇨🇳", "👨‍👩‍👧‍👦 家", "❤️", "👍🏽", "1️⃣2", "각", "ᄀ\u{1161}", "葛\u{E0100}", "☎\u{FE0E}", "🇨", "\u{1F3FD}",
        "क\u{93F}", "👩‍💻👩‍💻", "\u{301}a", "⚠️ 临期",
    ]

    func next(_ generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0...Int.random(in: 0...2, using: &generator) {
            switch Int.random(in: 0..<10, using: &generator) {
            case 0, 1:
                let count = Int.random(in: 1...30, using: &generator)
                text += String(
                    repeating: ["-", "=", "x", "─", "代", " "].randomElement(using: &generator) ?? "", count: count)
            case 2:
                for _ in 0..<Int.random(in: 1...12, using: &generator) {
                    text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &generator)))
                }
            case 3:
                for _ in 0..<Int.random(in: 1...8, using: &generator) {
                    let number = UInt32.random(in: 0x4E00...0x9FA5, using: &generator)
                    text.unicodeScalars.append(Unicode.Scalar(number) ?? "代")
                }
            case 4 where kind >= .marked: text += Self.marked.randomElement(using: &generator) ?? ""
            case 5 where kind == .doubtful: text += Self.doubtful.randomElement(using: &generator) ?? ""
            default: text += Self.single.randomElement(using: &generator) ?? ""
            }
        }
        return text
    }

    /// A row of a list, the same for the same number.
    static func item(_ number: Int) -> String {
        let person = ["王小明", "欧阳娜娜", "Li Lei", "阿依古丽"][abs(number) % 4]
        let state = ["待受理", "办理中", "已办结"][abs(number) % 3]
        return "\(number) \(person) \(state) " + String(repeating: "材料", count: abs(number * 7) % 9)
            + String(repeating: " \(number)", count: abs(number) % 11)
    }
}
