import Casework
import Testing

@Suite struct TimeTests {
    @Test func everyDayOfFourCenturiesComesBackFromItsComponents() throws {
        var date = try #require(CivilDate(year: 1900, month: 1, day: 1))
        var weekday = date.weekday
        #expect(weekday == 1)
        for _ in 0..<146_097 {
            let (year, month, day) = date.components
            #expect(CivilDate(year: year, month: month, day: day) == date)
            #expect(date.weekday == weekday)
            date = date.advanced(days: 1)
            weekday = weekday % 7 + 1
        }
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-04-31", "2026/01/01", "",
    ])
    func noSuchDayIsRefused(_ text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func instantsAreReadAndWrittenAsISO8601() throws {
        let instant = try #require(Instant("2026-11-20T09:41:05+08:00", offset: .utc))
        #expect(instant.milliseconds == 1_795_138_865_000)
        #expect(instant.iso8601(.china) == "2026-11-20T09:41:05+08:00")
        #expect(instant.iso8601(.utc) == "2026-11-20T01:41:05+00:00")
        #expect(Instant("2026-11-20 09:41:05", offset: .china) == instant)
        #expect(Instant("2026-11-20T01:41:05Z", offset: .china) == instant)
        #expect(
            Instant("2026-11-20T09:41:05.250+08:00", offset: .utc)?.iso8601(.china) == "2026-11-20T09:41:05.250+08:00")
    }

    @Test(arguments: [
        "2026-11-20T25:00", "2026-11-20T09", "2026-11-20T09:60", "2026-11-20x09:00", "2026-11-20T09:00+8", "now",
    ])
    func whatIsNoTimeIsRefused(_ text: String) {
        #expect(Instant(text, offset: .china) == nil)
    }

    @Test func oneSecondOverdueIsMinuteMinusOne() {
        let due = Instant(milliseconds: 1_000_000)
        #expect(due.minutes(since: due.advanced(seconds: 1)) == -1)
        #expect(due.minutes(since: due) == 0)
        #expect(due.minutes(since: due.advanced(seconds: -59)) == 0)
        #expect(due.minutes(since: due.advanced(seconds: -60)) == 1)
    }
}
