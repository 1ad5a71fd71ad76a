import Casework
import Testing

@Suite("What a rulebook file may not say") struct RulebookRefusalTests {
    /// One slip of the pen in an otherwise sound file.
    struct Slip: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var heading: String
        var key: String
        /// The new line; `nil` takes the old one away.
        var line: String?
        /// The key of the error, where it is not `heading.key`.
        var blamed: String?
        /// Whether this is a contradiction between two settings rather than a wrong value.
        var isContradiction = false
    }

    static let slips = [
        Slip(
            testDescription: "limit 0 with hours", heading: "clocks.acceptance", key: "limit", line: "limit = 0",
            isContradiction: true),
        Slip(testDescription: "a negative limit", heading: "clocks.acceptance", key: "limit", line: "limit = -1"),
        Slip(
            testDescription: "a limit that is no number", heading: "clocks.forwarding", key: "limit",
            line: "limit = \"three\""),
        Slip(
            testDescription: "same day with a limit", heading: "clocks.visit-plan", key: "limit", line: "limit = 1",
            isContradiction: true),
        Slip(testDescription: "an unknown unit", heading: "clocks.delivery", key: "unit", line: "unit = \"weeks\""),
        Slip(
            testDescription: "an unknown skip", heading: "clocks.acceptance", key: "skip", line: "skip = \"statutory\""),
        Slip(
            testDescription: "working days that skip only holidays", heading: "clocks.forwarding", key: "skip",
            line: "skip = \"holidays\"", isContradiction: true),
        Slip(
            testDescription: "an end of the day for hours", heading: "clocks.acceptance", key: "limit",
            line: "limit = 24\nday_end = \"18:00\"", blamed: "clocks.acceptance.day_end", isContradiction: true),
        Slip(
            testDescription: "working days without an end of the day", heading: "clocks.forwarding", key: "day_end",
            line: nil),
        Slip(
            testDescription: "a day that ends at 25:00", heading: "clocks.forwarding", key: "day_end",
            line: "day_end = \"25:00\""),
        Slip(
            testDescription: "a day that ends as it begins", heading: "clocks.forwarding", key: "day_end",
            line: "day_end = \"00:00\""),
        Slip(
            testDescription: "a warning mark before the start", heading: "clocks.acceptance",
            key: "warn_before_minutes", line: "warn_before_minutes = 1441", isContradiction: true),
        Slip(
            testDescription: "a negative warning mark", heading: "clocks.acceptance", key: "warn_before_minutes",
            line: "warn_before_minutes = -1"),
        Slip(testDescription: "a missing limit", heading: "clocks.completion.promised", key: "limit", line: nil),
        Slip(testDescription: "a clock without a clause", heading: "clocks.acceptance", key: "clause", line: nil),
        Slip(testDescription: "an empty clause", heading: "guards.signature", key: "clause", line: "clause = \" \""),
        Slip(
            testDescription: "an empty decision", heading: "clocks.acceptance", key: "decided", line: "decided = \"\""),
        Slip(
            testDescription: "a decision in one language of two", heading: "clocks.acceptance", key: "decided",
            line: "decided = { zh = \"为什么\" }"),
        Slip(testDescription: "a fraction", heading: "rating", key: "bad_at_most", line: "bad_at_most = 2.5"),
        Slip(testDescription: "an unknown kind of review", heading: "review", key: "kind", line: "kind = \"maybe\""),
        Slip(
            testDescription: "a sample without a percentage", heading: "review", key: "kind", line: "kind = \"sample\"",
            blamed: "review.percent"),
        Slip(
            testDescription: "a sample of everything", heading: "review", key: "kind",
            line: "kind = \"sample\"\npercent = 100", blamed: "review.percent"),
        Slip(
            testDescription: "a gate with a percentage", heading: "review", key: "kind",
            line: "kind = \"gate\"\npercent = 20", blamed: "review.percent", isContradiction: true),
        Slip(
            testDescription: "a guard that is no yes or no", heading: "guards.authorisation", key: "required",
            line: "required = \"yes\""),
        Slip(testDescription: "every rating is bad", heading: "rating", key: "bad_at_most", line: "bad_at_most = 5"),
        Slip(
            testDescription: "item numbers where nothing is counted", heading: "items.counts", key: "kind",
            line: "kind = \"none\"\ntownship = 70", blamed: "items.counts.township", isContradiction: true),
        Slip(
            testDescription: "a count without numbers", heading: "items.counts", key: "kind",
            line: "kind = \"counted\"", blamed: "items.counts.township"),
        Slip(
            testDescription: "agents younger than adults", heading: "admission", key: "age_limit",
            line: "age_limit = 18"),
        Slip(
            testDescription: "an unknown schooling", heading: "admission", key: "education",
            line: "education = \"doctor\""),
        Slip(
            testDescription: "an unknown step of an appointment", heading: "appointment", key: "steps",
            line: "steps = [\"lottery\", \"appointment\"]"),
        Slip(
            testDescription: "an appointment without the appointment", heading: "appointment", key: "steps",
            line: "steps = [\"vote\"]"),
        Slip(
            testDescription: "a step taken twice", heading: "appointment", key: "steps",
            line: "steps = [\"vote\", \"vote\", \"appointment\"]", isContradiction: true),
        Slip(
            testDescription: "overlapping sessions", heading: "duty.summer", key: "sessions",
            line: "sessions = [\"09:00-11:30\", \"11:00-18:00\"]", isContradiction: true),
        Slip(
            testDescription: "sessions in the wrong order", heading: "duty.winter", key: "sessions",
            line: "sessions = [\"14:30-17:30\", \"09:00-11:30\"]", isContradiction: true),
        Slip(
            testDescription: "a reversed session", heading: "duty.winter", key: "sessions",
            line: "sessions = [\"11:30-09:00\"]", isContradiction: true),
        Slip(
            testDescription: "a session that is no session", heading: "duty.winter", key: "sessions",
            line: "sessions = [\"morning\"]"),
        Slip(testDescription: "no session at all", heading: "duty.winter", key: "sessions", line: "sessions = []"),
        Slip(
            testDescription: "a summer over New Year", heading: "duty.summer", key: "to", line: "to = \"02-28\"",
            isContradiction: true),
        Slip(testDescription: "a day that no year has", heading: "duty.summer", key: "to", line: "to = \"09-31\""),
        Slip(
            testDescription: "a day that few years have", heading: "duty.summer", key: "from", line: "from = \"02-29\""),
        Slip(
            testDescription: "a replacement after no case at all", heading: "replacement", key: "overdue",
            line: "overdue = 0"),
        Slip(
            testDescription: "an unknown combination", heading: "replacement", key: "combine",
            line: "combine = \"some\""),
        Slip(testDescription: "a dismissal without a count", heading: "dismissal", key: "count", line: nil),
        Slip(
            testDescription: "a count where nobody is dismissed", heading: "dismissal", key: "kind",
            line: "kind = \"none\"", blamed: "dismissal.count", isContradiction: true),
        Slip(
            testDescription: "rolling months without a number", heading: "dismissal", key: "window",
            line: "window = \"rolling-months\"", blamed: "dismissal.months"),
        Slip(
            testDescription: "months for a calendar year", heading: "dismissal", key: "window",
            line: "window = \"year\"\nmonths = 12", blamed: "dismissal.months", isContradiction: true),
        Slip(
            testDescription: "deductions from nothing", heading: "allowance", key: "kind", line: "kind = \"none\"",
            blamed: "allowance.yuan_per_village", isContradiction: true),
        Slip(
            testDescription: "a negative deduction", heading: "deductions", key: "not_at_post_yuan",
            line: "not_at_post_yuan = -50"),
        Slip(testDescription: "a summary without a day", heading: "summary", key: "days_after_month_end", line: nil),
        Slip(
            testDescription: "a star level without its share of the points", heading: "stars", key: "least_percent",
            line: "least_percent = [0, 60, 80]"),
        Slip(
            testDescription: "a higher star for fewer points", heading: "stars", key: "least_percent",
            line: "least_percent = [0, 80, 60, 100]"),
        Slip(
            testDescription: "a share of more than all", heading: "stars", key: "least_percent",
            line: "least_percent = [0, 60, 80, 101]"),
        Slip(testDescription: "no day for an appeal", heading: "appeal", key: "days", line: "days = 0"),
        Slip(
            testDescription: "a field that no ledger has", heading: "ledger", key: "fields",
            line: "fields = [\"hobby\"]"),
        Slip(
            testDescription: "a plaque for a level that is none", heading: "stars", key: "plaque_from",
            line: "plaque_from = \"六星级\""),
        Slip(
            testDescription: "a level named twice", heading: "stars", key: "levels",
            line: "levels = [\"三星级\", \"三星级\"]", isContradiction: true),
        Slip(
            testDescription: "a negative hall", heading: "checklists.hall", key: "square_metres",
            line: "square_metres = -40"),
        Slip(testDescription: "a weight below nothing", heading: "support", key: "distance", line: "distance = -1"),
        Slip(testDescription: "an empty checklist", heading: "checklists.centre", key: "items", line: "items = []"),
        Slip(testDescription: "urging without end", heading: "urging", key: "every_hours", line: "every_hours = 0"),
    ]

    @Test("Every slip is refused with its file, line, key and reason", arguments: slips)
    func refused(slip: Slip) throws {
        var file = try RulebookText()
        let place = try file.place(of: slip.key, under: slip.heading)
        let heading = try file.place(of: nil, under: slip.heading)
        try file.set(slip.key, under: slip.heading, to: slip.line)
        let error = try #require(file.problem)
        #expect(error.source == "mine.toml")
        #expect(error.key == slip.blamed ?? "\(slip.heading).\(slip.key)")
        // The line of the key, or of the heading where the key is missing.
        let line = try #require(error.line)
        #expect(line - 1 == heading || (place...place + 1).contains(line - 1), "\(error)")
        if case .contradiction(let facts) = error.problem {
            #expect(slip.isContradiction && !facts.isEmpty, "\(error)")
        } else {
            #expect(!slip.isContradiction, "\(error)")
        }
    }

    @Test("An unknown key is named with its line and what is allowed")
    func unknownKey() throws {
        var file = try RulebookText()
        try file.add("limits = 3", under: "clocks.holder")
        let error = try #require(file.problem)
        #expect(error.key == "clocks.holder.limits")
        #expect(error.line == (try file.place(of: "limits", under: "clocks.holder")) + 1)
        guard case .unknownKey(let allowed) = error.problem else {
            Issue.record("\(error)")
            return
        }
        #expect(allowed.contains("limit") && allowed.contains("clause"))
    }

    @Test(
        "An unknown heading is named, at the top and further down",
        arguments: ["clocks.acceptence", "bonus", "clocks.completion.usual", "guards.luck"])
    func unknownHeading(heading: String) throws {
        var file = try RulebookText()
        file.lines += ["[\(heading)]", "clause = \"c\""]
        let error = try #require(file.problem)
        #expect(error.key == heading)
        #expect(error.line == file.lines.count - 1)
        guard case .unknownKey = error.problem else {
            Issue.record("\(error)")
            return
        }
    }

    @Test("Deductions need an allowance to come from")
    func deductionsFromNothing() throws {
        var file = try RulebookText()
        try file.set("kind", under: "allowance", to: "kind = \"none\"")
        try file.set("yuan_per_village", under: "allowance", to: nil)
        let error = try #require(file.problem)
        #expect(error.key == "deductions.kind")
        guard case .contradiction = error.problem else {
            Issue.record("\(error)")
            return
        }
    }

    @Test("Every heading of a rulebook is needed: without one, it is the one that is named")
    func everyHeadingIsNeeded() throws {
        let whole = try RulebookText()
        let headings = whole.lines.filter { $0.hasPrefix("[") }.map { String($0.dropFirst().dropLast()) }
        #expect(headings.count > 35)
        for heading in headings {
            var file = whole
            let start = try file.place(of: nil, under: heading)
            let end = file.lines[(start + 1)...].firstIndex { $0.hasPrefix("[") } ?? file.lines.count
            file.lines.removeSubrange(start..<end)
            let error = try #require(file.problem)
            #expect(error.problem == .missingKey)
            #expect(heading == error.key || heading.hasPrefix("\(error.key ?? "?")."), "\(heading): \(error)")
        }
    }

    @Test(
        "A post that is no post, one without a number, and one that is asked for twice",
        arguments: [
            "\"wizard 1\"", "\"village-agent\"", "\"village-agent 0\"", "\"village-agent 1\", \"village-agent 2\"",
        ])
    func posts(posts: String) throws {
        var file = try RulebookText()
        let place = try file.place(of: "village", under: "staffing")
        try file.set("village", under: "staffing", to: "village = [\(posts)]")
        #expect(file.problem?.key == "staffing.village")
        #expect(file.problem?.line == place + 1)
    }

    @Test func whatIsNoTOMLSaysWhere() {
        #expect(throws: ConfigurationError.self) { try Rulebook(toml: "name = \"x\"\n[[[", source: "mine.toml") }
        do {
            _ = try Rulebook(toml: "name = \"x\"\n[[[", source: "mine.toml")
        } catch {
            #expect(error.line == 2)
        }
    }

    @Test func aCalendarWithADayBothOffAndOnIsRefused() {
        let text = """
            [2030]
            notice = "n"
            off = [ { from = "2030-01-05", to = "2030-01-05", name = "x" } ]
            work = ["2030-01-05"]
            """
        #expect(throws: ConfigurationError.self) { try WorkCalendar(toml: text, source: "c.toml") }
        let weekday = text.replacing("work = [\"2030-01-05\"]", with: "work = [\"2030-01-07\"]")
        #expect(throws: ConfigurationError.self) { try WorkCalendar(toml: weekday, source: "c.toml") }
    }
}
