import Casework
import Foundation
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

    /// What a store that has read nothing yet says.
    private func fresh(_ office: Office, _ now: Instant, _ plan: DutyPlan?) throws -> DeskSnapshot {
        try CaseStore.open(at: office.path, access: .readOnly).desk(DeskRequest(now: now, queues: [:], plan: plan))
    }

    @Test("J3, S12: what a desk keeps of who is where is what the record says, whatever is written and whenever")
    func kept() throws {
        let office = try Office()
        let store = office.store
        let plan = plan(office)
        var other = plan
        other.duty.winter[0].from += 60
        var told: Set<[DutyPresence]> = []
        func compare(_ place: Int = #line) throws {
            // What the last comparison kept last is asked for first, on the same day and by the same plan; the others come
            // between.
            func compare(_ day: String, _ time: String, _ plan: DutyPlan?) throws {
                let now = at("\(day) \(time)")
                let found = try store.desk(DeskRequest(now: now, queues: [:], plan: plan))
                #expect(try found == fresh(office, now, plan), "line \(place), \(day) \(time)")
                told.insert(found.agents.map(\.presence))
            }
            let times = ["09:05:40", "09:05:20", "09:04:10", "10:10", "11:40", "09:05:30", "15:00"]
            for time in times { try compare("2026-11-20", time, plan) }
            for (day, plan) in [("2026-11-21", plan), ("2026-11-20", other), ("2026-11-20", nil)] {
                for time in times { try compare(day, time, plan) }
            }
            for time in times.reversed() { try compare("2026-11-20", time, plan) }
        }
        func write(_ time: String, about person: StaffMember, _ event: StaffEvent) throws {
            try store.batch { try $0.record(event, about: person.id, at: at(time), by: person.id) }
        }
        func mark(_ direction: AttendanceDirection, _ time: String, _ person: StaffMember) throws {
            let call = AttendanceCall(person.id, direction, at: at(time), source: AttendanceSource(.kiosk))
            _ = try store.attend(call, rules: office.rules, now: at(time))
        }
        try compare()
        try mark(.into, "2026-11-20 09:05:30", office.zhou)
        try compare()
        try office.register()
        try compare()
        try write("2026-11-20 10:05:00", about: office.he, .leaveTaken(StaffEvent.LeaveTaken(reason: "看病")))
        try compare()
        let session = DutySessionID(day: UTCOffset.china.civil(at("2026-11-20 09:00")).date, number: 1)
        try write(
            "2026-11-20 18:00:00", about: office.zhou,
            .sessionCorrected(try SessionCorrection(session: session, state: .absent, reason: "机器坏了")))
        try compare()
        try store.batch { writer in
            let excused = try DutyException(
                village: office.zhou.village, from: session.day, to: session.day, kind: .none, reason: "村里停电")
            try writer.record(.dutyExcepted(excused), at: at("2026-11-20 18:05:00"), by: .office)
        }
        try compare()
        try write("2026-11-20 18:10:00", about: office.he, .left(try StaffEvent.Departure(reason: "调走")))
        try compare()
        #expect(told.count > 4)
    }

    @Test("S12: another record of as many entries in the file's place is read anew")
    func replaced() throws {
        let (office, other) = (try Office(), try Office())
        for (here, person) in [(office, office.zhou), (other, other.he)] {
            try here.store.batch { writer in
                try writer.record(.checkedIn, about: person.id, at: at("2026-11-20 09:02"), by: person.id)
            }
        }
        #expect(try desk(office, "2026-11-20 10:00").agents == [.onDuty, .away])
        try other.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
        for suffix in ["-wal", "-shm"] { unlink(office.path + suffix) }
        #expect(rename(other.path, office.path) == 0)
        #expect(try desk(office, "2026-11-20 10:00").agents == [.away, .onDuty])
    }

    @Test("S12: a journal goes on with cases until somebody writes about the staff or the centre; another never does")
    func head() throws {
        let office = try Office()
        func newest() throws -> RecordHead? { try office.store.read { try RecordHead.newest(in: $0) } }
        func addsCases(to earlier: RecordHead) throws -> Bool {
            let now = try #require(try newest())
            return try office.store.read { try now.adds(onlyCasesTo: earlier, in: $0) }
        }
        let first = try #require(try newest())
        #expect(try addsCases(to: first))
        try office.register()
        try office.register("王杰")
        #expect(try addsCases(to: first))
        var forged = first
        forged.hash[0] ^= 1
        #expect(try !addsCases(to: forged))
        let cases = try #require(try newest())
        try office.store.batch { try $0.record(.itemListed(.init(name: "社保卡")), at: Office.morning, by: .office) }
        #expect(try !addsCases(to: first))
        #expect(try !addsCases(to: cases))
        let centre = try #require(try newest())
        try office.store.batch { writer in
            try writer.record(.checkedIn, about: office.zhou.id, at: Office.morning, by: office.zhou.id)
        }
        #expect(try !addsCases(to: centre))
        // One that is further on than this journal.
        #expect(try office.store.read { try first.adds(onlyCasesTo: cases, in: $0) } == false)
    }
}
