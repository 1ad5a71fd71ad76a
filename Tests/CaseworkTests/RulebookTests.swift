import Casework
import Testing

@Suite struct RulebookTests {
    private static let whole = """
        name = "test"
        [clocks.acceptance]
        limit = 24
        unit = "hours"
        skip = "non-working"
        warn_before_minutes = 240
        clause = "c"
        [clocks.completion]
        limit = 72
        unit = "hours"
        skip = "non-working"
        warn_before_minutes = 240
        clause = "c"
        [review]
        kind = "gate"
        clause = "c"
        [urging]
        interval_minutes = 10
        clause = "c"
        """

    private func problem(_ text: String) -> ConfigurationError? {
        do {
            _ = try Rulebook(toml: text, source: "test.toml")
            return nil
        } catch {
            return error
        }
    }

    @Test func theEmbeddedRulebooksAreWhole() throws {
        for name in Rulebook.embeddedNames { #expect(try Rulebook.embedded(name).name == name) }
        #expect(problem(Self.whole) == nil)
    }

    @Test func aMissingKeyIsNamed() {
        let error = problem(Self.whole.replacing("limit = 72\n", with: ""))
        #expect(error?.key == "clocks.completion.limit")
        #expect(error?.problem == .missingKey)
    }

    @Test func anUnknownKeyIsNamedWithItsLine() {
        let error = problem(Self.whole.replacing("limit = 72", with: "limit = 72\nlimits = 3"))
        #expect(error?.key == "clocks.completion.limits")
        #expect(error?.line == 10)
    }

    @Test func aValueOutsideItsChoicesListsThem() {
        let error = problem(Self.whole.replacing("kind = \"gate\"", with: "kind = \"maybe\""))
        #expect(error?.problem == .value("maybe", expected: "gate, none"))
        #expect(problem(Self.whole.replacing("limit = 24", with: "limit = -1"))?.key == "clocks.acceptance.limit")
        #expect(problem(Self.whole.replacing("limit = 24", with: "limit = 0"))?.key == "clocks.acceptance.limit")
    }

    @Test func workingDaysSkipWhatIsNotWorkingAndNothingElse() {
        let days = Self.whole.replacing("limit = 72\nunit = \"hours\"", with: "limit = 3\nunit = \"working-days\"")
        #expect(problem(days) == nil)
        for skip in ["none", "holidays"] {
            let parts = days.split(separator: "[clocks.completion]", maxSplits: 1)
            let text = "\(parts[0])[clocks.completion]\(parts[1].replacing("non-working", with: skip))"
            let error = problem(text)
            #expect(error?.key == "clocks.completion.skip")
            #expect(error?.line == 11)
            guard case .contradiction = error?.problem else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test func whatIsNoTOMLSaysWhere() {
        let error = problem("name = \"x\"\n[[[")
        #expect(error?.line == 2)
    }
}
