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
        let present = agents.count { $0.presence == .present || $0.standIn != nil }
        var pieces = [
            StyledText(
                "\(scene.glyphs.onDuty) \(scene.text(.present)) \(present)/\(agents.count)",
                scene.theme[.onDuty].bold())
        ]
        // Today's own: a day off has none, and an exception has others.
        if commonHours != nil, let today = scene.today, !today.sessions.isEmpty {
            pieces = [StyledText(scene.hours(today.sessions), scene.theme[.text].bold()), StyledText("   ")] + pieces
        }
        return pieces
    }

    private static let least = 34

    func parts(in size: TerminalSize) -> Int { grid(size).parts(of: agents.count) }

    private func grid(_ size: TerminalSize) -> WallGrid { WallGrid(in: size, least: Self.least, height: height) }

    /// A line more where somebody stands in, or where hours differ.
    private var height: Int { commonHours == nil || agents.contains { $0.standIn != nil } ? 4 : 3 }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        let grid = grid(TerminalSize(columns: region.width, rows: region.height))
        for (place, index) in grid.range(part: part, of: agents.count).enumerated() {
            draw(agents[index], in: &buffer, region: grid.cell(place, in: region))
        }
    }

    private func draw(_ agent: WallAgent, in buffer: inout CellBuffer, region: Region) {
        let (role, mark, term) = agent.presence.shown(scene.glyphs)
        let inside = scene.drawCard(role, in: &buffer, region: region)
        let card = scene.card
        func put(_ text: String, _ row: Int, _ style: Style, width: Int? = nil) {
            guard row < inside.height else { return }
            buffer.putTruncated(
                text, x: inside.x, y: inside.y + row, style: style, width: width ?? inside.width, glyphs: scene.glyphs)
        }
        let state = "\(mark) \(scene.text(term))"
        let width = DisplayWidth.of(state)
        // A clerk of a window sits in the centre itself.
        put(
            agent.village.isEmpty ? scene.board.centre : agent.village, 0,
            scene.style(.heading, on: card).bold(), width: inside.width - width - 1)
        buffer.put(state, x: inside.maxX - width, y: inside.y, style: scene.style(role, on: card).bold(), width: width)
        put("\(agent.card.name)  \(post(agent.card))", 1, card.bold())
        if let contact = agent.card.contact { put(contact, 2, card.bold()) }
        if let standIn = agent.standIn {
            let words = [standIn.name, standIn.contact].compactMap(\.self).joined(separator: " ")
            put("\(scene.glyphs.onDuty) \(scene.text(.standIn(words)))", 3, scene.style(.onDuty, on: card).bold())
        } else if commonHours == nil, let hours = Self.hours(agent.card, scene) {
            put(hours, 3, scene.style(.muted, on: card))
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
        case .onLeave: (.leave, glyphs.leave, .onLeave)
        case .offDuty: (.away, glyphs.away, .offDuty)
        }
    }
}
