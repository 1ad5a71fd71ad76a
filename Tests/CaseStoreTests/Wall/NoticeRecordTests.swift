import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Notices in the record")
struct NoticeRecordTests {
    private let today = CivilDate("2026-11-20")!

    private func draft(_ text: String, days: ClosedRange<Int> = 0...3, isUrgent: Bool = false) -> NoticeDraft {
        NoticeDraft(
            text: text, from: today.advanced(days: days.lowerBound), to: today.advanced(days: days.upperBound),
            isUrgent: isUrgent)
    }

    private func wall(_ office: Office, day: Int = 0) throws -> [NoticePosted] {
        try WallRecord(path: office.path, rules: office.rules)
            .board(at: Office.morning.advanced(minutes: 1_440 * day)).notices
    }

    @Test("P2, J10: a notice hangs from its first day to its last, the newest first, until somebody takes it down")
    func days() throws {
        let office = try Office()
        let store = office.store
        #expect(try store.post(draft("本周六值班"), by: office.reviewer, at: Office.morning).number == 1)
        #expect(
            try store.post(draft("停电", days: 1...2, isUrgent: true), by: office.reviewer, at: Office.morning).number
                == 2)
        #expect(try wall(office).map(\.number) == [1])
        #expect(
            try wall(office, day: 1).first
                == NoticePosted(
                    number: 2, text: "停电", from: today.advanced(days: 1), to: today.advanced(days: 2), isUrgent: true))
        #expect(try wall(office, day: 2).map(\.number) == [2, 1])
        #expect(try wall(office, day: 3).map(\.number) == [1])
        #expect(try wall(office, day: 4).isEmpty)

        try store.removeNotice(1, reason: "改期", by: office.reviewer, at: Office.morning)
        #expect(try wall(office).isEmpty)
        let lines = try store.notices()
        #expect(lines.map(\.notice.number) == [2, 1])
        #expect(lines.map(\.removal?.reason) == [nil, "改期"])
        #expect(lines.map { $0.isStanding(on: today) } == [true, false])
        #expect(throws: NoticeError.refused(.removedAlready(1))) {
            try store.removeNotice(1, reason: "改期", by: office.reviewer, at: Office.morning)
        }
        #expect(throws: NoticeError.refused(.unknown(7))) {
            try store.removeNotice(7, reason: "改期", by: office.reviewer, at: Office.morning)
        }
    }

    @Test("What is refused leaves no entry: an agent's notice, one of a person who left, one that is over")
    func refused() throws {
        let office = try Office()
        let entries = try office.entries()
        #expect(throws: NoticeError.refused(.notPermitted(.post, .agent))) {
            try office.store.post(draft("通知"), by: Actor(office.zhou), at: Office.morning)
        }
        #expect(throws: NoticeError.refused(.notOnStaff)) {
            try office.store.post(draft("通知"), by: Actor(id: StaffID(99), role: .director), at: Office.morning)
        }
        #expect(throws: NoticeError.refused(.isOver(today.advanced(days: -1)))) {
            try office.store.post(draft("通知", days: -3 ... -1), by: office.reviewer, at: Office.morning)
        }
        #expect(try office.entries() == entries)
    }

    @Test("Notices are proved and can be made anew; a changed text is found")
    func proved() throws {
        let office = try Office()
        _ = try office.store.post(draft("本周六值班"), by: office.reviewer, at: Office.morning)
        _ = try office.store.post(draft("停电"), by: office.reviewer, at: Office.morning)
        try office.store.removeNotice(2, reason: "来电", by: office.reviewer, at: Office.morning)
        #expect(try office.store.verify(VerificationOptions(isFull: true)).isSound)
        let before = try office.projections()
        try office.tamper("UPDATE notices SET text = '本周日值班' WHERE number = 1; DELETE FROM notice_removals")
        #expect(try office.store.verify().findings.count == 2)
        _ = try office.store.rebuild(RebuildRequest(person: "R01", reason: "核对"), at: Office.morning)
        #expect(try office.projections() == before)
        #expect(try office.store.verify(VerificationOptions(isFull: true)).isSound)
    }
}
