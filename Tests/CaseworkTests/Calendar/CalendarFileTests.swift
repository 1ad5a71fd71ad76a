import Casework
import Foundation
import Testing

@Suite struct CalendarFileTests {
    private static let whole = """
        format = 1

        [2027]
        notice = "通知甲"
        published = "2026-11-10"
        off = [
          { from = "2027-01-01", to = "2027-01-03", name = "元旦" },
          { from = "2026-12-31", name = "元旦" },
        ]
        work = ["2027-01-09"]

        [[2027.amended]]
        notice = "通知乙"
        published = "2026-12-20"
        off = [{ from = "2027-01-04", name = "元旦" }]

        [[layer]]
        region = "某县"
        reason = "赶集"
        off = [{ from = "2027-01-09", name = "赶集" }]
        work = ["2027-01-10", "2027-01-04"]

        [[layer]]
        region = "某乡"
        reason = "值班"
        source = "某乡发〔2027〕1号"
        work = ["2027-01-02"]
        """

    private func file(_ text: String, over calendar: WorkCalendar = .national) throws -> CalendarFile {
        try CalendarFile(toml: text, source: "c.toml", over: calendar)
    }

    @Test func yearsAmendmentsAndLayersAreReadInTheirOrder() throws {
        let calendar = try file(Self.whole).calendar(over: .national)
        #expect(calendar.versions(of: 2027).map(\.notice) == ["通知甲", "通知乙"])
        #expect(calendar.knows(LocalDays.date("2027-06-01")))
        let kinds = ["2026-12-31", "2027-01-02", "2027-01-03", "2027-01-04", "2027-01-09", "2027-01-10", "2027-01-11"]
            .map { calendar.kind(of: LocalDays.date($0)) }
        #expect(
            kinds == [
                .holiday("元旦"), .makeUpWorkday, .holiday("元旦"), .makeUpWorkday, .holiday("赶集"), .makeUpWorkday,
                .weekday,
            ])
        #expect(calendar.ruling(on: LocalDays.date("2027-01-02"))?.source == "某乡发〔2027〕1号")
        #expect(calendar.ruling(on: LocalDays.date("2027-01-10"))?.source == "赶集")
        #expect(calendar.kind(of: LocalDays.date("2026-10-01")) == .holiday("国庆节"))
    }

    @Test func whatTheJournalKeepsComesBackTheSame() throws {
        let file = try file(Self.whole)
        let layers = try JSONEncoder().encode(file.layers)
        #expect(try JSONDecoder().decode([CalendarLayer].self, from: layers) == file.layers)
        let notices = try JSONEncoder().encode(file.notices)
        #expect(try JSONDecoder().decode([CalendarNotice].self, from: notices) == file.notices)
        let broken = String(decoding: layers, as: UTF8.self).replacing("2027-01-09", with: "2027-02-29")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarLayer].self, from: Data(broken.utf8))
        }
    }

    /// What is replaced in the whole file, by what, and where that is refused.
    struct Mistake: CustomTestStringConvertible, Sendable {
        var old: String
        var new: String
        var line: Int
        var key: String
        var problem: ConfigurationError.Problem

        init(_ old: String, _ new: String, _ line: Int, _ key: String, _ problem: ConfigurationError.Problem) {
            (self.old, self.new, self.line, self.key, self.problem) = (old, new, line, key, problem)
        }

        init(_ old: String, _ new: String, _ line: Int, _ key: String, _ problem: CalendarProblem) {
            self.init(old, new, line, key, .calendar(problem))
        }

        var testDescription: String { new }
    }

    private static let day = LocalDays.date
    static let mistakes: [Mistake] = [
        Mistake("[\"2027-01-09\"]", "[\"2027-01-11\"]", 10, "2027.work", .workdayAlready(day("2027-01-11"))),
        Mistake("[\"2027-01-09\"]", "[\"2027-01-03\"]", 10, "2027.work", .offAndOn(day("2027-01-03"))),
        Mistake("[\"2027-01-09\"]", "[\"2027-01-01\"]", 10, "2027.work", .offAndOn(day("2027-01-01"))),
        Mistake(
            "[\"2027-01-09\"]", "[\"2027-01-09\", \"2027-01-09\"]", 10, "2027.work", .statedTwice(day("2027-01-09"))),
        Mistake("[\"2027-01-09\"]", "[\"2027-02-30\"]", 10, "2027.work", .unreadableDate("2027-02-30")),
        Mistake(
            "[\"2027-01-09\"]", "[\"2028-01-08\"]", 10, "2027.work",
            .outside(day("2028-01-08"), from: day("2026-12-01"), to: day("2027-12-31"))),
        Mistake(
            "to = \"2027-01-03\"", "to = \"2026-12-30\"", 7, "2027.off",
            .endsBeforeItBegins(from: day("2027-01-01"), to: day("2026-12-30"))),
        Mistake("to = \"2027-01-03\"", "to = \"3 January\"", 7, "2027.off", .unreadableDate("3 January")),
        Mistake("from = \"2026-12-31\"", "from = \"2027-01-02\"", 8, "2027.off", .statedTwice(day("2027-01-02"))),
        Mistake(
            "from = \"2026-12-31\"", "from = \"2026-11-30\"", 8, "2027.off",
            .outside(day("2026-11-30"), from: day("2026-12-01"), to: day("2027-12-31"))),
        Mistake("\"2026-11-10\"", "\"2026-11-31\"", 5, "2027.published", .unreadableDate("2026-11-31")),
        Mistake(
            "\"2026-12-20\"", "\"2026-11-10\"", 14, "2027.amended[1].published",
            .amendsLater(day("2026-11-10"), than: day("2026-11-10"))),
        Mistake("通知乙", "通知甲", 13, "2027.amended[1].notice", .yearStatedTwice(2_027)),
        Mistake(
            "off = [{ from = \"2027-01-04\", name = \"元旦\" }]", "off = []", 15, "2027.amended[1].off", .nothingStated),
        Mistake("\"2027-01-10\"", "\"2027-01-12\"", 21, "layer[1].work", .workdayAlready(day("2027-01-12"))),
        Mistake("\"2027-01-10\"", "\"2027-01-09\"", 21, "layer[1].work", .offAndOn(day("2027-01-09"))),
        Mistake(
            "\"2027-01-02\"", "\"2207-01-02\"", 27, "layer[2].work",
            .outside(day("2207-01-02"), from: day("1949-01-01"), to: day("2199-12-31"))),
        Mistake("reason = \"值班\"", "", 23, "layer[2].reason", .missingKey),
        Mistake("reason = \"值班\"", "reason = \" \"", 25, "layer[2].reason", .value("\" \"", expected: "text")),
        Mistake(
            "reason = \"值班\"", "reasons = \"值班\"", 25, "layer[2].reasons",
            .unknownKey(allowed: ["region", "reason", "source", "off", "work"])),
        Mistake("name = \"赶集\"", "title = \"x\"", 20, "layer[1].off", .unknownKey(allowed: ["from", "to", "name"])),
        Mistake("work = [\"2027-01-09\"]", "", 3, "2027.work", .missingKey),
        Mistake("[2027]", "[20270]", 3, "20270", .unknownKey(allowed: ["format", "layer", "a year"])),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsRefusedWithItsPlace(_ mistake: Mistake) {
        let text = Self.whole.replacing(mistake.old, with: mistake.new, maxReplacements: 1)
        #expect(text != Self.whole)
        let error = #expect(throws: ConfigurationError.self) { try file(text) }
        #expect(error?.source == "c.toml")
        #expect(error?.line == mistake.line)
        #expect(error?.key == mistake.key)
        #expect(error?.problem == mistake.problem)
    }

    @Test func aYearThatStandsTwiceInAFileIsNoTOML() {
        let error = #expect(throws: ConfigurationError.self) {
            try file("[2030]\nnotice = \"a\"\n\n[2030]\nnotice = \"b\"\n")
        }
        #expect(error?.line == 4)
    }

    @Test func aNoticeThatTheCalendarHasAlreadyIsRefused() throws {
        let calendar = try file(Self.whole).calendar(over: .national)
        let error = #expect(throws: ConfigurationError.self) { try file(Self.whole, over: calendar) }
        #expect(error?.problem == .calendar(.yearStatedTwice(2_027)))
        #expect(error?.line == 4)
    }

    @Test func aLayerWithoutAReasonIsAProblemWhereverItComesFrom() {
        var layer = LocalDays.ownWorkday
        #expect(WorkCalendar.national.problem(in: layer) == nil)
        layer.reason = "  "
        #expect(WorkCalendar.national.problem(in: layer) == .reasonMissing)
    }

    @Test func aWorkdayOnAWeekdayThatIsOffBelowIsTaken() {
        let layer = CalendarLayer(
            region: "某县", reason: "值班",
            days: CalendarDays(off: [], work: [LocalDays.date("2026-10-05")]))
        #expect(WorkCalendar.national.problem(in: layer) == nil)
        #expect(WorkCalendar.unpublished.problem(in: layer) == .workdayAlready(LocalDays.date("2026-10-05")))
        #expect(WorkCalendar.national.adding(layer).isWorkingDay(LocalDays.date("2026-10-05")))
    }

    @Test func noSlipOfThePenStopsTheProgram() {
        let alphabet = Array("[]{}=\"#., \n-0123456789aeforwk中")
        var random = RandomClocks(seed: 17)
        var refused = 0
        var taken = 0
        for _ in 0..<2_000 {
            var text = Array(Self.whole)
            for _ in 0...random.below(3) {
                let place = random.below(text.count)
                switch random.below(3) {
                case 0: text[place] = alphabet[random.below(alphabet.count)]
                case 1: text.insert(alphabet[random.below(alphabet.count)], at: place)
                default: text.remove(at: place)
                }
            }
            do {
                let read = try CalendarFile(toml: String(text), source: "c.toml", over: .national)
                // What is taken can be counted with.
                let calendar = read.calendar(over: .national)
                #expect(calendar.countedDay(250, after: LocalDays.date("2026-06-01")) > LocalDays.date("2027-01-01"))
                taken += 1
            } catch {
                #expect(error.source == "c.toml")
                refused += 1
            }
        }
        #expect(refused > 500 && taken > 100)
    }
}
