/// Reads rulebooks, strictly: every key must be there, no key may be unknown, every value must make sense.
extension Rulebook {
    /// The names of the embedded rulebooks.
    public static let embeddedNames = ["standard"]

    /// The embedded rulebook of that name.
    ///
    /// - Throws: ``ConfigurationError``; for an unknown name it lists the allowed ones.
    public static func embedded(_ name: String) throws(ConfigurationError) -> Rulebook {
        guard embeddedNames.contains(name) else {
            throw ConfigurationError(
                source: "rulebook", key: "rulebook",
                problem: .value(name, expected: embeddedNames.joined(separator: ", ")))
        }
        return try Rulebook(
            toml: String(decoding: PackageResources.standard_toml, as: UTF8.self), source: "standard.toml")
    }

    public init(toml text: String, source: String) throws(ConfigurationError) {
        let root = try TOMLDocument(text, source: source).section
        try root.refuseOthers(than: ["name", "clocks", "review", "urging"])
        let clocks = try root.section("clocks")
        try clocks.refuseOthers(than: ["acceptance", "completion"])
        let review = try root.section("review")
        try review.refuseOthers(than: ["kind", "clause", "decided"])
        _ = try review.string("clause")
        let urging = try root.section("urging")
        try urging.refuseOthers(than: ["interval_minutes", "clause", "decided"])
        _ = try urging.string("clause")
        let acceptance = try Self.clock(.acceptance, in: clocks)
        let completion = try Self.clock(.completion, in: clocks)
        func other(_ kind: ClockRule.Kind) -> ClockRule {
            var rule = completion
            rule.kind = kind
            return rule
        }
        self.init(
            name: try root.string("name"),
            clocks: Clocks(
                acceptance: acceptance,
                completion: [.instant: completion, .promised: completion, .forwarded: completion, .major: completion],
                promise: other(.promise), forwarding: other(.forwarding), urgentForwarding: other(.forwarding),
                rework: other(.rework), holder: other(.holder), visitPlan: other(.visitPlan),
                delivery: other(.delivery), feedback: other(.feedback), followUp: other(.followUp),
                supplement: other(.supplement)),
            review: try review.string("kind") == "none" ? .none : .gate,
            guards: Guards(
                authorisation: true, materials: true, lateReason: true, verification: false, signature: true),
            urgingInterval: try urging.integer("interval_minutes", in: 0...10_080), urgingPeriod: 24, badRating: 2)
    }

    private static func clock(_ kind: ClockRule.Kind, in clocks: TOMLSection) throws(ConfigurationError) -> ClockRule {
        let section = try clocks.section(kind.rawValue)
        try section.refuseOthers(than: ["limit", "unit", "skip", "warn_before_minutes", "clause", "decided"])
        let unit: ClockRule.Unit = try section.choice("unit")
        let limit = try section.integer("limit", in: 0...1_000)
        switch unit {
        case .hours, .workingDays, .atOnce:
            guard limit > 0 else {
                throw section.error("limit", .contradiction("a limit of 0 needs unit = \"same-day\""))
            }
        case .sameDay:
            guard limit == 0 else { throw section.error("limit", .contradiction("same-day has limit = 0")) }
        }
        let skip: ClockRule.Skip = try section.choice("skip")
        // Counting working days passes over every other day; another skip would be read and never obeyed.
        guard unit != .workingDays || skip == .nonWorking else {
            throw section.error("skip", .contradiction("unit = \"working-days\" needs skip = \"non-working\""))
        }
        return ClockRule(
            kind: kind, limit: limit, unit: unit, skip: skip,
            warnBefore: try section.integer("warn_before_minutes", in: 0...100_000),
            clause: try section.string("clause"))
    }
}
