import CaseStore
import Casework
import TerminalKit

/// What the kiosk does with what happens: a pure function, as at the desk.
extension KioskState {
    public mutating func update(_ event: KioskEvent, at now: Instant) -> [KioskEffect] {
        let isOtherDay = centre.offset.civil(self.now).date != centre.offset.civil(now).date
        self.now = now
        switch event {
        case .input(.key(let press)): return take(press.normalised)
        case .input(.paste(let text)): return take(pasted: text)
        case .input(.mouse), .input(.focus): return []
        case .resized(let size):
            self.size = size
            return [.redraw]
        case .tick: return (isOtherDay ? [.loadToday] : []) + (isWaiting || isAway ? [.settle] : [])
        case .changed:
            isAway = false
            return [.loadToday] + (isWaiting ? [.settle] : [])
        case .away:
            isAway = true
            return []
        case .timeUp(let turn):
            guard turn == self.turn else { return [] }
            switch stage {
            case .number, .pin, .answer: stage = .number("")
            case .checking: break
            }
            return []
        case .today(let today):
            self.today = today
            return []
        case .waiting(let isWaiting):
            self.isWaiting = isWaiting
            return []
        case .answered(let answer, let at): return show(answer, at: at)
        }
    }

    private mutating func show(_ answer: AttendanceDoor.Answer, at: Instant) -> [KioskEffect] {
        guard stage == .checking else { return [] }
        if answer == .mayLeave { return [.quit] }
        if case .kept = answer { isWaiting = true }
        stage = .answer(answer, at: at)
        var effects = [timer(Self.answerSeconds)]
        // Somebody has typed on meanwhile.
        let keys = held
        held = []
        for (place, key) in keys.enumerated() {
            effects += take(key)
            guard stage == .checking else { continue }
            held = Array(keys[(place + 1)...])
            break
        }
        return effects
    }

    private mutating func timer(_ seconds: Int) -> KioskEffect {
        turn += 1
        return .startTimer(turn: turn, seconds: seconds)
    }

    // MARK: Keys

    private mutating func take(_ press: KeyPress) -> [KioskEffect] {
        if press == KeyPress(.character("l"), .control) { return [.redraw] }
        switch stage {
        case .checking:
            if held.count < Self.longestWait { held.append(press) }
            return []
        case .answer:
            stage = .number("")
            guard case .character = press.key else { return [] }
            return take(press)
        case .number(let text): return takeNumber(press, text)
        case .pin(let number, let digits): return takePIN(press, number, digits)
        }
    }

    private mutating func takeNumber(_ press: KeyPress, _ text: String) -> [KioskEffect] {
        switch press.key {
        case .enter:
            guard text.contains(where: { !"-+*".contains($0) }) else { return [] }
            stage = .pin(number: text, digits: "")
        case .backspace: stage = .number(String(text.dropLast()))
        case .escape: stage = .number("")
        case .character(let character):
            guard press.modifiers.isDisjoint(with: [.control, .alt]), Self.isPrintable(character),
                text.count < Self.longestNumber
            else { return [] }
            stage = .number(text + String(character))
        case .tab, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .function: return []
        }
        return [timer(Self.idleSeconds)]
    }

    private mutating func takePIN(_ press: KeyPress, _ number: String, _ digits: String) -> [KioskEffect] {
        switch press.key {
        case .enter:
            guard !digits.isEmpty else { return [] }
            stage = .checking
            return [call(number, digits)]
        case .backspace: stage = .pin(number: number, digits: String(digits.dropLast()))
        case .escape: stage = .number("")
        case .character(let character):
            guard press.modifiers.isDisjoint(with: [.control, .alt]), Self.isPrintable(character),
                digits.count <= PIN.most
            else { return [] }
            stage = .pin(number: number, digits: digits + String(character))
        case .tab, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .function: return []
        }
        return [timer(Self.idleSeconds)]
    }

    private func call(_ number: String, _ pin: String) -> KioskEffect {
        let rest = String(number.dropFirst())
        return switch number.first {
        case "*": .leave(number: rest, pin: pin)
        case "-": .call(number: rest, pin: pin, wanted: .out)
        case "+": .call(number: rest, pin: pin, wanted: .into)
        default: .call(number: number, pin: pin, wanted: nil)
        }
    }

    /// Readers of cards that paste: the first line is the number. A PIN is never pasted.
    private mutating func take(pasted text: String) -> [KioskEffect] {
        if case .answer = stage { stage = .number("") }
        guard case .number = stage else { return [] }
        var effects: [KioskEffect] = []
        for character in text {
            if character.isNewline { return effects + take(KeyPress(.enter)) }
            effects += take(KeyPress(.character(character)).normalised)
        }
        return effects
    }

    private static func isPrintable(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }
}
