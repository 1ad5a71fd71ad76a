import Casework
import Testing

@Suite("Where somebody is, and whether they had to be there")
struct DutyPresenceTests {
    private func presence(_ fixture: AttendanceFixture, _ time: String) -> DutyPresence {
        fixture.book.presence(of: fixture.zhou, at: Fixture.at(time.count > 5 ? time : "2026-11-20 \(time)"))
    }

    @Test("J3: on duty from the mark of a session until the next one opens; whoever forgot to go is not there any more")
    func session() {
        var fixture = AttendanceFixture()
        #expect(presence(fixture, "08:30") == .offDuty)
        #expect(presence(fixture, "09:30") == .away)
        fixture.mark(.into, "08:40")
        #expect(presence(fixture, "08:39") == .offDuty)
        #expect(presence(fixture, "08:45") == .onDuty)
        #expect(presence(fixture, "11:40") == .onDuty)
        // The next session has opened, and nobody checked out of the first.
        #expect(presence(fixture, "13:40") == .offDuty)
        #expect(presence(fixture, "14:40") == .away)
        #expect(presence(fixture, "2026-11-23 09:30") == .away)
        fixture.mark(.into, "14:20")
        #expect(presence(fixture, "15:00") == .onDuty)
        fixture.mark(.out, "16:00")
        #expect(presence(fixture, "16:10") == .away)
        #expect(presence(fixture, "17:40") == .offDuty)
    }

    @Test("J4: who comes on a day off, or after the sessions, is there and has no duty")
    func unasked() throws {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "2026-11-21 09:10")
        #expect(presence(fixture, "2026-11-21 09:00") == .offDuty)
        #expect(presence(fixture, "2026-11-21 10:00") == .outsideDuty)
        #expect(presence(fixture, "2026-11-22 10:00") == .offDuty)
        fixture.mark(.out, "2026-11-21 11:00")
        #expect(presence(fixture, "2026-11-21 11:00") == .offDuty)
        fixture.mark(.into, "2026-11-23 20:00")
        #expect(presence(fixture, "2026-11-23 20:30") == .outsideDuty)
        // A day that a village is excused from is like a day off.
        var excused = AttendanceFixture()
        try excused.except("石门村", "2026-11-20", "2026-11-20", .none)
        #expect(presence(excused, "09:30") == .offDuty)
        excused.mark(.into, "09:40")
        #expect(presence(excused, "09:45") == .outsideDuty)
    }

    @Test(
        "J3: leave counts on its whole day, a correction says the last word, and nothing before attendance is kept"
    )
    func leave() throws {
        var fixture = AttendanceFixture()
        try fixture.leave("2026-11-20", "2026-11-20")
        #expect(presence(fixture, "09:30") == .leave)
        #expect(presence(fixture, "12:30") == .leave)
        #expect(presence(fixture, "20:00") == .leave)
        #expect(presence(fixture, "2026-11-21 10:00") == .offDuty)
        var half = AttendanceFixture()
        try half.leave("2026-11-20", "2026-11-20", sessions: [2])
        #expect(presence(half, "12:30") == .leave)
        #expect(presence(half, "09:30") == .away)
        #expect(presence(half, "20:00") == .offDuty)
        try fixture.correct("2026-11-20", 1, .onTime)
        #expect(presence(fixture, "09:30") == .onDuty)
        var book = AttendanceFixture().book
        book.facts.keptSince = PeopleFixture.day("2026-11-23")
        #expect(book.presence(of: fixture.zhou, at: Fixture.at("2026-11-20 09:30")) == .offDuty)
    }

    @Test("J3: in its steady time nobody's presence changes, and a mark within a minute ends it")
    func steadyTime() throws {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "2026-11-20 09:05:30")
        fixture.mark(.out, "2026-11-20 10:20:10")
        fixture.mark(.into, "2026-11-20 10:20:50")
        fixture.mark(.into, "2026-11-20 14:31:05", by: \.he)
        fixture.mark(.into, "2026-11-21 10:00:20", by: \.he)
        try fixture.leave("2026-11-20", "2026-11-20", sessions: [2])
        fixture.he.taken.append(
            Entered(entry: 99, at: Fixture.at("2026-11-20 16:00:40"), actor: StaffID(1), value: "看病"))
        let book = fixture.book
        func all(_ now: Instant) -> [DutyPresence] { book.facts.people.map { book.presence(of: $0, at: now) } }
        #expect(
            book.steadyTime(around: Fixture.at("2026-11-20 09:05:10"))
                == Fixture.at("2026-11-20 09:05")..<Fixture.at("2026-11-20 09:05:30"))
        #expect(
            book.steadyTime(around: Fixture.at("2026-11-20 10:20:30"))
                == Fixture.at("2026-11-20 10:20:10")..<Fixture.at("2026-11-20 10:20:50"))
        // Before 1970, too.
        let epoch = Instant(milliseconds: 0)
        #expect(book.steadyTime(around: Instant(milliseconds: -1)) == Instant(milliseconds: -60_000)..<epoch)
        var now = Fixture.at("2026-11-20 08:30")
        var changes = 0
        while now < Fixture.at("2026-11-21 10:30") {
            let steady = book.steadyTime(around: now)
            let here = all(now)
            #expect(steady.contains(now))
            #expect(all(steady.lowerBound) == here)
            #expect(all(Instant(milliseconds: steady.upperBound.milliseconds - 1)) == here)
            if all(steady.upperBound) != here { changes += 1 }
            now = steady.upperBound
        }
        #expect(changes == 8)
    }

    @Test("J10: nobody is missed outside the hours, on a day off, on an exception, on leave or stood in for")
    func noDuty() throws {
        func why(_ fixture: AttendanceFixture, _ time: String) -> NoDuty? {
            fixture.book.noDuty(of: fixture.zhou, at: Fixture.at(time))
        }
        var fixture = AttendanceFixture()
        #expect(why(fixture, "2026-11-20 09:30") == nil)
        #expect(why(fixture, "2026-11-20 12:30") == .noSession(.season(.winter)))
        #expect(why(fixture, "2026-11-21 09:30") == .noSession(.weekend))
        // Whoever checked in and has gone for a moment is missed all the same.
        fixture.mark(.into, "08:50")
        #expect(why(fixture, "2026-11-20 09:30") == nil)
        var excused = AttendanceFixture()
        try excused.except("石门村", "2026-11-20", "2026-11-20", .none)
        guard case .noSession(.exception) = why(excused, "2026-11-20 09:30") else {
            Issue.record("an exception takes the duty away")
            return
        }
        // Other hours, on a day off too.
        try excused.except("石门村", "2026-11-21", "2026-11-21", .hours, [.init(from: 600, to: 660)])
        #expect(why(excused, "2026-11-21 10:30") == nil)
        var away = AttendanceFixture()
        try away.leave("2026-11-20", "2026-11-20", sessions: [1])
        #expect(why(away, "2026-11-20 09:30") == .onLeave)
        #expect(why(away, "2026-11-20 15:00") == nil)
        var stoodIn = AttendanceFixture()
        stoodIn.standIn("2026-11-20 08:00", "2026-11-21 00:00")
        // Whether or not that one has come: it is the other who is missed.
        #expect(why(stoodIn, "2026-11-20 09:30") == .stoodInFor)
        stoodIn.mark(.into, "08:50", by: \.he)
        #expect(stoodIn.book.noDuty(of: stoodIn.zhou, at: Fixture.at("2026-11-20 09:30")) == .stoodInFor)
        var corrected = AttendanceFixture()
        try corrected.correct("2026-11-20", 1, .excused)
        #expect(why(corrected, "2026-11-20 09:30") == .excused)
        var clerk = AttendanceFixture()
        clerk.zhou.member.role = .reviewer
        #expect(why(clerk, "2026-11-20 09:30") == .role(.reviewer))
        var left = AttendanceFixture()
        left.zhou.until = Fixture.at("2026-11-19 18:00")
        #expect(why(left, "2026-11-20 09:30") == .hasLeft)
    }
}
