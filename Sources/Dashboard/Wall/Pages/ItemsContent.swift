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

    func parts(in size: TerminalSize) -> Int { cards(size).parts(of: told.count) + names(size).parts(of: named.count) }

    private func cards(_ size: TerminalSize) -> WallGrid {
        WallGrid(in: size, least: 100, height: size.rows >= 41 ? 20 : size.rows, most: 2)
    }

    private func names(_ size: TerminalSize) -> WallGrid { WallGrid(in: size, least: 52, height: 3) }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        let size = TerminalSize(columns: region.width, rows: region.height)
        let cards = cards(size)
        let count = cards.parts(of: told.count)
        if part < count {
            for (place, index) in cards.range(part: part, of: told.count).enumerated() {
                draw(told[index], in: &buffer, region: cards.cell(place, in: region))
            }
            return
        }
        let names = names(size)
        for (place, index) in names.range(part: part - count, of: named.count).enumerated() {
            let item = named[index]
            let inside = scene.drawCard(.flag, in: &buffer, region: names.cell(place, in: region))
            for (row, line) in TextWrap.lines(item.name, width: inside.width).prefix(2).enumerated() {
                buffer.putTruncated(
                    line, x: inside.x, y: inside.y + row, style: scene.style(.title, on: scene.card).bold(),
                    width: inside.width, glyphs: scene.glyphs)
            }
            guard inside.height > 2 else { continue }
            buffer.putTruncated(
                origin(item), x: inside.x, y: inside.y + 2, style: scene.style(.muted, on: scene.card),
                width: inside.width, glyphs: scene.glyphs)
        }
    }

    private func origin(_ item: ServiceItem) -> String {
        [item.department, scene.text(.itemTerm(.area(item.area))), scene.text(.itemTerm(.kind(item.kind)))]
            .compactMap(\.self).joined(separator: "  ")
    }

    private func draw(_ item: ServiceItem, in buffer: inout CellBuffer, region: Region) {
        let inside = scene.drawCard(.flag, in: &buffer, region: region)
        var rest = inside.inset(horizontal: inside.width > 90 ? 1 : 0, vertical: inside.height >= 18 ? 1 : 0)
        let names = TextWrap.lines(item.name, width: rest.width).prefix(2)
        for name in names {
            buffer.putTruncated(
                name, x: rest.x, y: rest.y, style: scene.style(.title, on: scene.card).bold(), width: rest.width,
                glyphs: scene.glyphs)
            rest = rest.splitHorizontally(at: 1).bottom
        }
        buffer.putTruncated(
            origin(item), x: rest.x, y: rest.y, style: scene.style(.muted, on: scene.card), width: rest.width,
            glyphs: scene.glyphs)
        rest = rest.splitHorizontally(at: rest.height > 12 ? 2 : 1).bottom
        let columns = rest.columns([.share(1), .fixed(rest.width >= 90 ? 32 : 24)], gap: 3)
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
            return lines.prefix(3).enumerated().map { row, line in
                let isCut = row == 2 && lines.count > 3
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

    // MARK: Limits

    private func drawLimits(_ item: ServiceItem, in buffer: inout CellBuffer, region: Region) {
        var y = region.y
        func put(_ text: String, _ style: Style) {
            for line in TextWrap.lines(text, width: region.width).prefix(3) where y < region.maxY {
                buffer.putTruncated(line, x: region.x, y: y, style: style, width: region.width, glyphs: scene.glyphs)
                y += 1
            }
        }
        let heading = scene.style(.heading, on: scene.card).bold()
        if item.kind == .instant || item.promisedDays != nil || item.promise != nil {
            put(scene.text(.promised), heading)
        }
        if let days = item.promisedDays {
            let size: BigDigits.Size = region.height >= 12 ? .large : .small
            let digits = BigDigits(
                String(days), size: size, style: scene.style(.calm, on: scene.card), glyphs: scene.glyphs.widgets)
            let measured = digits.measure(size)
            let place = Region(x: region.x, y: y, width: min(region.width, measured.columns), height: measured.rows)
                .intersection(region)
            digits.draw(in: &buffer, region: place)
            buffer.putTruncated(
                scene.text(.workingDays), x: place.maxX + 2, y: place.maxY - 1, style: scene.card.bold(),
                width: region.maxX - place.maxX - 2, glyphs: scene.glyphs)
            y = place.maxY
        } else if item.kind == .instant {
            put(scene.text(.itemTerm(.sameDay)), scene.style(.calm, on: scene.card).bold())
        }
        if let promise = item.promise { put(promise, scene.card.bold()) }
        if y > region.y, y < region.maxY { y += 1 }
        if let limit = item.legalLimit {
            put(scene.text(.legalLimit), heading)
            put(limit, scene.card.bold())
        }
        put(scene.text(.fee), heading)
        let fee = item.fee.map { ItemTerm.fee($0.fen, basis: $0.basis) } ?? .free
        put(scene.text(.itemTerm(fee)), scene.card.bold())
        if let phone = scene.board.supervisionPhone, y + 2 < region.maxY {
            y += 1
            put(scene.text(.supervision(phone)), scene.style(.title, on: scene.card).bold())
        }
    }
}
