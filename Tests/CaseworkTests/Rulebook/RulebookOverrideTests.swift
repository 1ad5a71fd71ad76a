import Casework
import Testing

@Suite("What a centre sets differently") struct RulebookOverrideTests {
    private func override(
        _ key: String, _ value: RulebookValue, reason: String = "本中心公开承诺", line: Int = 7
    ) -> RulebookOverride {
        RulebookOverride(key: key, value: value, reason: reason, source: "config.toml", line: line)
    }

    private func problem(_ overrides: RulebookOverride..., in name: String = "standard") -> ConfigurationError? {
        do {
            _ = try Rulebook.embedded(name, overriding: overrides)
            return nil
        } catch {
            return error
        }
    }

    @Test("One setting changes, and its entry shows the reason; its clause and everything else stay")
    func oneSetting() throws {
        let plain = try Rulebook.embedded("standard")
        let own = try Rulebook.embedded(
            "standard", overriding: [override("clocks.acceptance.limit", .integer(12))])
        #expect(own.acceptance.limit == 12)
        #expect(own.acceptance.clause == plain.acceptance.clause)
        let entry = try #require(own.entries(under: "clocks.acceptance.limit").first)
        #expect(entry.isOverridden && entry.value == "12")
        #expect(entry.decided == BilingualText("本中心公开承诺"))
        #expect(own.differences(from: plain).map(\.path) == ["clocks.acceptance.limit"])
        #expect(own.entries.count { $0.isOverridden } == 1)
    }

    @Test("Settings that belong together change together, or as a whole heading")
    func together() throws {
        let units = try Rulebook.embedded(
            "standard",
            overriding: [
                override("clocks.completion.promised.unit", .text("working-days")),
                override("clocks.completion.promised.limit", .integer(5)),
                override("clocks.completion.promised.day_end", .text("18:00")),
            ])
        #expect(
            units.completion.limit == 5 && units.completion.unit == .workingDays && units.completion.dayEnd == 1_080)
        let gate = try Rulebook.embedded(
            "jianning", overriding: [override("review", .table(["kind": .text("gate")]))])
        #expect(gate.review == .gate)
        #expect(gate.entries(under: "review").map(\.path) == ["review.kind"])
        #expect(gate.entries(under: "review").first?.clause == "建政发〔2022〕33号 六(四)")
        let sample = try Rulebook.embedded(
            "wuyi", overriding: [override("review", .table(["kind": .text("sample"), "percent": .integer(5)]))])
        #expect(sample.review == .sample(percent: 5))
    }

    @Test("What does not fit is refused at the place of the override, not of the rulebook")
    func refused() throws {
        let limit = try #require(problem(override("clocks.acceptance.limit", .integer(0))))
        #expect(limit.source == "config.toml" && limit.line == 7 && limit.key == "clocks.acceptance.limit")
        guard case .contradiction = limit.problem else {
            Issue.record("\(limit)")
            return
        }
        let negative = problem(override("clocks.acceptance.limit", .integer(-3)))
        #expect(negative?.source == "config.toml" && negative?.line == 7)
        let text = problem(override("guards.signature.required", .text("no")))
        #expect(text?.problem == .value("no", expected: "true, false"))
        // The one that is wrong is named, not the last.
        let two = problem(
            override("duty.winter.sessions", .list([.text("09:00-12:00"), .text("11:00-17:00")]), line: 3),
            override("rating.bad_at_most", .integer(1), line: 9))
        #expect(two?.line == 3 && two?.key == "duty.winter.sessions")
        // A limit that only the warning mark of the rulebook contradicts.
        let short = problem(override("clocks.acceptance.limit", .integer(2)))
        #expect(short?.source == "config.toml" && short?.key == "clocks.acceptance.warn_before_minutes")
    }

    @Test("An unknown setting or heading is refused, and what there is instead is named")
    func unknown() throws {
        let setting = try #require(problem(override("clocks.acceptance.limits", .integer(1))))
        #expect(setting.line == 7 && setting.key == "clocks.acceptance.limits")
        guard case .unknownKey(let allowed) = setting.problem else {
            Issue.record("\(setting)")
            return
        }
        #expect(allowed.contains("clocks.acceptance.limit") && allowed.contains("clocks.acceptance.day_end"))
        #expect(!allowed.contains("clocks.acceptance.clause"))
        for key in ["bonus", "clocks", "clocks.acceptance.clause", "name", "clocks.lunch.limit", ""] {
            guard case .unknownKey = problem(override(key, .integer(1)))?.problem else {
                Issue.record("\(key) was taken")
                continue
            }
        }
        let inside = problem(override("review", .table(["kind": .text("gate"), "luck": .flag(true)])))
        #expect(inside?.key == "review.luck")
        #expect(problem(override("review", .text("gate")))?.problem == .value("gate", expected: "{ … }"))
    }

    @Test("Without a reason, and twice for the same setting, it is refused")
    func reason() {
        #expect(problem(override("rating.bad_at_most", .integer(1), reason: " "))?.problem == .missingKey)
        guard
            case .contradiction = problem(
                override("rating.bad_at_most", .integer(1)), override("rating.bad_at_most", .integer(3)))?.problem
        else {
            Issue.record("taken twice")
            return
        }
    }

    @Test("In a file each override has its place")
    func places() throws {
        let text = """
            [[rulebook_override]]
            key = "rating.bad_at_most"
            value = 1
            reason = "r"

            [[rulebook_override]]
            key = "review"
            value = { kind = "none" }
            """
        let section = try TOMLDocument(text, source: "config.toml").section
        let tables = try section.tables("rulebook_override")
        let first = try RulebookOverride(tables[0])
        #expect(first.line == 2 && first.value == .integer(1))
        do {
            _ = try RulebookOverride(tables[1])
            Issue.record("taken without a reason")
        } catch {
            #expect(error.line == 6 && error.key == "rulebook_override[2].reason" && error.problem == .missingKey)
        }
    }
}
