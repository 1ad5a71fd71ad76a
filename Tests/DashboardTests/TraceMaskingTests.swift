import Casework
import Dashboard
import Testing

/// The trace of a case hides what people typed about its applicant, and nothing of what the office has to know.
@Suite struct TraceMaskingTests {
    @Test func datesInTheTraceAreShownWhole() throws {
        var desk = DeskHarness(columns: 200, rows: 120)
        desk.type("3")
        desk.press(.enter)
        desk.send(.detail(Township.inReview[0].id, .success(try Township.lifeDetail())))
        #expect(desk.shows("2026-11-19 09:00"))
        #expect(!desk.shows("******:00"))
        #expect(!desk.shows("孙大勇"))
    }
}
