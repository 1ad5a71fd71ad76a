import CaseStore
import Casework
import TerminalKit

/// What every part of a view needs: the state, the look, the words.
///
/// A class, because it is handed from view to view hundreds of times a frame, and a state is a long value to copy.
final class ViewContext: Sendable {
    let state: DeskState
    let theme: Theme
    let glyphs: Glyphs

    init(state: DeskState, theme: Theme, glyphs: Glyphs) {
        self.state = state
        self.theme = theme
        self.glyphs = glyphs
    }

    var now: Instant { state.now }

    func text(_ message: Message) -> String { message.text(state.language) }

    /// A role's style where the ground below is `base`.
    func style(_ role: Theme.Role, on base: Style) -> Style { theme[role].over(base) }

    var ground: Style { theme[.text] }

    /// Hours and minutes to a due instant.
    func remaining(_ due: Instant) -> String { text(.remaining(minutes: due.minutes(since: now))) }

    func civil(_ instant: Instant) -> String { instant.civilText(state.centre.offset) }

    /// A due instant; the midnight that ends a day is shown as 24:00 of that day.
    func dueText(_ due: Instant) -> String { due.dueText(state.centre.offset) }

    /// The same without the year.
    func shortDueText(_ due: Instant) -> String { String(dueText(due).dropFirst(5)) }

    func person(_ id: StaffID, _ names: [StaffID: String]) -> String {
        id.value == 0 ? text(.office) : names[id] ?? text(.unknownPerson)
    }

    /// How pressing a clock is: one that has ended in time presses nobody any more.
    func urgency(of clock: CaseClock) -> (role: Theme.Role, mark: String) {
        if clock.isOverdue(at: now) { return (.overdue, glyphs.overdue) }
        if clock.endedAt != nil { return (.calm, " ") }
        if clock.deadline.isStopped { return (.near, " ") }
        return urgency(due: clock.deadline.due, warnAt: clock.deadline.warnAt)
    }

    /// How pressing a due instant is.
    func urgency(due: Instant?, warnAt: Instant?) -> (role: Theme.Role, mark: String) {
        guard let due else { return (.muted, " ") }
        if due < now { return (.overdue, glyphs.overdue) }
        if let warnAt, warnAt <= now { return (.near, glyphs.near) }
        return (.calm, " ")
    }
}

/// A piece of text that fits on a line or is left out.
struct Segment {
    var text: String
    var style: Style
    /// 0 is never left out; the highest goes first.
    var priority = 0
    var width: Int { DisplayWidth.of(text) }

    /// The segments that fit into `columns`, dropping the highest priorities first.
    static func fitting(_ segments: [Segment], columns: Int) -> [Segment] {
        var kept = segments
        while kept.reduce(0, { $0 + $1.width }) > columns,
            let worst = kept.indices.filter({ kept[$0].priority > 0 }).max(by: { kept[$0].priority < kept[$1].priority }
            )
        {
            kept.remove(at: worst)
        }
        return kept
    }
}

extension CellBuffer {
    /// Draws segments one after the other from the left of a line; returns the columns used.
    @discardableResult
    mutating func draw(_ segments: [Segment], in line: Region) -> Int {
        var x = line.x
        for segment in segments {
            x += putTruncated(segment.text, x: x, y: line.y, style: segment.style, width: line.maxX - x)
        }
        return x - line.x
    }

    /// Draws a text so that it ends at the right of a line.
    mutating func drawTrailing(_ text: String, in line: Region, style: Style) {
        let width = min(DisplayWidth.of(text), line.width)
        putTruncated(text, x: line.maxX - width, y: line.y, style: style, width: width)
    }
}

extension ViewContext {
    /// One thing that an event says, in words.
    func said(_ said: CaseEvent.Said, _ names: [StaffID: String]) -> String {
        let shown =
            switch said {
            case .text(let text): text
            case .person(let id): person(id, names)
            case .passage(let from, let to): "\(from.map { person($0, names) } ?? "—") → \(person(to, names))"
            case .instant(let instant): civil(instant)
            case .clock(_, let due): dueText(due)
            case .fault, .complaint, .upheld, .level, .amount, .message: ""
            }
        return text(.said(said, shown))
    }
}
