import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Village and township by file")
struct RelayExchangeTests {
    @Test("a village's record begins with the centre, its people, and the cases that are open")
    func founding() throws {
        var numbers: [String] = []
        let town = try RelayTown { office in
            let open = try office.inReview("张三")
            let other = try office.register("李四", village: "两河口")
            let closed = try office.register("王五")
            _ = try office.store.perform(
                .withdraw(reason: "不办了"), on: closed.reference, by: office.reviewer, at: Office.morning,
                rules: office.rules)
            numbers = [open.number, other.number, closed.number]
        }
        let store = town.village.store
        #expect(try store.villages() == town.store.villages())
        #expect(try store.allStaff().map(\.number) == ["A01", "A02", "R01"])
        #expect(try store.detail(number: numbers[0])?.case.state == .inReview)
        #expect(try store.detail(number: numbers[1]) == nil)
        #expect(try store.detail(number: numbers[2]) == nil)
        #expect(try store.verify().isSound)
        #expect(try town.store.verify().isSound)
    }

    @Test("numbers of two sites never meet, and both go on counting")
    func numbers() throws {
        let town = try RelayTown(["石门垭", "两河口"])
        let here = try town.office.register("甲")
        let there = try town.register("乙", at: town.villages[0])
        let second = try town.register("丙", at: town.villages[0])
        let other = try town.register("丁", at: town.villages[1])
        #expect(
            [here, there, second, other].map(\.number) == [
                "YX261120-0001", "YX261120-A0001", "YX261120-A0002", "YX261120-B0001",
            ])
        try town.exchange(town.villages[0])
        #expect(try town.office.register("戊").number == "YX261120-0002")
        #expect(try town.register("己", at: town.villages[0]).number == "YX261120-A0003")
    }

    @Test("what a village did stands at the township with its own time and person, and comes back confirmed")
    func oneSided() throws {
        let town = try RelayTown()
        let made = try town.register("张三", at: town.village)
        let agent = town.village.agent
        try town.act(.accept(.confirmed), on: made.number, in: town.village.store, by: agent, minutes: 5)
        try town.act(.complete(note: "办好了"), on: made.number, in: town.village.store, by: agent, minutes: 30)
        let receipts = try town.toTownship(try town.fromVillage(minutes: 40), minutes: 600)
        #expect(receipts.map(\.outcome) == [.applied] && receipts[0].entries == 3 && receipts[0].tasks == 0)
        let detail = try need(town.store.detail(number: made.number))
        #expect(detail.case.state == .inReview && detail.case.acceptedAt == RelayTown.minutes(5))
        #expect(detail.trace.map(\.at) == [30, 5, 1].map(RelayTown.minutes))
        #expect(detail.trace.allSatisfy { $0.actorName == "周桂兰" && $0.origin?.site == "石门垭" })
        #expect(detail.trace[0].origin?.importedAt == RelayTown.minutes(600))
        try town.act(.approve(note: nil), on: made.number, in: town.store, by: town.reviewer, minutes: 601)
        try town.toVillage(try town.fromTownship(minutes: 610), minutes: 700)
        #expect(try town.state(of: made.number, in: town.village.store) == .approved)
        try same(town)
    }

    @Test("both accepted: the township's stands, the village's is a task on both sides until a person settles it")
    func bothActed() throws {
        let town = try RelayTown()
        let made = try town.register("张三", at: town.village)
        try town.exchange()
        let agent = town.village.agent
        try town.act(.accept(.confirmed), on: made.number, in: town.store, by: town.reviewer, minutes: 80)
        try town.act(.accept(.confirmed), on: made.number, in: town.village.store, by: agent, minutes: 81)
        // The village hears first: it expects what the township will say.
        try town.toVillage(try town.fromTownship(minutes: 90), minutes: 91)
        #expect(try town.village.store.relayTasks().map(\.status) == [.expected])
        #expect(try town.village.store.detail(number: made.number)?.case.acceptedAt == RelayTown.minutes(80))
        let receipts = try town.toTownship(try town.fromVillage(minutes: 92), minutes: 93)
        #expect(receipts.map(\.tasks) == [1])
        let task = try need(town.store.relayTasks().first)
        #expect(task.obstacle == RelayObstacle(.doneHere, state: .accepted) && task.entry.kind == "accepted")
        #expect(throws: RelayError.stillInTheWay(RelayObstacle(.refused, rule: "wrongState", state: .accepted))) {
            try town.store.settleRelay(
                task.name, applies: true, reason: "再受理", by: town.reviewer, at: RelayTown.minutes(94))
        }
        #expect(throws: RelayError.notPermitted(.settle, .agent)) {
            try town.store.settleRelay(
                task.name, applies: false, reason: "x", by: Actor(town.office.zhou), at: RelayTown.minutes(94))
        }
        try town.store.settleRelay(
            task.name, applies: false, reason: "已由镇里受理", by: town.reviewer, at: RelayTown.minutes(95))
        try town.exchange(minutes: 96)
        let told = try need(town.village.store.relayTasks(onlyOpen: false).first)
        #expect(told.status == .dropped && told.settlement?.reason == "已由镇里受理" && told.settlement?.by == "R01")
        try same(town)
    }

    @Test("what rests on an entry that was not taken over waits too; notes and papers do not")
    func restsOnTask() throws {
        let town = try RelayTown()
        let made = try town.register("张三", at: town.village)
        try town.exchange()
        let agent = town.village.agent
        let store = town.village.store
        try town.act(.accept(.confirmed), on: made.number, in: town.store, by: town.reviewer, minutes: 80)
        try town.act(.accept(.confirmed), on: made.number, in: store, by: agent, minutes: 81)
        try town.act(.takeOriginals(["户口簿"]), on: made.number, in: store, by: agent, minutes: 82)
        try town.act(.complete(note: nil), on: made.number, in: store, by: agent, minutes: 83)
        try town.exchange(minutes: 90)
        let tasks = try town.store.relayTasks()
        #expect(tasks.map(\.obstacle.kind) == [.doneHere, .restsOnTask])
        #expect(try town.store.detail(number: made.number)?.case.facts.originals == ["户口簿"])
        try same(town)
        try town.store.settleRelay(
            tasks[1].name, applies: true, reason: "确已办好", by: town.reviewer, at: RelayTown.minutes(99))
        #expect(try town.state(of: made.number, in: town.store) == .inReview)
        try town.exchange(minutes: 100)
        #expect(try town.state(of: made.number, in: store) == .inReview)
        try same(town)
    }

    @Test(
        "work that waited as a task counts in the month in which it was settled, what came with a bundle in its month")
    func monthOfSettlement() throws {
        let town = try RelayTown()
        let made = try town.register("张三", at: town.village)
        try town.exchange()
        let (agent, store) = (town.village.agent, town.village.store)
        try town.act(.accept(.confirmed), on: made.number, in: town.store, by: town.reviewer, minutes: 80)
        try town.act(.accept(.confirmed), on: made.number, in: store, by: agent, minutes: 81)
        try town.act(.complete(note: nil), on: made.number, in: store, by: agent, minutes: 83)
        // Another one by a clock that runs two months ahead.
        let other = try town.register("李四", at: town.village, minutes: 84)
        try town.act(.accept(.confirmed), on: other.number, in: store, by: agent, minutes: 90_000)
        try town.toTownship(try town.fromVillage(minutes: 90_001), minutes: 90)
        let task = try need(town.store.relayTasks().first { $0.entry.kind == "completed" })
        let december = 1_440 * 20
        let settled = try town.store.settleRelay(
            task.name, applies: true, reason: "确已办好", by: town.reviewer, at: RelayTown.minutes(december))
        let months = (
            CivilMonth(year: 2026, month: 11)!, CivilMonth(year: 2026, month: 12)!
        )
        func count(_ kind: CaseWork.Kind, _ month: CivilMonth) throws -> Int {
            try town.store.work(WorkQuery(person: town.office.zhou.id, from: month, through: month))
                .filter { $0.kind == kind }.map(\.count).reduce(0, +)
        }
        for isRebuilt in [false, true] {
            if isRebuilt {
                _ = try town.store.rebuild(RebuildRequest(person: "R01", reason: "试"), at: RelayTown.minutes(december))
            }
            #expect(try count(.completed, months.0) == 0 && count(.completed, months.1) == 1)
            // Once by the township, for who has the case; once by the village.
            #expect(try count(.accepted, months.0) == 2)
            let booking = try town.store.read { try Booking(in: $0) }
            let row = try need(settled.settlement?.row)
            #expect(booking.moment(of: row, at: RelayTown.minutes(83)) == RelayTown.minutes(december))
            let report = try town.store.verify(VerificationOptions(isFull: true))
            #expect(report.isSound, "\(report.findings)")
        }
    }

    @Test("attendance travels with its own time; an older word changes nothing and is kept")
    func attendance() throws {
        let town = try RelayTown()
        func record(_ event: StaffEvent, _ store: CaseStore, _ minutes: Int) throws {
            let id = try need(store.staff(number: "A01")).id
            try store.batch { try $0.record(event, about: id, at: RelayTown.minutes(minutes), by: id) }
        }
        try record(.checkedIn, town.village.store, 2)
        try town.toTownship(try town.fromVillage(minutes: 3), minutes: 50)
        let record1 = try need(town.store.staffRecord(number: "A01"))
        #expect(record1.presence == .onDuty && record1.presentSince == RelayTown.minutes(2))
        try record(.checkedOut, town.village.store, 60)
        try record(.checkedIn, town.store, 65)
        try town.toTownship(try town.fromVillage(minutes: 66), minutes: 67)
        let record2 = try need(town.store.staffRecord(number: "A01"))
        #expect(record2.presence == .onDuty && record2.presentSince == RelayTown.minutes(65))
        #expect(try town.store.relayTasks(onlyOpen: false).map(\.status) == [.noted])
        #expect(try town.store.verify().isSound)
    }

    @Test("a clock that is ahead is told, and the entry keeps its own moment")
    func clock() throws {
        let town = try RelayTown()
        let made = try town.register("张三", at: town.village, minutes: 500)
        let receipts = try town.toTownship(try town.fromVillage(minutes: 505), minutes: 5)
        #expect(receipts[0].clockAhead == 500 * 60_000)
        let entry = try need(town.store.detail(number: made.number)?.trace.first)
        #expect(entry.at == RelayTown.minutes(500) && entry.origin?.isInTheFuture == true)
        #expect(entry.origin?.clockAhead == Int64(30_000_000))
    }

    private func same(_ town: RelayTown) throws {
        let here = try RelayPicture(town.store, village: "石门垭", site: town.village.site.id)
        let there = try RelayPicture(town.village.store, village: "石门垭", site: town.village.site.id)
        #expect(here == there)
        #expect(try town.store.verify().isSound)
        #expect(try town.village.store.verify().isSound)
    }
}
