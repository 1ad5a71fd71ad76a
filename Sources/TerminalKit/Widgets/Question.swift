// A question with a few answers, each with its key: yes or no, keep or drop.

/// A text, wrapped, and below it the answers.
public struct Question: Hashable, Sendable {
    /// One answer.
    public struct Choice: Hashable, Sendable {
        /// The key that gives this answer.
        public var key: KeyPress
        /// The key as it is shown.
        public var keyName: String
        /// What the answer says.
        public var title: String

        public init(key: KeyPress, keyName: String, title: String) {
            self.key = key
            self.keyName = keyName
            self.title = title
        }
    }

    /// What is asked.
    public var text: String
    /// The answers, in the order in which they stand.
    public var choices: [Choice]
    /// The style of the whole region.
    public var style: Style
    /// The style of the keys, laid over the region's.
    public var keyStyle: Style

    public init(_ text: String, choices: [Choice], style: Style = .plain, keyStyle: Style = .plain.bold()) {
        self.text = text
        self.choices = choices
        self.style = style
        self.keyStyle = keyStyle
    }

    /// The number of the answer that a key gives; nil for a key that gives none.
    public func answer(to key: KeyPress) -> Int? { choices.firstIndex { $0.key == key } }

    /// The number of the answer at a cell of the screen, for the mouse.
    public func answer(column: Int, row: Int, in region: Region) -> Int? {
        places(in: region).firstIndex { $0.contains(column: column, row: row) }
    }

    /// The rows that the question takes at a width.
    public func height(width: Int) -> Int {
        let whole = Region(x: 0, y: 0, width: width, height: .max)
        return places(in: whole).last?.maxY ?? TextWrap.lines(text, width: width).count
    }

    /// Draws text and answers. Where not all has room, the text is cut: the answers are always seen.
    public func draw(in screen: inout CellBuffer, region: Region) {
        screen.fill(region, style: style)
        let places = places(in: region)
        let lines = TextWrap.lines(text, width: region.width)
        for (index, line) in lines.prefix((places.first?.y ?? region.maxY) - region.y).enumerated() {
            screen.put(line, x: region.x, y: region.y + index, style: style, width: region.width)
        }
        for (choice, place) in zip(choices, places) where !place.isEmpty {
            var x = place.x
            x += screen.put("[", x: x, y: place.y, style: style, width: place.maxX - x)
            x += screen.put(choice.keyName, x: x, y: place.y, style: keyStyle.over(style), width: place.maxX - x)
            x += screen.put("] ", x: x, y: place.y, style: style, width: place.maxX - x)
            screen.putTruncated(choice.title, x: x, y: place.y, style: style, width: place.maxX - x)
        }
    }

    /// Where the answers stand: side by side, on as many rows as they need, right below the text.
    private func places(in region: Region) -> [Region] {
        var places: [Region] = []
        var x = region.x
        var row = 0
        for choice in choices {
            // "[", "] " and the two texts; two blanks part the answers.
            let width = min(DisplayWidth.of(choice.keyName) + DisplayWidth.of(choice.title) + 3, region.width)
            if x > region.x, x + width > region.maxX {
                x = region.x
                row += 1
            }
            places.append(Region(x: x, y: row, width: width, height: 1))
            x += width + 2
        }
        let lines = TextWrap.lines(text, width: region.width).count
        let top = region.y + max(0, min(lines, region.height - row - 1))
        for index in places.indices { places[index].y += top }
        return places.map { $0.intersection(region) }
    }
}
