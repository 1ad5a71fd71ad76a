/// Reads rulebooks, strictly: every key must be there, no key may be unknown, every value must make sense beside the
/// others, and every heading must name its clause.
extension Rulebook {
    /// Reads a rulebook, with what a centre set differently.
    ///
    /// - Parameters:
    ///   - source: the file as the person named it.
    /// - Throws: ``ConfigurationError`` with file, line and key; what is wrong only because of an override is reported
    ///   at the override's own place.
    public init(
        toml text: String, source: String, overriding overrides: [RulebookOverride] = []
    ) throws(ConfigurationError) {
        let document = try TOMLDocument(text, source: source)
        guard case .table(let root) = RulebookValue(document.root) else {
            throw ConfigurationError(source: source, problem: .unreadable("TOML"))
        }
        var reader = RulebookReader(source: source, text: text, root: root, reasons: [:])
        self = try Self.read(&reader)
        guard !overrides.isEmpty else { return }
        var changed = root
        var reasons: [String: String] = [:]
        for one in overrides {
            try Self.check(one, known: reader)
            guard reasons.updateValue(one.reason, forKey: one.key) == nil else {
                throw one.error(one.key, .contradiction("key = \"\(one.key)\", key = \"\(one.key)\""))
            }
            changed = one.apply(to: changed)
        }
        var second = RulebookReader(source: source, text: text, root: changed, reasons: reasons)
        do {
            self = try Self.read(&second)
        } catch {
            throw Self.blame(error, overrides)
        }
    }

    /// An override names a setting that a rulebook may have, or a heading with all its settings, and has a reason.
    private static func check(_ one: RulebookOverride, known: RulebookReader) throws(ConfigurationError) {
        guard !one.reason.allSatisfy(\.isWhitespace) else { throw one.error("reason", .missingKey) }
        if known.sections.contains(one.key) {
            guard case .table(let settings) = one.value else {
                throw one.error(one.key, .value(one.value.text, expected: "{ … }"))
            }
            for key in settings.keys.sorted() where !known.keys(of: one.key).contains(key) {
                throw one.error("\(one.key).\(key)", .unknownKey(allowed: known.keys(of: one.key)))
            }
            return
        }
        let section = one.key.split(separator: ".").dropLast().joined(separator: ".")
        guard known.sections.contains(section) else { throw one.error(one.key, .unknownKey(allowed: known.sections)) }
        let keys = known.keys(of: section)
        guard keys.contains(where: { "\(section).\($0)" == one.key }) else {
            throw one.error(one.key, .unknownKey(allowed: keys.map { "\(section).\($0)" }))
        }
    }

    /// The rulebook was sound before the overrides: the one at the place of the error, or beside it, is to blame.
    private static func blame(_ error: ConfigurationError, _ overrides: [RulebookOverride]) -> ConfigurationError {
        let path = error.key ?? ""
        let heading = path.split(separator: ".").dropLast().joined(separator: ".")
        let one =
            overrides.last { $0.key == path || $0.key == heading }
            ?? overrides.last { $0.key.hasPrefix(heading + ".") } ?? overrides.last
        return one?.error(error.key, error.problem) ?? error
    }

    private static func read(_ reader: inout RulebookReader) throws(ConfigurationError) -> Rulebook {
        let name = try reader.title("name")
        let title = try reader.bilingual("title")
        let clocks = try clocks(&reader)
        let review = try review(&reader)
        let guards = try guards(&reader)
        let urging = try reader.section("urging", keys: ["interval_minutes", "every_hours"])
        let rating = try reader.section("rating", keys: ["bad_at_most"])
        let rulebook = Rulebook(
            name: name, title: title, clocks: clocks, review: review, guards: guards,
            urgingInterval: try urging.integer("interval_minutes", in: 0...10_080),
            urgingPeriod: try urging.integer("every_hours", in: 1...720),
            badRating: try rating.integer("bad_at_most", in: 1...4), items: try items(&reader),
            agents: try AgentRules(&reader), entries: reader.entries)
        try reader.refuseOthers()
        return rulebook
    }

    private enum ReviewKind: String, CaseIterable {
        case gate, sample, none
    }

    private static func review(_ reader: inout RulebookReader) throws(ConfigurationError) -> Review {
        let section = try reader.section("review", keys: ["kind"], optional: ["percent"])
        let kind: ReviewKind = try section.choice("kind")
        try section.demand(["percent"], when: kind == .sample, by: "kind = \"\(kind.rawValue)\"")
        switch kind {
        case .gate: return .gate
        case .sample: return .sample(percent: try section.integer("percent", in: 1...99))
        case .none: return .none
        }
    }

    private static func guards(_ reader: inout RulebookReader) throws(ConfigurationError) -> Guards {
        func required(_ key: String, _ reader: inout RulebookReader) throws(ConfigurationError) -> Bool {
            try reader.section("guards.\(key)", keys: ["required"]).flag("required")
        }
        return Guards(
            authorisation: try required("authorisation", &reader), materials: try required("materials", &reader),
            lateReason: try required("late-reason", &reader), verification: try required("verification", &reader),
            signature: try required("signature", &reader))
    }

    private enum CountKind: String, CaseIterable {
        case counted, none
    }

    private static func items(_ reader: inout RulebookReader) throws(ConfigurationError) -> Items {
        let section = try reader.section("items.counts", keys: ["kind"], optional: ["township", "village"])
        let kind: CountKind = try section.choice("kind")
        try section.demand(["township", "village"], when: kind == .counted, by: "kind = \"\(kind.rawValue)\"")
        let counts: Items.Counts? =
            switch kind {
            case .none: nil
            case .counted:
                Items.Counts(
                    township: try section.integer("township", in: 1...10_000),
                    village: try section.integer("village", in: 1...10_000))
            }
        let areas = try reader.section("items.areas", keys: ["names"]).texts("names")
        return Items(counts: counts, areas: areas.map { ContentArea($0) })
    }
}
