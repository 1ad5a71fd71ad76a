import Casework
import Testing

@testable import TownSimulator

/// Arithmetic in open minutes.
struct WorkingHoursTests {
    private let hours = WorkingHours(calendar: .national, offset: .china)

    private func at(_ text: String) -> Instant { Instant(text, offset: .china)! }

    @Test func `it steps over lunch, night and days off`() {
        #expect(hours.after(at("2026-11-20 11:50"), minutes: 20) == at("2026-11-20 14:10"))
        #expect(hours.after(at("2026-11-20 17:20"), minutes: 20) == at("2026-11-23 08:40"))
        #expect(hours.after(at("2026-11-21 12:00"), minutes: 0) == at("2026-11-23 08:30"))
        #expect(hours.before(at("2026-11-23 08:40"), minutes: 20) == at("2026-11-20 17:20"))
        #expect(hours.before(at("2026-11-22 03:00"), minutes: 0) == at("2026-11-20 17:29"))
        // 2026-10-10 is a Saturday on which people work after the National Day holiday.
        #expect(hours.isOpen(at("2026-10-10 09:00")))
    }

    @Test func `going forward and counting agree`() {
        var chance = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let start = at("2026-09-28 09:00").advanced(minutes: chance.number(0...20_000))
            let minutes = chance.number(0...3_000)
            let end = hours.after(start, minutes: minutes)
            #expect(hours.isOpen(end))
            #expect(hours.minutes(from: start, to: end) == minutes)
        }
    }

    @Test func `a day of duty is open although it is off`() throws {
        let duty = WorkingHours(
            calendar: .national, offset: .china, dutyDays: [try #require(CivilDate("2026-11-21"))])
        #expect(duty.isOpen(at("2026-11-21 09:00")))
        #expect(!duty.isOpen(at("2026-11-22 09:00")))
    }
}
