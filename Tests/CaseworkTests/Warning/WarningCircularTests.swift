import Casework
import Testing

@Suite("The circular of warnings")
struct WarningCircularTests {
    private func warning(
        _ number: String, _ village: String, _ agent: Int64?, _ topic: WarningTopic, _ mark: WarningMark.Mark,
        minutes: Int
    ) -> OpenWarning {
        OpenWarning(
            caseID: CaseID(Int64(number) ?? 0), number: number, item: "养老", village: village, applicant: "张*",
            agent: agent.map { OpenWarning.Agent(id: StaffID($0), number: "A0\($0)", name: "甲") }, topic: topic,
            mark: mark, due: Fixture.submitted.advanced(minutes: minutes), isProvisional: false, urgings: 0)
    }

    @Test("W16: the circular counts by unit and agent, tells the kinds apart, and puts the longest overdue first")
    func counts() {
        let circular = WarningCircular(
            [
                warning("1", "石门垭村", 2, .notAccepted, .near, minutes: 60),
                warning("2", "石门垭村", 1, .notCompleted, .overdue, minutes: -60),
                warning("3", "石门垭村", 1, .forwarding, .overdue, minutes: -600),
                warning("4", "两河口村", nil, .visit, .near, minutes: 5),
            ], since: nil, at: Fixture.submitted)
        #expect(circular.counts.near == 2 && circular.counts.overdue == 2)
        #expect(circular.units.map(\.village).sorted() == ["两河口村", "石门垭村"].sorted())
        let unit = circular.units.first { $0.village == "石门垭村" }
        #expect(unit?.counts.overdue == 2 && unit?.counts.near == 1)
        #expect(unit?.counts.topics == [.notAccepted: 1, .notCompleted: 1, .forwarding: 1])
        #expect(unit?.shares.map { $0.agent?.number } == ["A01", "A02"])
        #expect(unit?.shares.first?.warnings.map(\.number) == ["3", "2"])
        // A case with two clocks past their marks is one case, as late as the later of them.
        let twice = WarningCircular(
            [
                warning("5", "石门垭村", 1, .notCompleted, .near, minutes: 60),
                warning("5", "石门垭村", 1, .forwarding, .overdue, minutes: -60),
            ], since: nil, at: Fixture.submitted)
        #expect(twice.counts.near == 0 && twice.counts.overdue == 1)
        #expect(twice.counts.topics == [.notCompleted: 1, .forwarding: 1])
        #expect(twice.units.first?.shares.first?.counts.overdue == 1)
        #expect(twice.units.first?.shares.first?.warnings.count == 2)
        let nobody = circular.units.first { $0.village == "两河口村" }?.shares.first
        #expect(nobody?.agent == nil && nobody?.counts.near == 1)
    }
}
