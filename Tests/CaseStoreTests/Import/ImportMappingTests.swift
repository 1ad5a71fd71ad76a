import Casework
import Testing

@testable import CaseStore

/// The mapping: times, zones, value maps, and what is wrong in one.
struct ImportMappingTests {
    @Test(arguments: [
        ("yyyy-MM-dd HH:mm:ss", "2024-02-29 23:59:58", "2024-02-29T23:59:58+08:00"),
        ("yyyy-MM-dd", " 2024-02-29 ", "2024-02-29T00:00:00+08:00"),
        ("yyyy年M月d日 H:mm", "2024年2月9日 7:05", "2024-02-09T07:05:00+08:00"),
        ("M/d/yyyy h:mm a", "2/9/2024 12:05 PM", "2024-02-09T12:05:00+08:00"),
        ("M/d/yyyy hh:mm a", "2/9/2024 12:05 am", "2024-02-09T00:05:00+08:00"),
        ("dd MMM yyyy", "09 FEB 2024", "2024-02-09T00:00:00+08:00"),
        ("yyyy-MM-dd'T'HH:mm:ss.Sxxx", "2024-02-09T07:05:01.2507Z", "2024-02-09T15:05:01.250+08:00"),
    ])
    func `a pattern reads a time`(pattern: String, text: String, expected: String) throws {
        let mapping = try mapping { $0.replacing("formats = [", with: "formats = [\"\(pattern)\", ") }
        #expect(mapping.instant(text)?.iso8601(.china) == expected)
    }

    @Test(arguments: [
        "2023-02-29 10:00", "2024-13-01 10:00", "2024-02-01 24:00", "2024-02-01 10:60", "2024-02-01", "",
        "2024-02-01 10:00x", "24-02-01 10:00", "2024-2-01 10:00",
    ])
    func `what is no time under the pattern is none`(text: String) throws {
        #expect(try mapping().instant(text) == nil)
    }

    @Test(arguments: ["", "yyyy-MM", "yyyy-MM-dd QQ", "yyyy-MM-dd 'T", "yyyy-MM-dd MM", "yy-MM-dd", "MMMM d yyyy"])
    func `a pattern without a day, or with unknown letters, is refused`(pattern: String) {
        #expect(throws: TimePattern.Defect.unreadable) { try TimePattern(pattern) }
    }

    @Test(arguments: ["yyyy-MM-dd h:mm", "yyyy-MM-dd hh:mm", "yyyy-MM-dd HH:mm a", "yyyy-MM-dd H:mm a", "yyyy-MM-dd a"])
    func `a half day's hour without its half, or the half without it, is refused with its place`(pattern: String) {
        let error = #expect(throws: ConfigurationError.self) {
            try mapping { $0.replacing("formats = [", with: "formats = [\"\(pattern)\", ") }
        }
        #expect(error?.key == "time.formats")
        #expect(error?.line == 12)
        #expect(
            error?.problem
                == .value(pattern, expected: "H or HH, or h or hh together with a (AM/PM)"))
    }

    @Test(arguments: [
        ("2024-01-15 12:00", "2024-01-15T17:00:00+00:00"),
        ("2024-07-15 12:00", "2024-07-15T16:00:00+00:00"),
        ("2024-03-10 01:59", "2024-03-10T06:59:00+00:00"),
        // Skipped by the clocks: read by the offset of before.
        ("2024-03-10 02:30", "2024-03-10T07:30:00+00:00"),
        ("2024-03-10 03:00", "2024-03-10T07:00:00+00:00"),
        // Shown twice: the first one.
        ("2024-11-03 01:30", "2024-11-03T05:30:00+00:00"),
        ("2024-11-03 02:00", "2024-11-03T07:00:00+00:00"),
    ])
    func `a zone with summer time follows its rule`(text: String, expected: String) throws {
        let mapping = try mapping { $0.replacing("+08:00", with: "EST5EDT,M3.2.0,M11.1.0") }
        #expect(mapping.instant(text)?.iso8601(.utc) == expected)
    }

    @Test func `summer time of the southern half goes over the new year`() throws {
        let zone = try #require(ImportZone("AEST-10AEDT,M10.1.0,M4.1.0/3"))
        let january = try #require(CivilDate("2024-01-01"))
        let july = try #require(CivilDate("2024-07-01"))
        #expect(zone.instant(january, millisecondOfDay: 0).iso8601(.utc) == "2023-12-31T13:00:00+00:00")
        #expect(zone.instant(july, millisecondOfDay: 0).iso8601(.utc) == "2024-06-30T14:00:00+00:00")
        #expect(ImportZone("<-03>3<-02>,M3.5.0/-1,M10.5.0/0") == nil)
        #expect(ImportZone("<-03>3<-02>,M3.5.0/22,M10.5.0/23") != nil)
        #expect(ImportZone("America/New_York") == nil)
        #expect(ImportZone("EST5EDT") == nil)
    }

    @Test(arguments: [
        ("number = \"no\"", "numbre = \"no\"", "columns.numbre", 5),
        ("zone = \"+08:00\"", "zone = \"Asia/Shanghai\"", "time.zone", 13),
        ("formats = [\"yyyy-MM-dd HH:mm\"]", "formats = []", "time.formats", 12),
        ("encoding = \"utf-8\"", "encoding = \"gbk\"", "encoding", 2),
        ("delimiter = \",\"", "delimiter = \"::\"", "delimiter", 3),
        ("state = \"in-review\"", "state = \"closed\"", "state.rules[1].state", 24),
        ("since = \"2026-01-01 00:00\"", "since = \"soon\"", "state.rules[1].since", 23),
        ("since = \"2026-01-01 00:00\"", "", "state.rules[1].is", 21),
        ("applicant = \"(anonymous)\"", "", "blank.applicant", 14),
        ("[target]", "[goal]", "goal", 16),
    ])
    func `what is wrong in a mapping is named with its place`(
        good: String, bad: String, key: String, line: Int
    ) throws {
        let error = #expect(throws: ConfigurationError.self) {
            try mapping {
                #expect($0.contains(good))
                return $0.replacing(good, with: bad)
            }
        }
        #expect(error?.source == "map.toml")
        #expect(error?.key == key)
        #expect(error?.line == line)
    }

    private func mapping(_ change: (String) -> String = { $0 }) throws -> ImportMapping {
        try ImportMapping(toml: change(MappingText.plain), source: "map.toml")
    }
}

/// Mappings that the tests start from.
enum MappingText {
    static let plain = """
        name = "township"
        encoding = "utf-8"
        delimiter = ","
        [columns]
        number = "no"
        submitted = "asked"
        closed = "done"
        target = "due"
        item = "what"
        village = "where"
        [time]
        formats = ["yyyy-MM-dd HH:mm"]
        zone = "+08:00"
        [blank]
        applicant = "(anonymous)"
        [target]
        clause = "their own targets"
        warn_before_minutes = 60
        [state]
        default = "pending"
        [[state.rules]]
        column = "done"
        since = "2026-01-01 00:00"
        state = "in-review"
        [[state.rules]]
        column = "done"
        blank = false
        state = "approved"
        [origin]
        default = "phone"
        [kind]
        default = "agency"
        """
}
