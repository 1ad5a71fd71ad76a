import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Queues of the desk")
struct QueueTests {
    @Test("Pending comes in the order of deadlines, cases without one last")
    func pendingOrder() throws {
        let office = try Office()
        let late = try office.register(dueInMinutes: 300)
        let none = try office.register(dueInMinutes: nil)
        let soon = try office.register(dueInMinutes: 100)
        let same = try office.register(dueInMinutes: 300)
        let page = try office.desk(.pending, QueueRequest(limit: 10))
        #expect(page.rows.map(\.id) == [soon.id, late.id, same.id, none.id])
        #expect(page.total == 4)
        #expect(page.rows[0].applicant == "张*")
        #expect(page.rows[0].reference == soon.reference)
        #expect(page.rows[0].holderName == "周桂兰")
        #expect(page.rows[0].dueAt == Office.morning.advanced(minutes: 100))
    }

    @Test("Due soon holds what is past its warning mark, overdue first; the counters agree with it")
    func dueSoon() throws {
        let office = try Office()
        let near = try office.register(dueInMinutes: 30)
        let over = try office.register(dueInMinutes: -5)
        try office.register(dueInMinutes: 61)
        try office.register(dueInMinutes: nil)
        let exactly = try office.register(dueInMinutes: 0)
        let snapshot = try office.store.desk(
            DeskRequest(now: Office.morning, queues: [.dueSoon: QueueRequest(limit: 10)]))
        #expect(snapshot.pages[.dueSoon]?.rows.map(\.id) == [over.id, exactly.id, near.id])
        #expect(snapshot.pages[.dueSoon]?.total == 3)
        #expect(snapshot.counters.overdue == 1)
        #expect(snapshot.counters.near == 2)
        #expect(snapshot.counters.pending == 5)
        #expect(snapshot.pages[.pending] == nil)
        #expect(snapshot.lastSequence == Int64(try office.entries()))
    }

    @Test("Review shows what has waited longest first")
    func reviewOrder() throws {
        let office = try Office()
        let second = try office.inReview(minutes: 20)
        let first = try office.inReview(minutes: 10)
        #expect(try office.desk(.inReview, QueueRequest(limit: 10)).rows.map(\.id) == [first.id, second.id])
    }

    @Test("An approved case counts until midnight of the centre")
    func approvedToday() throws {
        let office = try Office()
        let value = try office.inReview()
        _ = try office.store.perform(
            .approve(note: nil), on: value.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        func count(_ minutes: Int) throws -> Int {
            try office.store.desk(DeskRequest(now: Office.morning.advanced(minutes: minutes), queues: [:]))
                .counters.approvedToday
        }
        #expect(try count(0) == 1)
        #expect(try count(15 * 60 - 1) == 1)
        #expect(try count(15 * 60) == 0)
    }

    @Test(
        "A filter finds number, applicant, item, village and agent, and takes what is typed literally",
        arguments: [
            ("王杰", ["王杰"]), ("杰", ["王杰"]), ("0002", ["李100%"]), ("%", ["李100%"]), ("_", ["Anna Berg"]),
            ("anna", ["Anna Berg"]), ("低保", ["李100%"]), ("old_m", ["Anna Berg"]), ("有田", ["李100%"]), ("\\", []),
            (" 王杰 ", ["王杰"]), ("", ["王杰", "李100%", "Anna Berg"]), ("'", []),
        ])
    func filters(_ typed: String, _ names: [String]) throws {
        let office = try Office()
        try office.register("王杰", dueInMinutes: 10)
        try office.register("李100%", item: "低保初审转报", village: "两河口", dueInMinutes: 20)
        try office.register("Anna Berg", item: "Licence", village: "Old_Mill", dueInMinutes: 30)
        let page = try office.desk(.pending, QueueRequest(filter: typed, limit: 10))
        #expect(page.rows.map(\.applicant) == names.map(Masking.name))
        #expect(page.total == names.count)
        #expect(page.unfilteredTotal == 3)
    }

    @Test("The window stands around the selected case, and around its old rank when it has left", arguments: ["", "赵"])
    func windows(_ filter: String) throws {
        let office = try Office()
        let cases = try (0..<30).map { try office.register("赵\($0)", dueInMinutes: 100 + $0) }
        func page(_ anchor: Case?, _ index: Int, _ limit: Int = 10) throws -> QueuePage {
            try office.desk(
                .pending, QueueRequest(filter: filter, anchor: anchor?.id, index: index, limit: limit))
        }
        let middle = try page(cases[15], 0)
        #expect(middle.offset == 10)
        #expect(middle.rows.map(\.id) == cases[10..<20].map(\.id))
        #expect(try page(cases[1], 29).offset == 0)
        #expect(try page(cases[29], 0).offset == 20)
        #expect(try page(nil, 17).offset == 12)
        #expect(try page(cases[3], 0, 100).rows.count == 30)
        #expect(try page(cases[3], 0, 0).rows.isEmpty)
        _ = try office.store.perform(
            .accept(.confirmed), on: cases[15].reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        let after = try page(cases[15], 15)
        #expect(after.offset == 10)
        #expect(after.total == 29)
        #expect(after.rows[5].id == cases[16].id)
    }

    @Test("A wildcard that carries an accent is no wildcard")
    func accentedWildcard() throws {
        let office = try Office()
        try office.register("张三")
        #expect(try office.store.list(CaseListQuery(filter: "%\u{301}")).isEmpty)
        #expect(try office.desk(.pending, QueueRequest(filter: "%\u{301}", limit: 9)).rows.isEmpty)
    }

    @Test("A filter that finds nothing gives an empty page at the front")
    func nothing() throws {
        let office = try Office()
        try office.register()
        let page = try office.desk(.pending, QueueRequest(filter: "没有", index: 4, limit: 5))
        #expect(page == QueuePage(rows: [], offset: 0, total: 0, unfilteredTotal: 1))
    }

    @Test("Agents carry what waits for them; what is in review does not")
    func loads() throws {
        let office = try Office()
        try office.register(dueInMinutes: -10)
        try office.register(dueInMinutes: 10)
        _ = try office.inReview()
        let agents = try office.store.agents(now: Office.morning, plan: nil)
        #expect(agents.map(\.member.number) == ["A01", "A02"])
        #expect(agents.map(\.inHand) == [2, 0])
        #expect(agents.map(\.overdue) == [1, 0])
        let snapshot = try office.store.desk(DeskRequest(now: Office.morning, queues: [:]))
        #expect(snapshot.agents == agents)
        #expect(snapshot.counters.agents == 2)
    }

    @Test("What an agent is counted to have in hand can be listed: cases set aside and results to be brought too")
    func inHand() throws {
        let office = try Office()
        let store = office.store
        let pending = try office.register("甲")
        _ = try office.inReview("乙")
        let waiting = try store.perform(
            .accept(.confirmed), on: office.register("丙").reference, by: office.reviewer, at: Office.morning,
            rules: office.rules)
        _ = try store.perform(
            .setAside(Waiting(reason: "等鉴定", condition: "结果出来")), on: waiting.reference, by: office.reviewer,
            at: Office.morning, rules: office.rules)
        let approved = try store.perform(
            .approve(note: nil), on: office.inReview("丁").reference, by: office.reviewer, at: Office.morning,
            rules: office.rules)
        let listed = try store.list(.inHand(of: office.zhou.id))
        #expect(Set(listed.map(\.id)) == [pending.id, waiting.id, approved.id])
        #expect(try store.agents(now: Office.morning, plan: nil).first?.inHand == listed.count)
    }

    @Test("The list selects by state, deadline, village, agent and text, up to its limit")
    func list() throws {
        let office = try Office()
        let over = try office.register(dueInMinutes: -10)
        let other = try office.register("王杰", village: "两河口", dueInMinutes: 10)
        let reviewed = try office.inReview()
        let store = office.store
        #expect(try store.list(CaseListQuery()).count == 3)
        #expect(try store.list(CaseListQuery(states: [.inReview])).map(\.id) == [reviewed.id])
        #expect(try store.list(CaseListQuery(overdueAt: Office.morning)).map(\.id) == [over.id])
        #expect(try store.list(CaseListQuery(village: "两河口")).map(\.id) == [other.id])
        #expect(try store.list(CaseListQuery(holder: office.he.id)).map(\.id) == [other.id])
        #expect(try store.list(CaseListQuery(filter: "王杰")).map(\.id) == [other.id])
        #expect(try store.list(CaseListQuery(limit: 1)).map(\.id) == [over.id])
    }

    @Test("S5: an approved case stands among the pressing ones until the applicant has the result")
    func undelivered() throws {
        let office = try Office()
        let subject = try office.inReview()
        let approved = try office.store.perform(
            .approve(note: nil), on: subject.reference, by: office.reviewer, at: Office.morning.advanced(minutes: 20),
            rules: office.rules)
        #expect(try office.desk(.dueSoon, QueueRequest(limit: 9), minutes: 30).rows.isEmpty)
        let minutes = 5 * 1_440
        let late = try office.desk(.dueSoon, QueueRequest(limit: 9), minutes: minutes)
        #expect(late.rows.map(\.number) == [subject.number])
        #expect(late.rows.first?.clock == .delivery && late.rows.first?.state == .approved)
        try office.store.perform(
            .deliver(Delivery(signedBy: "本人")), on: approved.reference, by: Actor(office.zhou),
            at: Office.morning.advanced(minutes: minutes), rules: office.rules)
        #expect(try office.desk(.dueSoon, QueueRequest(limit: 9), minutes: minutes).rows.isEmpty)
    }
}
