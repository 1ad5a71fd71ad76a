/// Reading the clocks of a rulebook. What a unit makes of a limit, which days it needs and where its days end have to fit
/// together: a setting that would be read and never obeyed is refused.
extension Rulebook {
    static func clocks(_ reader: inout RulebookReader) throws(ConfigurationError) -> Clocks {
        let acceptance = try clock(.acceptance, at: "clocks.acceptance", &reader)
        var completion: [ItemKind: ClockRule] = [:]
        for kind in ItemKind.allCases {
            completion[kind] = try clock(.completion, at: "clocks.completion.\(kind.rawValue)", &reader)
        }
        return Clocks(
            acceptance: acceptance, completion: completion,
            promise: try clock(.promise, at: "clocks.promise", &reader),
            forwarding: try clock(.forwarding, at: "clocks.forwarding", &reader),
            urgentForwarding: try clock(.forwarding, at: "clocks.urgent-forwarding", &reader),
            rework: try clock(.rework, at: "clocks.rework", &reader),
            holder: try clock(.holder, at: "clocks.holder", &reader),
            visitPlan: try clock(.visitPlan, at: "clocks.visit-plan", &reader),
            delivery: try clock(.delivery, at: "clocks.delivery", &reader),
            feedback: try clock(.feedback, at: "clocks.feedback", &reader),
            followUp: try clock(.followUp, at: "clocks.follow-up", &reader),
            supplement: try clock(.supplement, at: "clocks.supplement", &reader))
    }

    private static func clock(
        _ kind: ClockRule.Kind, at path: String, _ reader: inout RulebookReader
    ) throws(ConfigurationError) -> ClockRule {
        let section = try reader.section(
            path, keys: ["limit", "unit", "skip", "warn_before_minutes"], optional: ["day_end"])
        let unit: ClockRule.Unit = try section.choice("unit")
        let limit = try section.integer("limit", in: 0...1_000)
        guard (limit == 0) == (unit == .sameDay) else {
            throw section.error("limit", .contradiction("limit = \(limit), unit = \"\(unit.rawValue)\""))
        }
        let skip: ClockRule.Skip = try section.choice("skip")
        // Counting working days passes over every other day; another skip would be read and never obeyed.
        guard unit != .workingDays || skip == .nonWorking else {
            throw section.error(
                "skip", .contradiction("unit = \"\(unit.rawValue)\", skip = \"\(skip.rawValue)\""))
        }
        let countsDays = unit == .workingDays || unit == .sameDay
        try section.demand(["day_end"], when: countsDays, by: "unit = \"\(unit.rawValue)\"")
        let dayEnd = countsDays ? try section.minute("day_end") : 1_440
        guard dayEnd > 0 else { throw section.error("day_end", .value("00:00", expected: "00:01 … 24:00")) }
        let warnBefore = try section.integer("warn_before_minutes", in: 0...100_000)
        let length = length(of: unit, limit: limit, dayEnd: dayEnd)
        guard warnBefore <= length else {
            throw section.error(
                "warn_before_minutes", .contradiction("warn_before_minutes = \(warnBefore) > \(length)"))
        }
        return ClockRule(
            kind: kind, limit: limit, unit: unit, skip: skip, warnBefore: warnBefore, dayEnd: dayEnd,
            clause: section.clause)
    }

    /// The minutes of the longest clock without a day off: a warning mark further back would always stand before the start.
    private static func length(of unit: ClockRule.Unit, limit: Int, dayEnd: Int) -> Int {
        switch unit {
        case .hours: limit * 60
        case .atOnce: limit
        case .sameDay: dayEnd
        case .workingDays: limit * 1_440 + dayEnd
        }
    }
}
