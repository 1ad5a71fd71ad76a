import Foundation
import PseudoTerminal
import Testing

/// Where a request comes from and which way it goes, from the command line.
@Suite("Collectors and directions, from the command line") struct DirectionTests {
    @Test("S1, S2: a collector's request goes to the village's agent, with its direction, and both are shown")
    func collected() throws {
        let town = try Township()
        try town.run([
            "staff", "add", "--number", "C01", "--name", "田收集", "--role", "collector", "--village", "石门垭", "--as",
            "R01",
        ]).require()
        let made = try town.run([
            "case", "new", "--item", "老年人优待证", "--village", "石门垭", "--applicant", "孙大勇", "--collector", "C01",
            "--direction", "county-to-village", "--as", "R01", "--json",
        ]).decoded(ShownCase.self)
        #expect(made.agent != nil)
        let shown = try town.run(["case", "show", made.number])
        #expect(shown.output.contains("田收集") && shown.output.contains("县乡到村"), "\(shown)")
        let wrong = try town.run([
            "case", "new", "--item", "老年人优待证", "--village", "石门垭", "--applicant", "孙大勇", "--collector", "A01",
            "--as", "R01",
        ])
        #expect(wrong.status == .exited(2) && wrong.errors.contains("不是在任的民事收集员"), "\(wrong)")
    }

    @Test func doctorTellsWhenOpenCasesStandUnderOtherRules() throws {
        let town = try Township()
        #expect(try town.run(["doctor"]).output.contains("standard"))
        try town.folder.write("rulebook = \"jianning\"\n", to: "config.toml")
        let other = try town.run(["doctor"])
        #expect(other.output.contains("daiban recompute"), "\(other)")
        try town.run(["recompute", "--reason", "改用别的规则", "--as", "R01"]).require()
        #expect(!(try town.run(["doctor"]).output.contains("daiban recompute")))
        #expect(try town.isSound())
    }
}
