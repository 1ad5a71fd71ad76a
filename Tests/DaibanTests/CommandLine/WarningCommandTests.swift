import PseudoTerminal
import Testing

@Suite("Warnings, from the command line")
struct WarningCommandTests {
    struct Warnings: Decodable {
        struct Warning: Decodable {
            var number: String
            var village: String
            var agent: String?
            var topic: String
            var mark: String
            var minutes: Int
        }

        var raised: Int
        var warnings: [Warning]
    }

    private func warnings(_ town: Township, _ options: [String] = []) throws -> Warnings {
        let outcome = try town.run(["warnings", "--json"] + options)
        try outcome.require()
        return try outcome.decoded()
    }

    @Test("W16: the list raises what is due once, and follows village, agent and date")
    func list() throws {
        let town = try Township()
        let raised = try warnings(town, ["--raise"])
        #expect(raised.raised > 0 && !raised.warnings.isEmpty)
        #expect(try warnings(town, ["--raise"]).raised == 0)
        let first = try #require(raised.warnings.first { $0.agent != nil && $0.mark == "overdue" })
        #expect(first.minutes < 0)
        #expect(try town.show(first.number).events.contains("warned"))
        let village = try warnings(town, ["--village", first.village]).warnings
        #expect(village.contains { $0.number == first.number })
        #expect(village.allSatisfy { $0.village == first.village })
        let agent = try warnings(town, ["--agent", try #require(first.agent)]).warnings
        #expect(agent.contains { $0.number == first.number } && agent.allSatisfy { $0.agent == first.agent })
        #expect(try warnings(town, ["--since", "2099-01-01"]).warnings.isEmpty)
        #expect(try town.isSound())
    }

    @Test("W16: the circular is text by unit and agent, with applicants masked")
    func circular() throws {
        let town = try Township()
        let outcome = try town.run(["warnings", "--circular"])
        try outcome.require()
        let all = try warnings(town).warnings
        #expect(outcome.output.contains("预警通报"))
        for warning in all { #expect(outcome.output.contains(warning.number)) }
        for village in Set(all.map(\.village)) { #expect(outcome.output.contains("\(village)：超期")) }
        // A case counts once, however many of its clocks have run out.
        let overdue = Set(all.filter { $0.mark == "overdue" }.map(\.number)).count
        #expect(outcome.output.contains("合计：超期 \(overdue)"))
        let english = try town.run(["warnings", "--circular", "--language", "en"])
        #expect(english.output.contains("Total: \(overdue) overdue"))
        #expect(try warnings(town, ["--village", "月亮村"]).warnings.isEmpty)
        let empty = try town.run(["warnings", "--circular", "--village", "月亮村"])
        #expect(empty.output.contains("没有到预警时间的在办件"))
    }
}
