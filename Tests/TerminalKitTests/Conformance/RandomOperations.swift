// Operations made by chance, as a program would come to do them: panes with lists that scroll, boxes, texts that overlap,
// and now and then a new size or a stranger's output.

@testable import TerminalKit

struct RandomOperations {
    private var generator: SeededGenerator
    private var size: TerminalSize
    private let texts: RandomTexts
    private let resizes: Bool
    /// The lists that have been drawn, and the first item of each.
    private var lists: [(region: Region, first: Int)] = []

    private init(seed: UInt64, size: TerminalSize, texts: RandomTexts, resizes: Bool) {
        generator = SeededGenerator(seed: seed)
        self.size = size
        self.texts = texts
        self.resizes = resizes
    }

    /// Operations of which the last one is a frame.
    static func make(
        seed: UInt64, size: TerminalSize, count: Int, texts: RandomTexts.Kind, resizes: Bool = true
    ) -> [ScreenOperation] {
        var random = RandomOperations(
            seed: seed, size: size, texts: RandomTexts(kind: texts), resizes: resizes)
        var operations = random.page()
        while operations.count < count - 1 { operations += random.next() }
        return operations + [.frame]
    }

    private mutating func next() -> [ScreenOperation] {
        switch number(0..<100) {
        case 0..<25: return [.frame]
        case 25..<41: return [.put(texts.next(&generator), x: x(), y: y(), style: style(), width: number(0..<40))]
        case 41..<50:
            return [.putShaped(texts.next(&generator), x: x(), y: y(), style: style(), width: number(0..<40))]
        case 50..<54:
            return [.putTruncated(texts.next(&generator), x: x(), y: y(), style: style(), width: number(0..<12))]
        case 54..<57: return [.fill(region(), style())]
        case 57, 58:
            return [.glyphs(region(), ["─", "█", "x", " ", "中"].randomElement(using: &generator) ?? "", style())]
        case 59..<63: return [.restyle(region(), Restyling.allCases.randomElement(using: &generator) ?? .bold)]
        case 63..<66: return [.box(region(), style())]
        case 66..<70: return [newList()]
        case 70..<82: return scrolledList()
        case 82..<88: return [.scroll(pane(), by: distance())] + (0..<number(0..<3)).flatMap { _ in next() }
        case 88..<91: return [.clear(number(0..<3) == 0 ? style() : .plain)]
        case 91: return page()
        case 92..<96: return [.cursor(number(0..<3) == 0 ? nil : CursorPosition(column: x(), row: y()))]
        case 96: return [.frame, .invalidate, .frame]
        case 97, 98: return [.frame, .disturb(disturbance()), .frame]
        default: return (resizes ? [resize()] : []) + (number(0..<2) == 0 ? [.frame] : page())
        }
    }

    // MARK: Lists

    /// A screen full of lists side by side, often with room for a title and a line of keys.
    private mutating func page() -> [ScreenOperation] {
        let width = number(0..<3) == 0 ? size.columns : number(10..<50)
        let edge = size.rows > 3 ? number(0..<2) : 0
        lists = stride(from: 0, to: size.columns, by: width).map { x in
            let area = Region(x: x, y: edge, width: min(width, size.columns - x), height: size.rows - 2 * edge)
            return (area, first: number(0..<500))
        }
        return [.clear(.plain)] + lists.map { .list($0.region, first: $0.first, selected: nil) } + [.frame]
    }

    private mutating func newList() -> ScreenOperation {
        let list = (region: number(0..<3) == 0 ? Region(size) : pane(), first: number(0..<500))
        if lists.count > 2 { lists.removeFirst() }
        lists.append(list)
        return .list(list.region, first: list.first, selected: list.first + number(0..<6))
    }

    /// A list as drawn before, a frame, and the same list some items further: what a pressed key or the wheel does.
    private mutating func scrolledList() -> [ScreenOperation] {
        guard !lists.isEmpty else { return [newList()] }
        let index = number(0..<lists.count)
        let list = lists[index]
        // A row, a turn of the wheel, a page, to an end.
        let height = list.region.height
        let rows = [1, 3, 3, max(1, height - 1), height, 500].randomElement(using: &generator) ?? 1
        lists[index].first += number(0..<2) == 0 ? rows : -rows
        return [
            .list(list.region, first: list.first, selected: nil), .frame,
            .list(list.region, first: lists[index].first, selected: number(0..<2) == 0 ? nil : list.first), .frame,
        ]
    }

    private mutating func distance() -> Int {
        let rows = number(0..<4) == 0 ? number(1..<size.rows + 2) : number(1..<4)
        return number(0..<2) == 0 ? rows : -rows
    }

    // MARK: Places

    /// A region of several rows, often of the whole width, as panes have them.
    private mutating func pane() -> Region {
        let left = number(0..<3) == 0 ? 0 : number(0..<size.columns)
        let top = number(0..<size.rows)
        return Region(
            x: left, y: top, width: number(0..<3) == 0 ? size.columns - left : number(1..<size.columns - left + 1),
            height: number(0..<3) == 0 ? size.rows - top : number(1..<size.rows - top + 1))
    }

    /// Any region, also one that reaches over the edge.
    private mutating func region() -> Region {
        Region(x: x(), y: y(), width: number(0..<size.columns + 3), height: number(0..<5))
    }

    private mutating func x() -> Int { number(-3..<size.columns + 2) }
    private mutating func y() -> Int { number(-1..<size.rows + 1) }

    private mutating func resize() -> ScreenOperation {
        let other = Self.randomSize(&generator)
        switch number(0..<3) {
        case 0: size.columns = other.columns
        case 1: size.rows = other.rows
        default: size = other
        }
        lists = []
        return .resize(size)
    }

    static func randomSize(_ generator: inout SeededGenerator) -> TerminalSize {
        let (columns, rows) =
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: (1...6, 1...3)
            case 5: (100...140, 24...40)
            default: (7...60, 2...14)
            }
        return TerminalSize(
            columns: Int.random(in: columns, using: &generator), rows: Int.random(in: rows, using: &generator))
    }

    // MARK: Looks and noise

    private mutating func style() -> Style {
        // Few, since a process has numbers for some thousands of styles, and every depth of colour makes more of them.
        let colours: [Colour] = [.indexed(1), .indexed(12), .indexed(208), .rgb(10, 200, 99)]
        let isColoured = number(0..<2) == 0
        return Style(
            foreground: isColoured ? colours.randomElement(using: &generator) ?? .standard : .standard,
            background: number(0..<4) == 0 ? colours.randomElement(using: &generator) ?? .standard : .standard,
            attributes: TextAttributes(rawValue: number(0..<2) == 0 ? 0 : UInt8(number(0..<32))))
    }

    /// What another program may write: texts anywhere, another style, a cleared or scrolled screen, a cursor shown or hidden,
    /// margins, and modes that change what all that means.
    private mutating func disturbance() -> String {
        let pieces = [
            "\u{1B}[\(number(1..<size.rows + 1));\(number(1..<size.columns + 1))H", "Broadcast message from root: 维护",
            "\u{1B}[41;1m", "\u{1B}[4;7m", "\u{1B}[2J", "\u{1B}[S", "\u{1B}[?25h", "\u{1B}[?25l", "\r\n\n\n",
            "\u{1B}[K",
            "x\u{1B}[3X", "中文", "\u{1B}[2;\(size.rows)r", "\u{1B}[?6h", "\u{1B}[?69h\u{1B}[2;\(size.columns)s",
            "\u{1B}[4h",
        ]
        return (0..<number(1..<6)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
}
