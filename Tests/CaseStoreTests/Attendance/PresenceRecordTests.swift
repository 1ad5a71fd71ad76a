import Casework
import GRDB
import Testing

@testable import CaseStore

@Suite("Who is on duty, on the desk and on the wall")
struct PresenceRecordTests {
    private func at(_ text: String) -> Instant { Instant(text, offset: .china)! }

    private func plan(_ office: Office) -> DutyPlan {
        let rules = office.rules
        return DutyPlan(duty: rules.rulebook.agents.duty, calendar: rules.calendar, offset: rules.offset)
    }

    private func desk(_ office: Office, _ time: String) throws -> (agents: [DutyPresence], onDuty: Int) {
        let snapshot = try office.store.desk(DeskRequest(now: at(time), queues: [:], plan: plan(office)))
        #expect(try office.store.agents(now: at(time), plan: plan(office)) == snapshot.agents)
        return (snapshot.agents.map(\.presence), snapshot.counters.onDuty)
    }

    /// The wall knows no mark without a session: who is there unasked has no duty for the public.
    private func onWall(_ presence: DutyPresence) -> WallAgent.Presence {
        switch presence {
        case .onDuty: .present
        case .away: .absent
        case .leave: .onLeave
        case .scheduled: .scheduled
        case .outsideDuty, .offDuty: .offDuty
        }
    }

    @Test("J3, J4, S12: one rule says who is on duty, at every hour of a day of duty and of a day off")
    func agree() throws {
        let office = try Office()
        func attend(_ person: StaffMember, _ time: String) throws {
            let call = AttendanceCall(person.id, at: at(time), source: AttendanceSource(.kiosk))
            _ = try office.store.attend(call, rules: office.rules, now: at(time))
        }
        #expect(try desk(office, "2026-11-20 10:00").agents == [.offDuty, .offDuty])
        try attend(office.zhou, "2026-11-20 09:02")
        try attend(office.he, "2026-11-20 14:10")
        try office.store.batch { writer in
            try writer.record(.checkedIn, about: office.zhou.id, at: at("2026-11-21 09:30"), by: office.zhou.id)
        }
        let wall = WallRecord(path: office.path, rules: office.rules)
        for hour in 0..<60 {
            let time = at("2026-11-20 00:10").advanced(minutes: hour * 60)
            let found = try office.store.agents(now: time, plan: plan(office)).map(\.presence)
            #expect(try wall.board(at: time).agents.map(\.presence) == found.map(onWall), "\(hour)")
        }
        #expect(try desk(office, "2026-11-20 10:00").agents == [.onDuty, .away])
        #expect(try desk(office, "2026-11-20 15:00").agents == [.away, .onDuty])
        #expect(try desk(office, "2026-11-20 15:00").onDuty == 1)
        // A day off: there, and not on duty.
        #expect(try desk(office, "2026-11-21 10:00").agents == [.outsideDuty, .offDuty])
        #expect(try desk(office, "2026-11-21 10:00").onDuty == 0)
        #expect(try desk(office, "2026-11-22 10:00").agents == [.offDuty, .offDuty])
    }

    @Test("J3, J4, S12: desk and wall say the same of leave, a stand-in, and a village whose entries come by file")
    func agreeOnLeave() throws {
        let office = try Office()
        try office.store.batch { writer in
            try writer.record(.checkedIn, about: office.he.id, at: at("2026-11-19 09:00"), by: office.he.id)
            try writer.record(
                .leaveTaken(StaffEvent.LeaveTaken(reason: "看病")), about: office.he.id, at: at("2026-11-20 10:30"),
                by: office.he.id)
            let standIn = StandIn(
                by: office.he.id, from: at("2026-11-20 08:00"), until: at("2026-11-20 20:00"), reason: "请假")
            try writer.record(.standInSet(standIn), about: office.zhou.id, at: at("2026-11-20 08:00"), by: office.he.id)
        }
        let wall = WallRecord(path: office.path, rules: office.rules)
        func agree() throws {
            for hour in 0..<30 {
                let time = at("2026-11-20 00:10").advanced(minutes: hour * 60)
                let found = try office.store.agents(now: time, plan: plan(office)).map(\.presence)
                #expect(try wall.board(at: time).agents.map(\.presence) == found.map(onWall), "\(hour)")
            }
        }
        try agree()
        #expect(try desk(office, "2026-11-20 11:00").agents == [.away, .leave])
        #expect(try desk(office, "2026-11-20 12:30").agents == [.offDuty, .leave])
        // From now on the village of the first hands its entries over by file.
        try office.store.pool.write { database in
            try database.execute(
                sql: "INSERT INTO relay_partners (site, village, is_active, body) VALUES ('V1', ?, 1, '{}')",
                arguments: [office.zhou.village])
        }
        try agree()
        #expect(try desk(office, "2026-11-20 11:00").agents == [.scheduled, .leave])
    }
}
