import Casework
import TerminalKit

/// Who is there: the public cards of the agents and clerks, with the person who stands in (四川《指导意见》 二(四)).
struct AgentsContent: WallContent {
    let scene: WallScene
    /// The hours where all have the same: they are told once.
    private let commonHours: String?
    private var agents: [WallAgent] { scene.board.agents }

    init(scene: WallScene) {
        self.scene = scene
        let all = Set(scene.board.agents.map { Self.hours($0.card, scene) })
        commonHours = all.count == 1 ? all.first ?? nil : nil
    }

    var isEmpty: Bool { agents.isEmpty }

    var aside: [StyledText] {
        // Those of the villages, as on the desk; of whom nothing can be known yet nothing is counted.
        let known = agents.filter { !$0.village.isEmpty && $0.presence != .scheduled }
        let present = known.count { $0.presence == .present }
        var pieces: [StyledText] = []
        // Today's own: a day off has none, and an exception has others.
        if commonHours != nil, let today = scene.today, !today.sessions.isEmpty {
            pieces.append(StyledText(scene.hours(today.sessions), scene.theme[.text].bold()))
        }
        guard !known.isEmpty else { return pieces }
        if !pieces.isEmpty { pieces.append(StyledText("   ")) }
        pieces.append(
            StyledText(
                "\(scene.glyphs.onDuty) \(scene.text(.present)) \(present)/\(known.count)",
                scene.theme[.onDuty].bold()))
        return pieces
    }

    func parts(in size: TerminalSize) -> Int { grid(size).parts }

    private func grid(_ size: TerminalSize) -> WallGrid {
        WallGrid(in: size, count: agents.count, least: 34, heights: lines...max(7, lines + 4))
    }

    /// A line more where somebody stands in, or where hours differ.
    private var lines: Int { commonHours == nil || agents.contains { $0.standIn != nil } ? 4 : 3 }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        let grid = grid(TerminalSize(columns: region.width, rows: region.height))
        let hasLarge = hasLargeContacts(grid.card)
        for (place, index) in grid.range(part: part).enumerated() {
            draw(agents[index], hasLarge: hasLarge, in: &buffer, region: grid.cell(place, in: region))
        }
    }

    /// Whether there is room for every number in large digits: cards beside each other are drawn alike.
    private func hasLargeContacts(_ card: TerminalSize) -> Bool {
        agents.allSatisfy { agent in
            guard let contact = agent.card.contact else { return true }
            let needed = digits(contact).measure(.small)
            return contact.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-") }
                && needed.columns <= card.columns - 3 && needed.rows + lines - 1 <= card.rows
        }
    }

    private func digits(_ contact: String) -> BigDigits {
        BigDigits(contact, size: .small, style: scene.card, glyphs: scene.glyphs.widgets)
    }

    private func draw(_ agent: WallAgent, hasLarge: Bool, in buffer: inout CellBuffer, region: Region) {
        let (role, mark, term) = agent.presence.shown(scene.glyphs)
        var inside = scene.drawCard(role, in: &buffer, region: region)
        let card = scene.card
        let high = hasLarge ? digits("0").measure(.small).rows : 1
        inside = inside.inset(horizontal: 0, vertical: max(0, (inside.height - lines - high + 1) / 2))
        var y = inside.y
        func put(_ text: String, _ style: Style, width: Int? = nil) {
            guard y < inside.maxY else { return }
            buffer.putTruncated(
                text, x: inside.x, y: y, style: style, width: width ?? inside.width, glyphs: scene.glyphs)
            y += 1
        }
        let state = "\(mark) \(scene.text(term))"
        let width = DisplayWidth.of(state)
        buffer.put(state, x: inside.maxX - width, y: y, style: scene.style(role, on: card).bold(), width: width)
        // A clerk of a window sits in the centre itself.
        put(
            agent.village.isEmpty ? scene.board.centre : agent.village, scene.style(.heading, on: card).bold(),
            width: inside.width - width - 1)
        put("\(agent.card.name)  \(post(agent.card))", card.bold())
        if let contact = agent.card.contact {
            if hasLarge {
                digits(contact).draw(
                    in: &buffer, region: Region(x: inside.x, y: y, width: inside.width, height: high))
                y += high
            } else {
                put(contact, card.bold())
            }
        }
        if let standIn = agent.standIn {
            let words = [standIn.name, standIn.contact].compactMap(\.self).joined(separator: " ")
            // Whom to ask is told in any case, and whether they are there.
            let (mark, role) =
                agent.isStandInThere
                ? (scene.glyphs.onDuty, Theme.Role.onDuty) : (scene.glyphs.away, .muted)
            put("\(mark) \(scene.text(.standIn(words)))", scene.style(role, on: card).bold())
        } else if commonHours == nil, let hours = Self.hours(agent.card, scene) {
            put(hours, scene.style(.muted, on: card))
        }
    }

    private func post(_ card: PublicCard) -> String { scene.text(.people(.post(card.post))) }

    /// The hours of a card that hold today: those of the season in which today's own are.
    private static func hours(_ card: PublicCard, _ scene: WallScene) -> String? {
        let today = scene.today?.sessions ?? []
        let entry =
            card.hours.count == 1
            ? card.hours.first
            : card.hours.first { $0.sessions == today }
                ?? card.hours.first { entry in
                    scene.board.hours.week.contains { $0.sessions == entry.sessions }
                }
        return entry.map { scene.hours($0.sessions) }
    }
}

extension WallAgent.Presence {
    func shown(_ glyphs: Glyphs) -> (Theme.Role, String, WallTerm) {
        switch self {
        case .present: (.onDuty, glyphs.onDuty, .present)
        case .absent: (.near, glyphs.near, .absent)
        case .scheduled: (.calm, glyphs.away, .scheduled)
        case .onLeave: (.leave, glyphs.leave, .onLeave)
        case .offDuty: (.away, glyphs.away, .offDuty)
        }
    }
}
