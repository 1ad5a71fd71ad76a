import CaseStore
import Casework
import Dashboard
import TerminalKit

/// A desk without terminal and store: events go in, the screen and the effects come out.
struct DeskHarness {
    var state: DeskState
    var effects: [DeskEffect] = []
    var now: Instant
    /// What the frame counters show, when they are asked for.
    var figures: FrameFigures?

    init(
        columns: Int = 160, rows: Int = 45, language: Language = .chinese, person: StaffMember = Township.reviewer,
        snapshot: DeskSnapshot? = Township.snapshot(), duty: AgentRules.Duty? = nil
    ) {
        now = Township.now
        state = DeskState(
            centre: Township.centre, person: person, language: language, calendar: .national,
            size: TerminalSize(columns: columns, rows: rows), now: now, duty: duty)
        if let snapshot { load(snapshot) }
    }

    mutating func send(_ event: DeskEvent) {
        effects = state.update(event, at: now)
    }

    /// A snapshot arrives, as the answer to what the desk would ask now.
    mutating func load(_ snapshot: DeskSnapshot) {
        send(.loaded(.success(snapshot), request: state.request))
    }

    /// Time passes.
    mutating func wait(milliseconds: Int64) {
        now = Instant(milliseconds: now.milliseconds + milliseconds)
    }

    mutating func press(_ keys: KeyPress...) {
        for key in keys { send(.input(.key(key))) }
    }

    mutating func press(_ key: Key) {
        send(.input(.key(KeyPress(key))))
    }

    /// Types characters one by one.
    mutating func type(_ text: String) {
        for character in text { send(.input(.key(KeyPress(.character(character))))) }
    }

    /// The card that was sent to the store by the last key, with its command.
    var performed: (command: CaseCommand, card: ActionCard)? {
        for case .perform(let command, let card) in effects { return (command, card) }
        return nil
    }

    var screen: String {
        let view = DeskView(theme: Theme(name: "plain", styles: [:]), glyphs: Glyphs(.unicode))
        var buffer = CellBuffer(size: state.size)
        _ = view.draw(state, figures: figures, in: &buffer)
        return (0..<state.size.rows).map { buffer.text(row: $0) }.joined(separator: "\n")
    }

    func shows(_ text: String) -> Bool { screen.contains(text) }
}
