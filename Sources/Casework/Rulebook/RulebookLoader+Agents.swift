/// Reading what a rulebook says about the people.
extension AgentRules {
    init(_ reader: inout RulebookReader) throws(ConfigurationError) {
        let allowance = try Self.allowance(&reader)
        self.init(
            admission: try Self.admission(&reader), appointment: try Self.appointment(&reader),
            staffing: try Self.staffing(&reader), duty: try Self.duty(&reader),
            replacement: try Self.replacement(&reader), dismissal: try Self.dismissal(&reader),
            deductions: try Self.deductions(&reader, from: allowance), yearlyAllowance: allowance,
            allowanceRule: try Self.allowanceRule(&reader), summary: try Self.summary(&reader),
            training: try Self.training(&reader), appeal: try Self.appeal(&reader), ledger: try Self.ledger(&reader),
            stars: try Self.stars(&reader), checklists: try Self.checklists(&reader), support: try Self.support(&reader)
        )
    }

    private static func admission(_ reader: inout RulebookReader) throws(ConfigurationError) -> Admission {
        let section = try reader.section(
            "admission", keys: ["age_limit", "education", "grid_worker", "lives_in_village", "uses_devices"])
        return Admission(
            ageLimit: try section.integer("age_limit", in: 19...100), education: try section.choice("education"),
            gridWorker: try section.choice("grid_worker"), livesInVillage: try section.flag("lives_in_village"),
            usesDevices: try section.flag("uses_devices"))
    }

    private static func appointment(_ reader: inout RulebookReader) throws(ConfigurationError) -> [AppointmentStep] {
        let section = try reader.section("appointment", keys: ["steps"])
        var steps: [AppointmentStep] = []
        for name in try section.texts("steps") {
            guard let step = AppointmentStep(rawValue: name) else {
                let all = AppointmentStep.allCases.map(\.rawValue).joined(separator: ", ")
                throw section.error("steps", .value(name, expected: all))
            }
            steps.append(step)
        }
        guard steps.contains(.appointment) else {
            throw section.error("steps", .value(try section.value("steps").text, expected: "…, appointment"))
        }
        return steps
    }

    /// For each unit a list such as `["window-clerk 2"]`; an empty list where nobody is asked for.
    private static func staffing(_ reader: inout RulebookReader) throws(ConfigurationError) -> [StaffingRequirement] {
        let section = try reader.section("staffing", keys: StaffingRequirement.Unit.allCases.map(\.rawValue))
        var requirements: [StaffingRequirement] = []
        for unit in StaffingRequirement.Unit.allCases {
            for text in try section.texts(unit.rawValue, mayBeEmpty: true) {
                let parts = text.split(separator: " ").map(String.init)
                guard parts.count == 2, let post = StaffPost(rawValue: parts[0]), let least = Int(parts[1]),
                    (1...1_000).contains(least)
                else {
                    let posts = StaffPost.allCases.map(\.rawValue).joined(separator: ", ")
                    throw section.error(unit.rawValue, .value(text, expected: "\"village-agent 1\" (\(posts))"))
                }
                guard !requirements.contains(where: { $0.unit == unit && $0.post == post }) else {
                    throw section.error(unit.rawValue, .contradiction("\(post.rawValue), \(text)"))
                }
                requirements.append(StaffingRequirement(unit: unit, post: post, least: least))
            }
        }
        return requirements
    }

    private static func duty(_ reader: inout RulebookReader) throws(ConfigurationError) -> Duty {
        let summer = try reader.section("duty.summer", keys: ["from", "to", "sessions"])
        let winter = try reader.section("duty.winter", keys: ["sessions"])
        let days = try reader.section("duty.days", keys: ["on_make_up_workdays"])
        let from = try summer.yearDay("from")
        let to = try summer.yearDay("to")
        // A summer that runs over New Year's Eve is a winter.
        guard (from.month, from.day) < (to.month, to.day) else {
            let dates = "from = \"\(try summer.text("from"))\", to = \"\(try summer.text("to"))\""
            throw summer.error("to", .contradiction(dates))
        }
        return Duty(
            summer: try summer.sessions("sessions"), winter: try winter.sessions("sessions"), summerFrom: from,
            summerTo: to, onMakeUpWorkdays: try days.flag("on_make_up_workdays"), checks: try checks(&reader),
            pins: try pins(&reader))
    }

    private static func checks(_ reader: inout RulebookReader) throws(ConfigurationError) -> Duty.Checks {
        let section = try reader.section("duty.checks", keys: ["opens_minutes", "late_minutes", "early_minutes"])
        return Duty.Checks(
            opensBefore: try section.integer("opens_minutes", in: 0...240),
            lateAfter: try section.integer("late_minutes", in: 0...120),
            earlyBefore: try section.integer("early_minutes", in: 0...120))
    }

    private static func pins(_ reader: inout RulebookReader) throws(ConfigurationError) -> Duty.PINs {
        let section = try reader.section(
            "duty.pins", keys: ["digits", "pause_after", "pause_seconds", "lock_after"])
        let rules = Duty.PINs(
            digits: try section.integer("digits", in: 4...PIN.most),
            pauseAfter: try section.integer("pause_after", in: 1...20),
            pauseSeconds: try section.integer("pause_seconds", in: 1...3_600),
            lockAfter: try section.integer("lock_after", in: 2...100))
        guard rules.pauseAfter < rules.lockAfter else {
            throw section.error(
                "lock_after", .contradiction("pause_after = \(rules.pauseAfter), lock_after = \(rules.lockAfter)"))
        }
        return rules
    }

    private static func replacement(_ reader: inout RulebookReader) throws(ConfigurationError) -> Replacement {
        let section = try reader.section(
            "replacement", keys: ["idle_months", "overdue", "complaints", "combine", "on_fraud"])
        return Replacement(
            idleMonths: try section.integer("idle_months", in: 1...24),
            overdue: try section.integer("overdue", in: 1...1_000),
            complaints: try section.integer("complaints", in: 1...1_000),
            combination: try section.choice("combine"), onFraud: try section.flag("on_fraud"))
    }

    private enum DismissalKind: String, CaseIterable {
        case counting, none
    }

    private enum WindowName: String, CaseIterable {
        case tenure, year
        case rollingMonths = "rolling-months"
    }

    private static func dismissal(_ reader: inout RulebookReader) throws(ConfigurationError) -> Dismissal? {
        let section = try reader.section("dismissal", keys: ["kind"], optional: ["count", "window", "months"])
        let kind: DismissalKind = try section.choice("kind")
        let isCounting = kind == .counting
        try section.demand(["count", "window"], when: isCounting, by: "kind = \"\(kind.rawValue)\"")
        guard isCounting else {
            try section.demand(["months"], when: false, by: "kind = \"\(kind.rawValue)\"")
            return nil
        }
        let name: WindowName = try section.choice("window")
        try section.demand(["months"], when: name == .rollingMonths, by: "window = \"\(name.rawValue)\"")
        let window: Dismissal.Window =
            switch name {
            case .tenure: .tenure
            case .year: .year
            case .rollingMonths: .rollingMonths(try section.integer("months", in: 1...120))
            }
        return Dismissal(count: try section.integer("count", in: 1...100), window: window)
    }

    private enum AllowanceKind: String, CaseIterable {
        case yearly, none
    }

    /// Fen a village and year.
    private static func allowance(_ reader: inout RulebookReader) throws(ConfigurationError) -> Int? {
        let section = try reader.section("allowance", keys: ["kind"], optional: ["yuan_per_village"])
        let kind: AllowanceKind = try section.choice("kind")
        try section.demand(["yuan_per_village"], when: kind == .yearly, by: "kind = \"\(kind.rawValue)\"")
        switch kind {
        case .yearly: return try section.integer("yuan_per_village", in: 1...1_000_000) * 100
        case .none: return nil
        }
    }

    /// How parts of a year and of a month are reckoned: also where the amounts are decided by the centre alone.
    private static func allowanceRule(_ reader: inout RulebookReader) throws(ConfigurationError) -> AllowanceRule {
        let section = try reader.section("allowance-parts", keys: ["remainder", "part_month"])
        return AllowanceRule(
            remainder: try section.choice("remainder"), partMonth: try section.choice("part_month"))
    }

    private enum DeductionKind: String, CaseIterable {
        case monthly, none
    }

    private static func deductions(
        _ reader: inout RulebookReader, from allowance: Int?
    ) throws(ConfigurationError) -> Deductions? {
        let facts = [
            "refused_to_accept_yuan", "missed_training_yuan", "not_at_post_yuan", "late_summary_yuan",
            "incomplete_ledger_yuan",
        ]
        let section = try reader.section("deductions", keys: ["kind"], optional: facts)
        let kind: DeductionKind = try section.choice("kind")
        try section.demand(facts, when: kind == .monthly, by: "kind = \"\(kind.rawValue)\"")
        guard kind == .monthly else { return nil }
        guard allowance != nil else {
            throw section.error("kind", .contradiction("deductions.kind = \"monthly\", allowance.kind = \"none\""))
        }
        func fen(_ key: String) throws(ConfigurationError) -> Int { try section.integer(key, in: 0...10_000) * 100 }
        return Deductions(
            refusedToAccept: try fen(facts[0]), missedTraining: try fen(facts[1]), notAtPost: try fen(facts[2]),
            lateSummary: try fen(facts[3]), incompleteLedger: try fen(facts[4]))
    }

    private enum SummaryKind: String, CaseIterable {
        case monthly, none
    }

    private static func summary(_ reader: inout RulebookReader) throws(ConfigurationError) -> MonthlySummary? {
        let keys = ["days_after_month_end", "when_empty"]
        let section = try reader.section("summary", keys: ["kind"], optional: keys)
        let kind: SummaryKind = try section.choice("kind")
        try section.demand(keys, when: kind == .monthly, by: "kind = \"\(kind.rawValue)\"")
        guard kind == .monthly else { return nil }
        return MonthlySummary(
            daysAfterMonthEnd: try section.integer("days_after_month_end", in: 0...31),
            whenEmpty: try section.flag("when_empty"))
    }

    private static func training(_ reader: inout RulebookReader) throws(ConfigurationError) -> Training {
        let section = try reader.section("training", keys: ["by_county", "by_township"])
        return Training(
            byCounty: try section.integer("by_county", in: 0...366),
            byTownship: try section.integer("by_township", in: 0...366))
    }

    private static func appeal(_ reader: inout RulebookReader) throws(ConfigurationError) -> Appeals {
        let section = try reader.section("appeal", keys: ["days"])
        return Appeals(days: try section.integer("days", in: 1...365))
    }

    private static func ledger(_ reader: inout RulebookReader) throws(ConfigurationError) -> LedgerRules {
        let section = try reader.section("ledger", keys: ["fields"])
        var fields: [LedgerField] = []
        for name in try section.texts("fields") {
            guard let field = LedgerField(rawValue: name) else {
                let all = LedgerField.allCases.map(\.rawValue).joined(separator: ", ")
                throw section.error("fields", .value(name, expected: all))
            }
            fields.append(field)
        }
        return LedgerRules(fields: fields)
    }

    private enum StarsKind: String, CaseIterable {
        case levels, none
    }

    private static func stars(_ reader: inout RulebookReader) throws(ConfigurationError) -> Stars? {
        let section = try reader.section("stars", keys: ["kind"], optional: ["levels", "plaque_from", "least_percent"])
        let kind: StarsKind = try section.choice("kind")
        try section.demand(
            ["levels", "plaque_from", "least_percent"], when: kind == .levels, by: "kind = \"\(kind.rawValue)\"")
        guard kind == .levels else { return nil }
        let levels = try section.texts("levels")
        let plaque = try section.text("plaque_from")
        guard levels.contains(plaque) else {
            throw section.error("plaque_from", .value(plaque, expected: levels.joined(separator: ", ")))
        }
        let percents = try section.integers("least_percent", in: 0...100)
        // One for each level; the lowest is everybody's.
        guard percents.count == levels.count, percents.first == 0, percents == percents.sorted() else {
            let text = try section.value("least_percent").text
            throw section.error("least_percent", .value(text, expected: "[0, …, 100] (\(levels.count))"))
        }
        return Stars(levels: levels, plaqueFrom: plaque, leastPercent: percents)
    }

    private static func checklists(_ reader: inout RulebookReader) throws(ConfigurationError) -> Checklists {
        let point = try reader.section("checklists.village-point", keys: ["items"])
        let centre = try reader.section("checklists.centre", keys: ["items"])
        let hall = try reader.section("checklists.hall", keys: ["square_metres"])
        let leader = try reader.section("checklists.leader", keys: ["times_a_month"])
        return Checklists(
            villagePoint: try point.texts("items"), centre: try centre.texts("items"),
            hall: try hall.integer("square_metres", in: 0...100_000),
            leaderOnSite: try leader.integer("times_a_month", in: 0...31))
    }

    /// Only how the three weigh against each other matters; 0 leaves one out.
    private static func support(_ reader: inout RulebookReader) throws(ConfigurationError) -> SupportShares {
        let section = try reader.section("support", keys: ["size", "distance", "performance"])
        return SupportShares(
            size: try section.integer("size", in: 0...100), distance: try section.integer("distance", in: 0...100),
            performance: try section.integer("performance", in: 0...100))
    }
}
