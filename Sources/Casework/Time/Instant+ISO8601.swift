/// Instants as text: ISO 8601 with offset for machines, short civil forms for people.
extension Instant {
    /// `2026-11-20T09:41:05+08:00`; milliseconds only where there are any.
    public func iso8601(_ offset: UTCOffset) -> String {
        let (date, millisecond) = offset.civil(self)
        let second = Int(millisecond / 1_000)
        let fraction = millisecond % 1_000 == 0 ? "" : "." + padded(Int(millisecond % 1_000), 3)
        return "\(date)T\(clock(second: second)):\(padded(second % 60, 2))\(fraction)\(offset)"
    }

    /// `2026-11-20 09:41`.
    public func civilText(_ offset: UTCOffset) -> String {
        let (date, millisecond) = offset.civil(self)
        return "\(date) \(clock(second: Int(millisecond / 1_000)))"
    }

    /// `11-20 09:41`: for columns where the year is plain from the rest.
    public func shortCivilText(_ offset: UTCOffset) -> String {
        String(civilText(offset).dropFirst(5))
    }

    /// `09:41`.
    public func clockText(_ offset: UTCOffset) -> String {
        clock(second: Int(offset.civil(self).millisecondOfDay / 1_000))
    }

    private func clock(second: Int) -> String {
        "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2))"
    }

    /// Reads `YYYY-MM-DD`, optionally followed by `T` or a blank and `HH:MM`, `:SS`, `.fraction`, and by `Z` or an
    /// offset. Without one, the text is civil time at `offset`.
    public init?(_ text: some StringProtocol, offset: UTCOffset) {
        var rest = Array(text.utf8)[...]
        guard rest.count >= 10, let day = CivilDate(String(text.prefix(10))) else { return nil }
        rest = rest.dropFirst(10)
        var milliseconds: Int64 = 0
        var zone = offset
        if let separator = rest.first {
            guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " ") else { return nil }
            rest = rest.dropFirst()
            guard let (time, remainder) = Self.timeOfDay(rest) else { return nil }
            milliseconds = time
            switch remainder.first {
            case nil: break
            case UInt8(ascii: "Z") where remainder.count == 1: zone = .utc
            default:
                guard let named = UTCOffset(String(decoding: remainder, as: UTF8.self)) else { return nil }
                zone = named
            }
        }
        self = Instant(milliseconds: zone.instant(day).milliseconds + milliseconds)
    }

    /// Milliseconds of the day and what follows the time, for `HH:MM[:SS[.fraction]]`.
    private static func timeOfDay(_ bytes: ArraySlice<UInt8>) -> (Int64, ArraySlice<UInt8>)? {
        var rest = bytes
        func two() -> Int? {
            guard rest.count >= 2, let value = decimal(rest.prefix(2)) else { return nil }
            rest = rest.dropFirst(2)
            return value
        }
        func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest = rest.dropFirst()
            return true
        }
        guard let hour = two(), take(":"), let minute = two(), minute < 60 else { return nil }
        var second = 0
        var thousandths = 0
        if take(":") {
            guard let value = two(), value < 60 else { return nil }
            second = value
            if take(".") {
                let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                guard !digits.isEmpty else { return nil }
                rest = rest.dropFirst(digits.count)
                let kept = Array(digits.prefix(3))
                thousandths = (decimal(kept) ?? 0) * [1, 100, 10, 1][kept.count]
            }
        }
        guard hour < 24 || (hour == 24 && minute == 0 && second == 0 && thousandths == 0) else { return nil }
        return (Int64((hour * 60 + minute) * 60 + second) * 1_000 + Int64(thousandths), rest)
    }
}
