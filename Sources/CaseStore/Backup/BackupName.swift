import Casework

/// The name of a backup in a folder of backups: `daiban-YX-20261128-181500+0800.sqlite`, the centre's letters and the time
/// in the centre with its offset. Only files of such names are ever deleted by us.
public struct BackupName: Hashable, Sendable {
    public var prefix: String
    /// In whole seconds.
    public var at: Instant
    public var offset: UTCOffset

    public init(prefix: String, at: Instant, offset: UTCOffset) {
        self.prefix = String(prefix.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
        self.at = Instant(milliseconds: at.milliseconds / 1_000 * 1_000)
        self.offset = offset
    }

    public var text: String {
        let zone = offset.description.filter { $0 != ":" }
        return "daiban-\(prefix)-\(Self.stamp(at, offset))\(zone).sqlite"
    }

    /// `20261128-181500`.
    public static func stamp(_ at: Instant, _ offset: UTCOffset) -> String {
        let (date, millisecond) = offset.civil(at)
        let second = Int(millisecond / 1_000)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return date.description.filter { $0 != "-" } + "-" + two(second / 3_600) + two(second / 60 % 60)
            + two(second % 60)
    }

    /// Reads a name back; `nil` for every other file.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "daiban", parts[2].hasSuffix(".sqlite") else { return nil }
        let time = Array(parts[2].dropLast(7).utf8)
        guard time.count == 20, time[8] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            let digits = time[range]
            guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
            return Int(String(decoding: digits, as: UTF8.self))
        }
        let zone = String(decoding: time[15..<18], as: UTF8.self) + ":" + String(decoding: time[18..<20], as: UTF8.self)
        guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
            let date = CivilDate(year: year, month: month, day: day), let hour = number(9..<11),
            let minute = number(11..<13), let second = number(13..<15), hour < 24, minute < 60, second < 60,
            let offset = UTCOffset(zone)
        else { return nil }
        let start = offset.instant(date, minute: hour * 60 + minute).milliseconds
        self.init(prefix: String(parts[1]), at: Instant(milliseconds: start + Int64(second) * 1_000), offset: offset)
        guard self.text == text else { return nil }
    }
}
