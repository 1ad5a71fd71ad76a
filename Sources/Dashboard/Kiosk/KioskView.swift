import CaseStore
import Casework
import TerminalKit

/// The kiosk's screen as a function of its state. The clock and the answer grow with the window.
public struct KioskView: Sendable {
    public var theme: Theme
    public var glyphs: Glyphs

    public static let least = TerminalSize(columns: 40, rows: 12)

    public init(theme: Theme, glyphs: Glyphs) {
        self.theme = theme
        self.glyphs = glyphs
    }

    /// Draws the whole screen; returns where the cursor stands.
    public func draw(_ state: KioskState, in buffer: inout CellBuffer) -> CursorPosition? {
        if buffer.size != state.size { buffer.resize(state.size) }
        let ground = theme[.text]
        buffer.clear(style: ground)
        let size = state.size
        func text(_ term: KioskTerm) -> String { Message.attendance(.kiosk(term)).text(state.language) }
        guard size.columns >= Self.least.columns, size.rows >= Self.least.rows else {
            buffer.put(text(.tooSmall), x: 0, y: 0, style: ground, width: size.columns)
            return nil
        }
        header(state, in: &buffer)
        let isLarge = size.rows >= 20
        let digits = BigDigits(
            state.now.clockText(state.centre.offset), size: isLarge ? .large : .small,
            style: theme[.title].over(ground), alignment: .centre, glyphs: glyphs.widgets)
        let clockRows = isLarge ? 5 : 3
        let clockTop = 2 + max(0, (size.rows - 24) / 4)
        digits.draw(in: &buffer, region: Region(x: 0, y: clockTop, width: size.columns, height: clockRows))
        var y = clockTop + clockRows + 1
        for line in sessionLines(state) {
            centred(line, y, theme[.muted].over(ground), in: &buffer)
            y += 1
        }
        y += isLarge ? 1 : 0
        let cursor: CursorPosition?
        if case .answer(let answer, let at) = state.stage {
            draw(answer, at: at, state, from: y, in: &buffer)
            cursor = nil
        } else {
            cursor = entry(state, at: y, in: &buffer)
        }
        footer(state, in: &buffer)
        return cursor
    }

    /// The screen as plain text, for tests.
    public func plainText(_ state: KioskState) -> String {
        var buffer = CellBuffer(size: state.size)
        _ = draw(state, in: &buffer)
        return (0..<state.size.rows).map { buffer.text(row: $0) }.joined(separator: "\n")
    }

    private func header(_ state: KioskState, in buffer: inout CellBuffer) {
        let line = Region(x: 0, y: 0, width: state.size.columns, height: 1)
        let style = theme[.header].over(theme[.text])
        buffer.fill(line, style: style)
        let date = state.centre.offset.civil(state.now).date
        let right = "\(date) \(Message.weekday(date.weekday).text(state.language)) "
        let title = Message.attendance(.kiosk(.title)).text(state.language)
        let left = " \(state.centre.name)  \(title)" + (state.village.map { "  \($0)" } ?? "")
        buffer.drawTrailing(right, in: line, style: style)
        buffer.putTruncated(left, x: 0, y: 0, style: style, width: line.width - DisplayWidth.of(right) - 1)
    }

    private func sessionLines(_ state: KioskState) -> [String] {
        guard let today = state.today else { return [] }
        let offset = state.centre.offset
        func text(_ term: KioskTerm) -> String { Message.attendance(.kiosk(term)).text(state.language) }
        guard !today.due.isEmpty else {
            let ground = Message.attendance(.duty(today.ground)).text(state.language)
            return ["\(text(.noDutyToday))  \(ground)"]
        }
        let hours = today.due.map { AttendanceMessage.hours($0, offset) }.joined(separator: "  ")
        var lines = ["\(text(.today))  \(hours)"]
        if let next = today.due.first(where: { state.now < $0.to }) {
            let opens = next.from.advanced(minutes: -state.opensBefore)
            let session = Message.attendance(.session(next, offset)).text(state.language)
            lines.append(state.now < opens ? "\(session)  \(text(.opens(opens, offset)))" : session)
        }
        return lines
    }

    /// The line to type in: the number is shown, a PIN never, not even how long it is.
    private func entry(_ state: KioskState, at y: Int, in buffer: inout CellBuffer) -> CursorPosition? {
        func text(_ term: KioskTerm) -> String { Message.attendance(.kiosk(term)).text(state.language) }
        let ground = theme[.text]
        let label: String
        let shown: String
        var hasCursor = true
        switch state.stage {
        case .number(let typed): (label, shown) = (text(.number), typed)
        case .pin: (label, shown) = (text(.pin), "")
        case .checking, .answer:
            (label, shown) = (text(.checking), "")
            hasCursor = false
        }
        let width = 24
        let total = DisplayWidth.of(label) + 2 + width
        let x = max(0, (state.size.columns - total) / 2)
        if state.isLeaving { centred(text(.leaving), y, theme[.warning].over(ground), in: &buffer) }
        buffer.put(label, x: x, y: y + 1, style: theme[.heading].over(ground).bold())
        guard hasCursor else { return nil }
        let field = Region(x: x + DisplayWidth.of(label) + 2, y: y + 1, width: width, height: 1)
        let style = theme[.field].over(ground)
        buffer.fill(field, style: style)
        let used = buffer.putTruncated(
            Sanitiser.clean(shown), x: field.x, y: field.y, style: style.bold(), width: field.width - 1)
        if case .pin = state.stage {
            centred(text(.hiddenPIN), y + 2, theme[.muted].over(ground), in: &buffer)
        }
        return CursorPosition(column: field.x + used, row: field.y)
    }

    /// What is said, in large letters where there is room, with a large sign beside it; else with the time in large digits.
    private func draw(
        _ answer: AttendanceDoor.Answer, at: Instant, _ state: KioskState, from top: Int, in buffer: inout CellBuffer
    ) {
        let tone = answer.tone
        let style = theme[tone.role].over(theme[.text]).bold()
        let columns = state.size.columns
        let headline = Message.attendance(.answer(answer, state.centre.offset)).text(state.language)
        let details = Message.attendance(.answerDetail(answer, state.centre.offset)).text(state.language)
            .split(separator: "\n").flatMap { TextWrap.lines(String($0), width: columns - 4) }
        let room = state.size.rows - 2 - top
        var y = top
        // What is in brackets is told by the line below.
        let words = headline.prefix { $0 != "（" && $0 != "(" }.split(separator: " ").joined(separator: " ")
        let letters = BigLetters(words, style: style, glyphs: glyphs.widgets)
        if letters.fits(columns: columns - 4, rows: room - 1 - details.count), let size = letters.measure() {
            draw(letters, size, tone.sign, in: &buffer, y: y)
            y += size.rows
        } else {
            y += drawTime(answer.time(at), tone.sign, style, state, in: &buffer, y: y, room: room)
        }
        // Letters apart are read from further away.
        let spaced = headline.map(String.init).joined(separator: state.language == .chinese ? " " : "")
        centred("\(tone.mark) \(spaced)", y, style, in: &buffer)
        y += 1
        for line in details where y < state.size.rows - 2 {
            centred(line, y, theme[.text], in: &buffer)
            y += 1
        }
    }

    private func draw(
        _ letters: BigLetters, _ size: TerminalSize, _ shape: BigSign.Shape, in buffer: inout CellBuffer, y: Int
    ) {
        let sign = BigSign(shape, style: letters.style, glyphs: glyphs.widgets)
        let signSize = sign.measure()
        let width = signSize.columns + 3 + size.columns
        let hasSign = width <= buffer.size.columns
        let x = (buffer.size.columns - (hasSign ? width : size.columns)) / 2
        if hasSign {
            sign.draw(
                in: &buffer, region: Region(x: x, y: y + 1, width: signSize.columns, height: signSize.rows))
        }
        letters.draw(
            in: &buffer,
            region: Region(
                x: hasSign ? x + signSize.columns + 3 : x, y: y, width: size.columns, height: size.rows))
    }

    /// The time of the answer beside its sign; returns the rows taken.
    private func drawTime(
        _ time: Instant, _ shape: BigSign.Shape, _ style: Style, _ state: KioskState, in buffer: inout CellBuffer,
        y: Int, room: Int
    ) -> Int {
        let size: BigDigits.Size = room >= 10 ? .large : .small
        let sign = BigSign(shape, size: size, style: style, glyphs: glyphs.widgets)
        let digits = BigDigits(time.clockText(state.centre.offset), size: size, style: style, glyphs: glyphs.widgets)
        let (signSize, timeSize) = (sign.measure(), digits.measure(size))
        let width = signSize.columns + 3 + timeSize.columns
        guard room >= timeSize.rows + 2, width <= state.size.columns else { return 0 }
        let x = (state.size.columns - width) / 2
        sign.draw(in: &buffer, region: Region(x: x, y: y, width: signSize.columns, height: signSize.rows))
        digits.draw(
            in: &buffer,
            region: Region(
                x: x + signSize.columns + 3, y: y, width: timeSize.columns, height: timeSize.rows))
        return timeSize.rows + 1
    }

    private func footer(_ state: KioskState, in buffer: inout CellBuffer) {
        func text(_ term: KioskTerm) -> String { Message.attendance(.kiosk(term)).text(state.language) }
        let ground = theme[.text]
        let last = state.size.rows - 1
        if state.isAway || state.isWaiting {
            centred(text(state.isAway ? .recordAway : .waiting), last - 2, theme[.warning].over(ground), in: &buffer)
        }
        centred(text(.hint), last - 1, theme[.muted].over(ground), in: &buffer)
        centred(text(.leaveHint), last, theme[.muted].over(ground), in: &buffer)
    }

    private func centred(_ text: String, _ y: Int, _ style: Style, in buffer: inout CellBuffer) {
        guard y >= 0, y < buffer.size.rows else { return }
        let width = min(DisplayWidth.of(text), buffer.size.columns)
        buffer.putTruncated(text, x: (buffer.size.columns - width) / 2, y: y, style: style, width: width)
    }
}

extension AttendanceDoor.Answer {
    /// Whether it went well: told by a sign and a word, not by colour alone.
    enum Tone {
        case done, known, refused

        var role: Theme.Role {
            switch self {
            case .done: .onDuty
            case .known: .near
            case .refused: .overdue
            }
        }

        var sign: BigSign.Shape {
            switch self {
            case .done: .tick
            case .known: .dot
            case .refused: .cross
            }
        }

        /// In plain ASCII, so that every terminal has it.
        var mark: String {
            switch self {
            case .done: "[OK]"
            case .known: "[--]"
            case .refused: "[ X]"
            }
        }
    }

    var tone: Tone {
        switch self {
        case .decided(.enter), .mayLeave: .done
        case .decided(.already), .decided(.refuse(.noDuty)), .kept, .pin(.right): .known
        case .decided(.refuse), .unknownNumber, .pin, .failed, .mayNotLeave: .refused
        }
    }

    /// The time that the answer is about: that of the mark, else now.
    func time(_ now: Instant) -> Instant {
        if case .decided(.already(_, _, let at, _)) = self { return at }
        return now
    }
}
