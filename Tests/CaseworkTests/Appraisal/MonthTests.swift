import Casework
import Testing

@Suite("Months")
struct MonthTests {
    @Test("A month knows its days, over leap years and centuries, and agrees with the days' own calendar")
    func days() {
        #expect(PeopleFixture.month("2024-02").lastDay == PeopleFixture.day("2024-02-29"))
        #expect(PeopleFixture.month("2100-02").lastDay == PeopleFixture.day("2100-02-28"))
        #expect(PeopleFixture.month("2000-02").length == 29)
        var month = PeopleFixture.month("1999-01")
        for _ in 0..<(12 * 130) {
            #expect(CivilMonth(of: month.firstDay) == month && CivilMonth(of: month.lastDay) == month)
            #expect(month.firstDay.components.day == 1)
            #expect(month.lastDay.advanced(days: 1) == month.advanced(by: 1).firstDay)
            month = month.advanced(by: 1)
        }
        #expect(month.description == "2129-01")
    }

    @Test("Months are read and written as 2026-11, and what is none is refused")
    func text() {
        #expect(CivilMonth("2026-11")?.description == "2026-11")
        for text in ["2026-13", "2026-00", "2026-1", "26-11", "2026/11", "2026-11-01", ""] {
            #expect(CivilMonth(text) == nil, "\(text)")
        }
    }

    @Test("Going by months keeps the day, or takes the last of a shorter month")
    func advance() {
        #expect(PeopleFixture.day("2026-01-31").advanced(months: 1) == PeopleFixture.day("2026-02-28"))
        #expect(PeopleFixture.day("2024-01-31").advanced(months: 1) == PeopleFixture.day("2024-02-29"))
        #expect(PeopleFixture.day("2026-03-15").advanced(months: -15) == PeopleFixture.day("2024-12-15"))
        #expect(PeopleFixture.month("2026-11").monthsOfQuarter.map(\.description) == ["2026-10", "2026-11", "2026-12"])
        #expect(PeopleFixture.month("2026-03").quarter == 1)
    }
}
