import Casework
import Testing

@Suite("Notices in the hall")
struct NoticeTests {
    private static let today = CivilDate("2026-11-28")!
    private static let director = Actor(id: StaffID(1), role: .director)

    private func refusal(
        _ text: String, from: Int = 0, to: Int = 3, mobile: Bool = false, by role: Role = .director
    ) -> NoticeRefusal? {
        let draft = NoticeDraft(
            text: text, from: Self.today.advanced(days: from), to: Self.today.advanced(days: to),
            publishesMobile: mobile)
        do throws(NoticeRefusal) {
            _ = try NoticeEvent.posting(draft, number: 1, today: Self.today, by: Actor(id: StaffID(1), role: role))
            return nil
        } catch {
            return error
        }
    }

    @Test("P2: a notice keeps its text without white space at the ends, its days and its number")
    func posted() throws {
        let draft = NoticeDraft(
            text: "  周六照常值班 ", from: Self.today, to: Self.today.advanced(days: 1), isUrgent: true)
        let event = try NoticeEvent.posting(draft, number: 4, today: Self.today, by: Self.director)
        #expect(
            event
                == .posted(
                    NoticePosted(
                        number: 4, text: "周六照常值班", from: Self.today, to: Self.today.advanced(days: 1),
                        isUrgent: true)))
    }

    @Test("Who leads, supervises or reviews puts notices up; nobody else does", arguments: Role.allCases)
    func permitted(_ role: Role) {
        let isAllowed = [.reviewer, .supervisor, .director].contains(role)
        #expect(refusal("周六照常值班", by: role) == (isAllowed ? nil : .notPermitted(.post, role)))
        for action in NoticeAction.allCases { #expect(role.may(action) == isAllowed) }
    }

    @Test("Days have to follow each other, not be over and not go on for ever")
    func days() {
        #expect(
            refusal("停电", from: 3, to: 2)
                == .endsBeforeItBegins(from: Self.today.advanced(days: 3), to: Self.today.advanced(days: 2)))
        #expect(refusal("停电", from: -5, to: -1) == .isOver(Self.today.advanced(days: -1)))
        #expect(refusal("停电", from: -5, to: 0) == nil)
        #expect(refusal("停电", from: 0, to: 365) == nil)
        #expect(refusal("停电", from: 0, to: 366) == .tooLong(days: 366))
    }

    @Test("An empty text, an endless one and one with control characters are refused")
    func texts() {
        #expect(refusal(" ") == .unfit(.notice, .missing))
        #expect(refusal(String(repeating: "长", count: 151)) == .unfit(.notice, .tooLong))
        #expect(refusal("停电\u{1B}[31m") == .unfit(.notice, .unprintable))
        #expect(refusal("停电\n来电") == .unfit(.notice, .unprintable))
    }

    @Test(
        "What looks like an identity number or the number of a card gets into no notice, however it is written",
        arguments: [
            "请持身份证999999199003070012的居民来领", "身份证 ９９９９９９１９９００３０７００１２", "999999-19900307-0012",
            "999999 1990 0307 001X", "99999919900307001x", "旧证999999900307001", "卡号6222020200112233445",
            "卡号 6222 0212 3456 7890 128",
            "999999/19900307/001X",
            "(999999)19900307(0012)",
        ])
    func identityNumbers(_ text: String) {
        guard case .identityNumber(let shown) = refusal(text, mobile: true) else {
            Issue.record("taken: \(text)")
            return
        }
        #expect(!shown.contains("0307"))
    }

    @Test(
        "A mobile number is taken only when somebody says that it is meant",
        arguments: [
            "咨询13800001234", "138-0000-1234", "１３８ ００００ １２３４", "+86 138 0000 1234", "8613800001234", "138.0000.1234",
        ])
    func mobiles(_ text: String) {
        #expect(refusal(text) == .mobileNumber("138****1234"))
        #expect(refusal(text, mobile: true) == nil)
    }

    @Test(
        "Landlines, dates, sums and the numbers of cases may stand there",
        arguments: [
            "咨询0377-66001234", "咨询010-12345678", "热线12345", "12月3日 8:00-12:00停电", "2026-12-01 2026-12-05停办",
            "2026-12-01至2026-12-05", "回执YX261128-0042可领", "每人每月1200元，共139户", "12345678901",
        ])
    func harmless(_ text: String) {
        #expect(refusal(text) == nil)
    }

    @Test("Taking down needs a reason")
    func removing() {
        #expect(throws: NoticeRefusal.unfit(.reason, .missing)) {
            _ = try NoticeEvent.removing(1, reason: " ", by: Self.director)
        }
        #expect(throws: NoticeRefusal.notPermitted(.remove, .agent)) {
            _ = try NoticeEvent.removing(1, reason: "改期", by: Actor(id: StaffID(1), role: .agent))
        }
    }
}
