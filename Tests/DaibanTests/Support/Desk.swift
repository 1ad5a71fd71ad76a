import PseudoTerminal
import Testing

/// A reviewer at a desk: the real program in a terminal of its own.
struct Desk {
    let town: Township
    let terminal: TerminalJourney

    /// Opens a desk and waits until the first pane is drawn.
    init(
        _ town: Township, as person: String = "R01", columns: Int = 160, rows: Int = 45, language: String? = nil,
        environment: [String: String] = [:]
    ) throws {
        let arguments = Self.arguments(town, as: person) + (language.map { ["--language", $0] } ?? [])
        self.town = town
        terminal = try TerminalJourney(
            Daiban.path, arguments, columns: columns, rows: rows,
            environment: Daiban.chinese.merging(environment) { $1 }, workingDirectory: town.folder.path)
        try terminal.waitUntil("the desk") { $0.isDesk }
    }

    static func arguments(_ town: Township, as person: String = "R01") -> [String] {
        ["desk", "--database", town.database, "--as", person]
    }

    var screen: TerminalModel { terminal.screen }

    /// Goes to a pane by its key.
    func focus(_ pane: Pane) throws {
        try terminal.press(.character(pane.key))
        try terminal.waitUntil("pane \(pane.key) to have the selection") { $0.selectedPane == pane }
    }

    /// The case that the selection is on.
    func selected(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        try #require(screen.selection?.number, "\(screen.picture)", sourceLocation: sourceLocation)
    }

    /// Moves the selection of the focused pane down to a row that is on the screen.
    func select(_ number: String) throws {
        let pane = try #require(screen.selectedPane)
        let numbers = screen.numbers(in: pane)
        let start = try #require(numbers.firstIndex(of: selected()))
        let end = try #require(numbers.firstIndex(of: number), "\(screen.picture)")
        for _ in start..<max(start, end) { try terminal.press(.down) }
        for _ in end..<max(start, end) { try terminal.press(.up) }
        try waitUntilSelected(number)
    }

    func waitUntilSelected(_ number: String) throws {
        try terminal.waitUntil("the selection on \(number)") { $0.selection?.number == number }
    }

    /// Waits until the title of a pane tells this count (`21`, or `2/21` under a filter).
    func waitUntil(_ pane: Pane, counts count: String) throws {
        try terminal.waitUntil("─ \(pane.title) \(count) ")
    }

    func waitUntil(_ pane: Pane, counts count: Int) throws {
        try waitUntil(pane, counts: String(count))
    }

    /// Presses the key of an action until its card is open.
    ///
    /// A row that changed less than 0.6 s ago takes no action and says so; the key is then pressed again when nothing
    /// has happened for that long.
    func openCard(_ key: Character, title: String) throws {
        try terminal.press(.character(key))
        try terminal.waitUntil("the card \(title), or why not yet") {
            $0.find(title) != nil || $0.find(Words.justChanged) != nil
        }
        guard screen.find(title) == nil else { return }
        try terminal.drain(quietFor: .milliseconds(700))
        try terminal.press(.character(key))
        try terminal.waitUntil(title)
    }

    /// Leaves with `q`.
    func leave() throws {
        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
    }
}

/// The panes of the desk, with their Chinese titles.
enum Pane: CaseIterable {
    case pending, dueSoon, inReview, agents

    var key: Character {
        switch self {
        case .pending: "1"
        case .dueSoon: "2"
        case .inReview: "3"
        case .agents: "4"
        }
    }

    var title: String {
        switch self {
        case .pending: "1 待受理"
        case .dueSoon: "2 临期与超期"
        case .inReview: "3 待审核"
        case .agents: "4 代办员在岗"
        }
    }

    var englishTitle: String {
        switch self {
        case .pending: "1 Pending acceptance"
        case .dueSoon: "2 Near deadline, overdue"
        case .inReview: "3 In review"
        case .agents: "4 Agents on duty"
        }
    }
}

/// Words of the desk that many journeys look for.
enum Words {
    static let approveCard = "通过？"
    static let rejectCard = "退回？"
    static let acceptCard = "受理？"
    static let reassignCard = "转派？"
    static let undoCard = "撤回刚才的"
    static let justChanged = "请看清后再按一次"
    static let changedMeanwhile = "确认时不会写入"
    static let notWritten = "未写入"
    static let helpHint = "↑↓ 翻看"
    static let filterHint = "Enter 保留"
}
