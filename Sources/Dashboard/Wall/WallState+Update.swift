import CaseStore
import Casework
import TerminalKit

/// What a wall does with what happens: a pure function, as at the desk.
extension WallState {
    public mutating func update(_ event: WallEvent, at moment: WallMoment) -> [WallEffect] {
        noticeJump(to: moment)
        self.moment = moment
        var effects: [WallEffect] = []
        switch event {
        case .input(.key(let press)): effects = take(press.normalised)
        case .input(.paste), .input(.mouse), .input(.focus): break
        case .resized(let size):
            self.size = size
            arrange()
            effects = [.redraw]
        case .drawnWith(let glyphs):
            self.glyphs = glyphs
            arrange()
        case .due: break
        case .feed(let signal): take(signal)
        case .read(let result): take(result)
        }
        passTime()
        if wantsReading, !isReading, readAt <= moment.steady {
            (wantsReading, isReading, lastBegan) = (false, true, moment.steady)
            effects.append(.read)
        }
        // Only when it is awake for something else, and the feed is there to tell of the rest.
        if case .due = event, away == nil, board != nil, !isReading, lookAt <= moment.steady {
            lookAt = moment.steady + Self.retryPace
            effects.append(.look)
        }
        return effects
    }

    // MARK: Time

    private mutating func noticeJump(to next: WallMoment) {
        let expected = Instant(milliseconds: now.milliseconds + max(0, next.steady - moment.steady))
        let distance = next.instant.milliseconds(since: expected)
        if abs(distance) > Self.jumpFrom {
            let whole = (jump?.distance ?? 0) + distance
            // Set back to where it was: nothing is wrong any more.
            jump =
                abs(whole) <= Self.jumpFrom
                ? nil
                : ClockJump(
                    from: jump?.from ?? expected, to: next.instant, distance: whole, steady: next.steady)
        }
        if let told = jump, next.steady - told.steady > Self.jumpToldFor { jump = nil }
    }

    private mutating func passTime() {
        let steady = moment.steady
        if let away, steady >= away.toldAt { self.away?.isTold = true }
        if let helpUntil, steady >= helpUntil {
            self.helpUntil = nil
            showsHelp = false
        }
        if let heldUntil, steady >= heldUntil {
            self.heldUntil = nil
            if isPaused {
                isPaused = false
                turnAt = steady
            }
        }
        if let began = lastBegan, !wantsReading, !isReading {
            ask(at: began + (away == nil ? Self.refreshPace : Self.retryPace))
        }
        guard !isNight else {
            showsHelp = false
            return
        }
        if isTickerMoving {
            if steady >= tickerAt {
                tickerOffset += Self.tickerStep
                tickerAt = steady + Self.tickerPace
            }
        } else {
            tickerOffset = 0
        }
        if !isPaused, steady >= turnAt { turn(by: 1) }
        if plan.shiftMinutes > 0, steady >= shiftAt {
            shifts += 1
            shiftAt = steady + Int64(plan.shiftMinutes) * 60_000
        }
    }

    // MARK: Pages

    /// Goes on by a picture, or back. After the last one comes the next round, in which the long pages have moved on.
    private mutating func turn(by count: Int) {
        turnAt = moment.steady + Int64(plan.seconds) * 1_000
        guard canTurn else { return }
        position += count
        if position < 0 { position = round.pictures.count - 1 }
        guard position >= round.pictures.count else { return }
        position = 0
        (firstParts, lent) = (round.nextParts, round.lent)
        round = WallRound(self, lent: lent)
    }

    /// There is more than the screen shows: further pictures, or further parts of a long page.
    var canTurn: Bool { round.pictures.count > 1 || !round.nextParts.isEmpty || lent != nil }

    /// Makes the round anew, staying on the page that is shown, as far as it is still there.
    private mutating func arrange() {
        let current = shown.first
        round = WallRound(self, lent: lent)
        let pictures = round.pictures
        guard let current else {
            position = 0
            return
        }
        position =
            pictures.firstIndex { $0.contains { $0.page == current.page && $0.part == current.part } }
            ?? pictures.lastIndex { $0.contains { $0.page == current.page } }
            ?? min(position, max(0, pictures.count - 1))
    }

    // MARK: The record

    private mutating func ask(at steady: Int64) {
        wantsReading = true
        readAt = steady
    }

    private mutating func take(_ signal: ChangeFeed.Signal) {
        switch signal {
        case .changed, .reachable: ask(at: max(moment.steady, (lastBegan ?? 0) + Self.readingPace))
        case .unreachable(let why):
            guard away == nil else { return }
            away = Away(since: now, why: why, steady: moment.steady)
            // Not only when the next reading would be due anyway.
            ask(at: max(moment.steady, (lastBegan ?? 0) + Self.retryPace))
        }
    }

    private mutating func take(_ result: Result<WallBoard, StoreError>) {
        isReading = false
        switch result {
        case .success(let board):
            self.board = board
            offset = board.offset
            away = nil
            lastRead = moment.steady
        case .failure(let why):
            away = Away(
                since: away?.since ?? now, why: why, steady: away?.steady ?? moment.steady,
                isTold: away?.isTold ?? false)
            ask(at: moment.steady + Self.retryPace)
        }
        arrange()
    }

    // MARK: Keys

    private mutating func take(_ press: KeyPress) -> [WallEffect] {
        if press.modifiers.contains(.control) {
            switch press.key {
            case .character("c"): return [.leave]
            case .character("l"): return [.redraw]
            default: return []
            }
        }
        let isDark = isNight
        if showsHelp, press.key == .escape || press.key == .enter {
            showsHelp = false
            return []
        }
        guard let key = WallKey(press) else { return [] }
        if key == .leave { return [.leave] }
        if isDark {
            heldUntil = moment.steady + Self.lightLength
            turnAt = moment.steady + Int64(plan.seconds) * 1_000
            return []
        }
        switch key {
        case .forward: turn(by: 1)
        case .back: turn(by: -1)
        case .pause:
            isPaused.toggle()
            heldUntil = isPaused ? moment.steady + Self.pauseLength : nil
            turnAt = moment.steady + Int64(plan.seconds) * 1_000
        case .help:
            showsHelp.toggle()
            helpUntil = showsHelp ? moment.steady + Self.lightLength : nil
        case .leave: break
        }
        return []
    }
}

/// What keys can do at a wall.
public enum WallKey: CaseIterable, Hashable, Sendable {
    case forward, back, pause, help, leave

    init?(_ press: KeyPress) {
        switch press.key {
        case .right, .pageDown, .character("n"): self = .forward
        case .left, .pageUp, .character("p"): self = .back
        case .character(" "): self = .pause
        case .character("?"), .character("h"), .function(1): self = .help
        case .character("q"): self = .leave
        default: return nil
        }
    }

    /// The names of its keys.
    public var names: String {
        switch self {
        case .forward: "→ PgDn n"
        case .back: "← PgUp p"
        case .pause: "Space"
        case .help: "? h F1 Esc"
        case .leave: "q ^C"
        }
    }
}
