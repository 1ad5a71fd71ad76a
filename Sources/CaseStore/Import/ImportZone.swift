import Casework

/// The civil time of an export: a fixed offset, or one with summer time.
///
/// Two notations are understood, both without any zone data on the machine, so that the same file gives the same record
/// everywhere: an offset such as `-05:00`, and the rule form of POSIX `TZ` such as `EST5EDT,M3.2.0,M11.1.0` (IEEE Std
/// 1003.1, chapter 8.3; only `Mm.w.d[/time]` dates). As POSIX has it, the numbers after the letters count hours *west*
/// of Greenwich. A name such as `America/New_York` is not understood: its rules would come from the machine.
public enum ImportZone: Hashable, Sendable {
    case fixed(UTCOffset)
    case seasonal(standard: UTCOffset, summer: UTCOffset, begins: Change, ends: Change)

    /// A yearly change of the clocks: the `week`-th (5 = last) `weekday` (0 = Sunday) of `month`, at `minute` of the day.
    public struct Change: Hashable, Sendable {
        var month: Int
        var week: Int
        var weekday: Int
        var minute: Int
    }

    public init?(_ text: String) {
        if text == "Z" {
            self = .fixed(.utc)
        } else if let offset = UTCOffset(text) {
            self = .fixed(offset)
        } else if let seasonal = Self.posix(text) {
            self = seasonal
        } else {
            return nil
        }
    }

    /// The instant at which clocks here show that day and time.
    ///
    /// A time that the clocks skip in spring is read by the offset of before; one that they show twice in autumn is the
    /// first of the two.
    public func instant(_ date: CivilDate, millisecondOfDay: Int64) -> Instant {
        Instant(milliseconds: offset(date, millisecondOfDay).instant(date).milliseconds + millisecondOfDay)
    }

    private func offset(_ date: CivilDate, _ millisecondOfDay: Int64) -> UTCOffset {
        switch self {
        case .fixed(let offset):
            return offset
        case .seasonal(let standard, let summer, let begins, let ends):
            let now = Int64(date.dayNumber) * 86_400_000 + millisecondOfDay
            // The clocks jump over (begins ..< begins + shift): those times are read as still standard.
            let shift = Int64(summer.minutes - standard.minutes) * 60_000
            let from = begins.milliseconds(in: date.year) + shift
            let to = ends.milliseconds(in: date.year)
            let isSummer = from < to ? (from..<to).contains(now) : !(to..<from).contains(now)
            return isSummer ? summer : standard
        }
    }
}

extension ImportZone.Change {
    /// Civil milliseconds since 1970-01-01 at which it happens in `year`.
    func milliseconds(in year: Int) -> Int64 {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return 0 }
        let next =
            month == 12 ? CivilDate(year: year + 1, month: 1, day: 1) : CivilDate(year: year, month: month + 1, day: 1)
        // ISO weekdays count 1 … 7 from Monday; POSIX 0 … 6 from Sunday.
        let offset = (weekday - first.weekday % 7 + 7) % 7
        var day = first.dayNumber + offset + (week - 1) * 7
        while let next, day >= next.dayNumber { day -= 7 }
        return Int64(day) * 86_400_000 + Int64(minute) * 60_000
    }

    /// `M3.2.0` or `M3.2.0/2:30`.
    init?(_ text: Substring) {
        guard text.first == "M" else { return nil }
        let halves = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let numbers = halves[0].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard halves.count <= 2, numbers.count == 3, let month = numbers[0], let week = numbers[1],
            let weekday = numbers[2], (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
        else { return nil }
        var minute = 120
        if halves.count == 2 {
            guard let value = ImportZone.minutes(halves[1]) else { return nil }
            minute = value
        }
        self.init(month: month, week: week, weekday: weekday, minute: minute)
    }
}

extension ImportZone {
    private static func posix(_ text: String) -> ImportZone? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 3, let begins = Change(parts[1]), let ends = Change(parts[2]) else { return nil }
        var rest = parts[0]
        guard name(&rest), let standard = west(&rest), name(&rest) else { return nil }
        // POSIX: summer time is one hour ahead unless it says otherwise.
        guard let summer = rest.isEmpty ? UTCOffset(minutes: standard.minutes + 60) : west(&rest), rest.isEmpty else {
            return nil
        }
        return .seasonal(standard: standard, summer: summer, begins: begins, ends: ends)
    }

    /// Steps over the letters of a zone: `EST` or `<-03>`.
    private static func name(_ rest: inout Substring) -> Bool {
        if rest.first == "<" {
            guard let close = rest.firstIndex(of: ">") else { return false }
            rest = rest[rest.index(after: close)...]
            return true
        }
        let letters = rest.prefix { $0.isASCII && $0.isLetter }
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3
    }

    private static func west(_ rest: inout Substring) -> UTCOffset? {
        let text = rest.prefix { !$0.isLetter && $0 != "<" }
        guard !text.isEmpty else { return nil }
        rest = rest.dropFirst(text.count)
        let isEast = text.first == "-"
        guard let minutes = minutes(text.first == "-" || text.first == "+" ? text.dropFirst() : text) else {
            return nil
        }
        return UTCOffset(minutes: isEast ? minutes : -minutes)
    }

    /// `5` or `5:30` in minutes.
    fileprivate static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let hours = UInt8(parts[0]), hours <= 24 else { return nil }
        guard parts.count == 2 else { return Int(hours) * 60 }
        guard let rest = UInt8(parts[1]), rest < 60 else { return nil }
        return Int(hours) * 60 + Int(rest)
    }
}
