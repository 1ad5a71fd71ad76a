import PseudoTerminal
import Testing

@Suite("Wide tables")
struct TableWidthTests {
    /// In columns of a terminal: ideographs and their punctuation have two.
    private func width(_ line: some StringProtocol) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }

    @Test("Tables of people's work fit eighty columns, and every figure is told", arguments: ["zh", "en"])
    func width(_ language: String) throws {
        let town = try Township()
        try town.run([
            "inspection", "add", "--place", "石门垭", "--found", String(repeating: "门锁着，窗口没有值班的人；", count: 8),
            "--at", "2026-01-09 09:30", "--as", "R01",
        ]).require()
        for command in [
            ["attendance", "show", "--period", "2026-10"],
            ["attendance", "show", "--person", "A01", "--period", "2026-10"],
            ["appraisal", "--period", "2026-10"], ["inspection", "list", "--period", "2026-01"],
            ["staff", "finding", "proposals", "--period", "2026-10"],
        ] {
            let outcome = try town.run(command + ["--language", language])
            try outcome.require()
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count > 1, "\(command)")
            for line in lines { #expect(width(line) <= 80, "\(command): \(line)") }
        }
        let appraisal = try town.run(["appraisal", "--period", "2026-10", "--language", language]).output
        #expect(appraisal.contains(language == "zh" ? "问题" : "findings"))
        let found = try town.run(["inspection", "list", "--period", "2026-01", "--language", language]).output
        #expect(found.filter { $0 == "锁" }.count == 8)
    }
}
