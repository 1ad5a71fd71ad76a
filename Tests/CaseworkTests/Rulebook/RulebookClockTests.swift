import Casework
import Testing

/// Every clock of every rulebook, started at one instant: Friday 2026-02-13, 16:00. The Saturday after it is a make-up
/// workday, the nine days after that are the Spring Festival, and work begins again on Tuesday the 24th; the Saturday of
/// that week, the 28th, is a make-up workday too.
@Suite("When the clocks of the rulebooks run out") struct RulebookClockTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var rule: @Sendable (Rulebook) -> ClockRule
        /// In the order of ``RulebookTable/names``; one stands for all.
        var due: [String]

        init(_ name: String, _ rule: @escaping @Sendable (Rulebook) -> ClockRule, _ due: String...) {
            testDescription = name
            self.rule = rule
            self.due = due.count == 1 ? Array(repeating: due[0], count: RulebookTable.names.count) : due
        }
    }

    // 24 counted hours: 8 on the 13th, 16 on the 14th.
    private static let dayLater = "2026-02-14 16:00"
    // The end of the 13th.
    private static let midnight = "2026-02-14 00:00"
    // 72 counted hours: 8 on the 13th, 24 on the 14th, 24 on the 24th, 16 on the 25th.
    private static let counted72 = "2026-02-25 16:00"
    // 72 hours by the wall clock.
    private static let wall72 = "2026-02-16 16:00"
    // The end of the third working day: the 14th, the 24th, the 25th.
    private static let threeDays = "2026-02-26 00:00"
    // … and of the fifth: the 26th, the 27th.
    private static let fiveDays = "2026-02-28 00:00"
    // … and of the tenth: the 28th, then Monday 2 March to Thursday the 5th.
    private static let tenDays = "2026-03-06 00:00"

    static let cases = [
        Case(
            "acceptance", { $0.acceptance }, dayLater, dayLater, dayLater, midnight, midnight, "2026-02-13 16:30"),
        Case("instant", { $0.completion(of: .instant) }, midnight),
        Case(
            "promised", { $0.completion }, counted72, wall72, counted72, threeDays, counted72, counted72),
        Case(
            "forwarded", { $0.completion(of: .forwarded) }, counted72, wall72, counted72, threeDays, counted72,
            counted72),
        Case("major", { $0.completion(of: .major) }, counted72, wall72, counted72, threeDays, counted72, counted72),
        Case("promise", { $0.clocks.promise }, threeDays),
        Case("forwarding", { $0.clocks.forwarding }, threeDays),
        Case("urgent forwarding", { $0.clocks.urgentForwarding }, "2026-02-13 18:00"),
        Case("rework", { $0.clocks.rework }, dayLater),
        Case("holder", { $0.clocks.holder }, counted72, wall72, counted72, counted72, counted72, counted72),
        Case("visit plan", { $0.clocks.visitPlan }, midnight),
        Case("delivery", { $0.clocks.delivery }, threeDays),
        Case("feedback", { $0.clocks.feedback }, fiveDays),
        Case("follow-up", { $0.clocks.followUp }, fiveDays),
        Case("supplement", { $0.clocks.supplement }, tenDays),
    ]

    @Test("W14, W15, N7, J12, J13, J17, P9, S3, S5: due as counted by hand", arguments: cases)
    func due(one: Case) throws {
        let start = Fixture.at("2026-02-13 16:00")
        for (name, due) in zip(RulebookTable.names, one.due) {
            let rule = one.rule(try Rulebook.embedded(name))
            let deadline = rule.deadline(from: start, calendar: .national, offset: Fixture.offset)
            #expect(deadline.due == Fixture.at(due), "\(name)")
            #expect(deadline.due.minutes(since: deadline.warnAt) == rule.warnBefore || rule.skip != .nothing, "\(name)")
            #expect(!deadline.isProvisional)
        }
    }
}
