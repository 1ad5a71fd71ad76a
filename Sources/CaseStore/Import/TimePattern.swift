import Casework

/// A small pattern language for times in exports, without any locale.
///
/// | letters | reads |
/// |---|---|
/// | `yyyy` | the year, four digits |
/// | `MM` `dd` `HH` `mm` `ss` | two digits |
/// | `M` `d` `H` `h` | one or two digits |
/// | `hh` | two digits; `h` and `hh` need `a`, which goes with nothing else |
/// | `MMM` | the English month, `Jan` |
/// | `S` | a fraction of a second, one to nine digits |
/// | `a` | `AM` or `PM`, in either case |
/// | `xxx` | an offset, `Z` or `+08:00`; it outranks the mapping's zone |
/// | `'…'` | what stands between the quotes, as it is |
///
/// Everything else stands for itself: `yyyy年M月d日 HH:mm`. A pattern must match the whole text (white space around it
/// aside) and must have a year, a month and a day; what it does not mention of the time is 0.
public struct TimePattern: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case year, month(digits: ClosedRange<Int>), monthName, day(digits: ClosedRange<Int>)
        case hour(digits: ClosedRange<Int>), halfDayHour(digits: ClosedRange<Int>), halfDay
        case minute, second, fraction, offset
        case literal([UInt8])
    }

    /// What a text says under a pattern: a day, the millisecond of it, and an offset if it names one.
    struct Reading: Hashable {
        var date: CivilDate
        var millisecondOfDay: Int64
        var offset: UTCOffset?
    }

    public let text: String
    private let parts: [Part]

    /// Why a text is no pattern.
    public enum Defect: Error, Hashable, Sendable {
        /// Letters that mean nothing, an open quote, something said twice, or no year, month and day.
        case unreadable
        /// `h` without `a` would read the afternoon as the morning; `a` without `h` could contradict the hour.
        case halfDay
    }

    public init(_ text: String) throws(Defect) {
        self.text = text
        var parts: [Part] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "'") {
                rest = rest.dropFirst()
                guard let close = rest.firstIndex(of: byte) else { throw .unreadable }
                parts.append(.literal(Array(rest[..<close])))
                rest = rest[(close + 1)...]
            } else if Self.isLetter(byte) {
                let run = rest.prefix { $0 == byte }
                guard let part = Self.part(byte, run.count) else { throw .unreadable }
                parts.append(part)
                rest = rest.dropFirst(run.count)
            } else {
                parts.append(.literal([byte]))
                rest = rest.dropFirst()
            }
        }
        let names = parts.compactMap(Self.role)
        guard names.contains("y"), names.contains("M"), names.contains("d"), Set(names).count == names.count else {
            throw .unreadable
        }
        let isHalfDay = parts.contains { if case .halfDayHour = $0 { true } else { false } }
        guard isHalfDay == names.contains("a") else { throw .halfDay }
        self.parts = parts
    }

    func read(_ text: String) -> Reading? {
        var rest = Array(text.utf8)[...]
        rest = rest.drop { Self.isBlank($0) }
        while let last = rest.last, Self.isBlank(last) { rest = rest.dropLast() }
        var year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, thousandths = 0
        var isAfternoon: Bool?
        var offset: UTCOffset?
        for part in parts {
            switch part {
            case .literal(let bytes):
                guard rest.starts(with: bytes) else { return nil }
                rest = rest.dropFirst(bytes.count)
            case .year:
                guard let value = Self.number(&rest, 4...4) else { return nil }
                year = value
            case .month(let digits):
                guard let value = Self.number(&rest, digits) else { return nil }
                month = value
            case .monthName:
                guard let value = Self.months.firstIndex(of: Self.lowercase(rest.prefix(3))) else { return nil }
                month = value + 1
                rest = rest.dropFirst(3)
            case .day(let digits):
                guard let value = Self.number(&rest, digits) else { return nil }
                day = value
            case .hour(let digits):
                guard let value = Self.number(&rest, digits), value < 24 else { return nil }
                hour = value
            case .halfDayHour(let digits):
                guard let value = Self.number(&rest, digits), (1...12).contains(value) else { return nil }
                hour = value % 12
            case .halfDay:
                guard let value = ["am", "pm"].firstIndex(of: Self.lowercase(rest.prefix(2))) else { return nil }
                isAfternoon = value == 1
                rest = rest.dropFirst(2)
            case .minute:
                guard let value = Self.number(&rest, 2...2), value < 60 else { return nil }
                minute = value
            case .second:
                guard let value = Self.number(&rest, 2...2), value < 60 else { return nil }
                second = value
            case .fraction:
                let digits = rest.prefix { Self.isDigit($0) }
                guard (1...9).contains(digits.count) else { return nil }
                for (place, digit) in zip([100, 10, 1], digits) {
                    thousandths += Int(digit - UInt8(ascii: "0")) * place
                }
                rest = rest.dropFirst(digits.count)
            case .offset:
                if rest.first == UInt8(ascii: "Z") {
                    offset = .utc
                    rest = rest.dropFirst()
                } else {
                    guard let value = UTCOffset(String(decoding: rest.prefix(6), as: UTF8.self)) else { return nil }
                    offset = value
                    rest = rest.dropFirst(6)
                }
            }
        }
        guard rest.isEmpty, let date = CivilDate(year: year, month: month, day: day) else { return nil }
        if isAfternoon == true, hour < 12 { hour += 12 }
        let seconds = (hour * 60 + minute) * 60 + second
        return Reading(date: date, millisecondOfDay: Int64(seconds) * 1_000 + Int64(thousandths), offset: offset)
    }
}

extension TimePattern {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func part(_ letter: UInt8, _ count: Int) -> Part? {
        switch (Unicode.Scalar(letter), count) {
        case ("y", 4): .year
        case ("M", 1...2): .month(digits: count...2)
        case ("M", 3): .monthName
        case ("d", 1...2): .day(digits: count...2)
        case ("H", 1...2): .hour(digits: count...2)
        case ("h", 1...2): .halfDayHour(digits: count...2)
        case ("m", 2): .minute
        case ("s", 2): .second
        case ("S", 1): .fraction
        case ("a", 1): .halfDay
        case ("x", 3): .offset
        default: nil
        }
    }

    /// What a part is about, so that nothing is said twice; `nil` for literals.
    private static func role(_ part: Part) -> String? {
        switch part {
        case .year: "y"
        case .month, .monthName: "M"
        case .day: "d"
        case .hour, .halfDayHour: "H"
        case .halfDay: "a"
        case .minute: "m"
        case .second: "s"
        case .fraction: "S"
        case .offset: "x"
        case .literal: nil
        }
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ digits: ClosedRange<Int>) -> Int? {
        let run = rest.prefix(digits.upperBound).prefix { isDigit($0) }
        guard run.count >= digits.lowerBound else { return nil }
        rest = rest.dropFirst(run.count)
        return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func lowercase(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { isLetter($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
