import Casework

/// Random rules, starts and pauses with a fixed seed, leaning towards the places where clocks go wrong: midnight, the end
/// of duty, New Year, pauses that touch a day's end.
struct RandomClocks {
    struct Draw {
        var rule: ClockRule
        var start: Instant
        var pauses: [Deadline.Pause]
    }

    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func below(_ bound: Int) -> Int {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 1) % bound
    }

    /// A clock that starts on one of `days`, a day number range, at `offset` minutes from UTC.
    mutating func next(days: Range<Int>, offset: Int) -> Draw {
        let unit = ClockRule.Unit.allCases[below(4)]
        let limit =
            switch unit {
            case .hours: 1 + below(below(4) == 0 ? 400 : 96)
            case .workingDays: 1 + below(below(4) == 0 ? 30 : 6)
            case .sameDay: 0
            case .atOnce: 1 + below(3_000)
            }
        let dayEnd = [1_440, 1_440, 1_080, 1_050, 1 + below(1_440)][below(5)]
        let rule = ClockRule(
            kind: .completion, limit: limit, unit: unit, skip: ClockRule.Skip.allCases[below(3)],
            warnBefore: below(3_000), dayEnd: dayEnd, clause: "test")
        let start = instant(days.lowerBound + below(days.count), dayEnd: dayEnd, offset: offset)
        var pauses: [Deadline.Pause] = []
        if below(2) == 0 {
            var from = start.advanced(minutes: below(4_000) - 1_000)
            for _ in 0...below(3) {
                let until = touching(from.advanced(minutes: below(6_000)), dayEnd: dayEnd, offset: offset)
                pauses.append(Deadline.Pause(from: from, until: max(from, until)))
                // Sometimes the next one begins before this one has ended.
                from = touching(from.advanced(minutes: below(6_000)), dayEnd: dayEnd, offset: offset)
            }
            pauses.sort { $0.from < $1.from }
        }
        return Draw(rule: rule, start: start, pauses: pauses)
    }

    /// Days off and workdays anywhere in `days`, also where they make no sense.
    mutating func layer(_ days: Range<Int>) -> CalendarLayer {
        func date(_ day: Int) -> CivilDate { CivilDate(dayNumber: days.lowerBound + day) }
        let off = (0..<20).map { _ in
            let first = below(days.count)
            return CalendarDays.Stretch(from: date(first), to: date(first + below(12)), name: "x")
        }
        return CalendarLayer(
            region: "x", reason: "x", days: CalendarDays(off: off, work: (0..<30).map { _ in date(below(days.count)) }))
    }

    private mutating func instant(_ day: Int, dayEnd: Int, offset: Int) -> Instant {
        let minute = [0, dayEnd, dayEnd - 1, 540, below(1_440), below(1_440)][below(6)]
        let odd = below(4) == 0 ? below(60_000) : 0
        return Instant(milliseconds: Int64(day) * 86_400_000 + Int64(minute - offset) * 60_000 + Int64(odd))
    }

    /// `instant`, or now and then the nearest end of a day or midnight before it.
    private mutating func touching(_ instant: Instant, dayEnd: Int, offset: Int) -> Instant {
        let minute = Int64([dayEnd, 0][below(2)] - offset)
        guard below(3) == 0 else { return instant }
        let day = (instant.milliseconds / 60_000 - minute) / 1_440
        return Instant(milliseconds: (day * 1_440 + minute) * 60_000)
    }
}
