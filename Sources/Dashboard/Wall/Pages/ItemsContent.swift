import Casework
import TerminalKit

/// What the hall promises about each item of the catalogue: papers, steps, limits, basis, and whom to call (建政发〔2022〕33号
/// 二(四)4).
struct ItemsContent: WallContent {
    let scene: WallScene
    /// Those that say more than their name, each on a card of its own.
    private let told: [ServiceItem]
    /// Those of which the list gives the name and the office, many to a picture.
    private let named: [ServiceItem]

    init(scene: WallScene) {
        self.scene = scene
        let items = scene.board.items.map(\.item)
        told = items.filter(Self.saysMore)
        named = items.filter { !Self.saysMore($0) }
    }

    private static func saysMore(_ item: ServiceItem) -> Bool {
        !item.materials.isEmpty || !item.stages.isEmpty || item.promisedDays != nil || item.promise != nil
            || item.legalLimit != nil || item.legalBasis != nil || item.condition != nil
    }

    var isEmpty: Bool { scene.board.items.isEmpty }

    func parts(in size: TerminalSize) -> Int { pictures(size).count + names(size).parts }

    private func names(_ size: TerminalSize) -> WallGrid {
        WallGrid(in: size, count: named.count, least: 52, heights: 3...7)
    }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        let size = TerminalSize(columns: region.width, rows: region.height)
        let pictures = pictures(size)
        if pictures.indices.contains(part) {
            draw(pictures[part], in: &buffer, region: region)
            return
        }
        let names = names(size)
        for (place, index) in names.range(part: part - pictures.count).enumerated() {
            let item = named[index]
            let inside = scene.drawCard(.flag, in: &buffer, region: names.cell(place, in: region))
            let lines = TextWrap.lines(item.name, width: inside.width).prefix(2)
            var y = inside.y + max(0, (inside.height - lines.count - 1) / 2)
            for line in lines {
                buffer.putTruncated(
                    line, x: inside.x, y: y, style: scene.style(.title, on: scene.card).bold(),
                    width: inside.width, glyphs: scene.glyphs)
                y += 1
            }
            guard y < inside.maxY else { continue }
            buffer.putTruncated(
                origin(item, width: inside.width), x: inside.x, y: y, style: scene.style(.muted, on: scene.card),
                width: inside.width, glyphs: scene.glyphs)
        }
    }

    // MARK: Cards

    /// A picture of items: rows of cards, each as high as the highest in it needs.
    private struct Picture {
        /// The cards beside each other.
        var columns: Int
        var rows: [Row] = []

        struct Row {
            var items: [ServiceItem]
            var height: Int
        }

        var height: Int { rows.reduce(-1) { $0 + $1.height + 1 } }
    }

    /// Short guides stand beside each other, as many as have room for all that they say; long ones have the whole width.
    private func pictures(_ size: TerminalSize) -> [Picture] {
        let most = max(1, (size.columns + Self.gap) / (Self.least + Self.gap))
        var byColumns: [Int: [(item: ServiceItem, height: Int)]] = [:]
        for item in told {
            // A card that would be high and narrow is better wide.
            let columns =
                (1...most).last { columns in
                    columns == 1 || height(of: item, width: width(columns, of: size)) * 3 <= size.rows * 2
                } ?? 1
            byColumns[columns, default: []].append(
                (item, min(size.rows, height(of: item, width: width(columns, of: size)))))
        }
        return byColumns.keys.sorted().flatMap { columns in
            pictures(byColumns[columns] ?? [], columns: columns, rows: size.rows)
        }
    }

    private func pictures(
        _ cards: [(item: ServiceItem, height: Int)], columns: Int, rows: Int
    ) -> [Picture] {
        var pictures: [Picture] = []
        var current = Picture(columns: columns)
        for start in stride(from: 0, to: cards.count, by: columns) {
            let beside = cards[start..<min(start + columns, cards.count)]
            let row = Picture.Row(items: beside.map(\.item), height: beside.reduce(1) { max($0, $1.height) })
            if !current.rows.isEmpty, current.height + 1 + row.height > rows {
                pictures.append(current)
                current.rows = []
            }
            current.rows.append(row)
        }
        if !current.rows.isEmpty { pictures.append(current) }
        return pictures
    }

    private static let gap = 2
    /// The least columns of a card.
    private static let least = 52
    /// Not more rows than this are given to a card beyond what it needs.
    private static let mostAir = 4

    private func width(_ columns: Int, of size: TerminalSize) -> Int {
        (size.columns - Self.gap * (columns - 1)) / columns
    }

    private func draw(_ picture: Picture, in buffer: inout CellBuffer, region: Region) {
        let width = width(picture.columns, of: TerminalSize(columns: region.width, rows: region.height))
        // What is left over is given to the cards.
        let air = min(Self.mostAir, max(0, region.height - picture.height) / max(1, picture.rows.count))
        var y = region.y
        for row in picture.rows {
            let height = picture.columns == 1 && picture.rows.count == 1 ? region.height : row.height + air
            for (place, item) in row.items.enumerated() {
                draw(
                    item, in: &buffer,
                    region: Region(x: region.x + place * (width + Self.gap), y: y, width: width, height: height))
            }
            y += height + 1
        }
    }

    /// The office, the area and the kind; without the area where there is no room for all.
    private func origin(_ item: ServiceItem, width: Int) -> String {
        let kind = scene.text(.itemTerm(.kind(item.kind)))
        let texts = [[item.department, scene.text(.itemTerm(.area(item.area))), kind], [item.department, kind]]
            .map { $0.compactMap(\.self).joined(separator: "  ") }
        return texts.first { DisplayWidth.of($0) <= width } ?? kind
    }

    /// The rows that a card needs for all that it says.
    private func height(of item: ServiceItem, width: Int) -> Int {
        let inside = width - 3
        let columns = Self.columns(Region(x: 0, y: 0, width: inside, height: 1))
        let guide = guide(item, width: columns[0].width)
        let limits = limits(item, width: columns[1].width).reduce(0) { $0 + $1.height }
        return min(2, TextWrap.lines(item.name, width: inside).count) + 2 + max(guide, limits)
    }

    /// The places of the guide, and of the limits beside it.
    private static func columns(_ region: Region) -> [Region] {
        region.columns([.share(1), .fixed(region.width >= 90 ? 32 : 24)], gap: 3)
    }

    private func draw(_ item: ServiceItem, in buffer: inout CellBuffer, region: Region) {
        let inside = scene.drawCard(.flag, in: &buffer, region: region)
        let needed = height(of: item, width: region.width)
        var rest = inside.inset(
            horizontal: inside.width > 90 ? 1 : 0, vertical: min(2, max(0, (inside.height - needed) / 2)))
        let names = TextWrap.lines(item.name, width: rest.width).prefix(2)
        for name in names {
            buffer.putTruncated(
                name, x: rest.x, y: rest.y, style: scene.style(.title, on: scene.card).bold(), width: rest.width,
                glyphs: scene.glyphs)
            rest = rest.splitHorizontally(at: 1).bottom
        }
        buffer.putTruncated(
            origin(item, width: rest.width), x: rest.x, y: rest.y, style: scene.style(.muted, on: scene.card),
            width: rest.width,
            glyphs: scene.glyphs)
        rest = rest.splitHorizontally(at: inside.height >= needed ? 2 : 1).bottom
        let columns = Self.columns(rest)
        drawGuide(item, in: &buffer, region: columns[0])
        drawLimits(item, in: &buffer, region: columns[1])
    }

    // MARK: Papers and steps

    private func drawGuide(_ item: ServiceItem, in buffer: inout CellBuffer, region: Region) {
        let later = paragraphs(item, width: region.width)
        let papers = papers(item, width: region.width)
        // The papers have what the rest leaves, and at least half.
        let needed = later.reduce(0) { $0 + $1.count + 1 }
        let room = min(papers.count, max(region.height - needed, region.height / 2))
        var lines = papers.count > room ? Array(papers.prefix(max(1, room - 1))) : papers
        if papers.count > room {
            lines.append([StyledText(scene.text(.moreAtWindow), scene.theme[.muted])])
        }
        for paragraph in later {
            if !lines.isEmpty, lines.count + 1 + paragraph.count <= region.height { lines.append([]) }
            lines += paragraph
        }
        for (row, line) in lines.prefix(region.height).enumerated() {
            buffer.put(
                line, x: region.x, y: region.y + row, base: scene.card, width: region.width,
                glyphs: scene.glyphs.widgets)
        }
    }

    /// The rows of the guide.
    private func guide(_ item: ServiceItem, width: Int) -> Int {
        let blocks = [papers(item, width: width)].filter { !$0.isEmpty } + paragraphs(item, width: width)
        return blocks.reduce(blocks.isEmpty ? 0 : -1) { $0 + $1.count + 1 }
    }

    private func papers(_ item: ServiceItem, width: Int) -> [[StyledText]] {
        guard !item.materials.isEmpty else { return [] }
        let box = scene.glyphs.widgets == .ascii ? "[ ]" : "□"
        let indent = String(repeating: " ", count: DisplayWidth.of(box) + 1)
        return [heading(.papers)]
            + item.materials.flatMap { material -> [[StyledText]] in
                var facts: [String] = []
                if let form = material.form { facts.append(scene.text(.itemTerm(.form(form)))) }
                if !material.isRequired { facts.append(scene.text(.itemTerm(.required(false)))) }
                let text = material.name + (facts.isEmpty ? "" : scene.text(.inBrackets(facts)))
                return TextWrap.lines(text, width: max(1, width - DisplayWidth.of(indent))).enumerated().map {
                    [StyledText(($0.offset == 0 ? "\(box) " : indent) + $0.element, scene.theme[.card].bold())]
                }
            }
    }

    /// The most lines of one of these.
    private static let mostLines = 5

    /// Steps, condition, basis: each a heading with its text.
    private func paragraphs(_ item: ServiceItem, width: Int) -> [[[StyledText]]] {
        let steps = item.stages.map { stage in
            stage.name + (stage.days.map { " \(scene.text(.itemTerm(.workingDays($0))))" } ?? "")
        }
        let arrow = scene.glyphs.widgets == .ascii ? " > " : " → "
        let texts: [(WallTerm, String?)] = [
            (.steps, steps.isEmpty ? nil : steps.joined(separator: arrow)), (.condition, item.condition),
            (.basis, item.legalBasis), (.windowTime, item.guide.time),
        ]
        return texts.compactMap { term, text in
            guard let text, !text.isEmpty else { return nil }
            let label = "\(scene.text(term))  "
            let indent = DisplayWidth.of(label)
            let lines = TextWrap.lines(text, width: max(1, width - indent))
            return lines.prefix(Self.mostLines).enumerated().map { row, line in
                let isCut = row == Self.mostLines - 1 && lines.count > Self.mostLines
                return [
                    StyledText(
                        row == 0 ? label : String(repeating: " ", count: indent), scene.theme[.heading].bold()),
                    StyledText(line + (isCut ? scene.glyphs.widgets.ellipsis : ""), scene.theme[.card]),
                ]
            }
        }
    }

    private func heading(_ term: WallTerm) -> [StyledText] {
        [StyledText(scene.text(term), scene.theme[.heading].bold())]
    }
}
