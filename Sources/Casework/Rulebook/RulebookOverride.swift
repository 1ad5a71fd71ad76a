/// A setting of a rulebook that a centre set differently in its own configuration, with the reason that is shown wherever
/// the setting is explained.
public struct RulebookOverride: Hashable, Sendable {
    /// A setting such as `clocks.acceptance.limit`, or a whole heading such as `review`.
    public var key: String
    /// For a heading: a table with all its settings.
    public var value: RulebookValue
    public var reason: String
    /// The configuration file, as the person named it.
    public var source: String
    /// 1-based, where it is known.
    public var line: Int?

    public init(key: String, value: RulebookValue, reason: String, source: String, line: Int? = nil) {
        self.key = key
        self.value = value
        self.reason = reason
        self.source = source
        self.line = line
    }

    /// Reads one element of the list of overrides in a configuration file: `key`, `value`, `reason`.
    ///
    /// - Throws: ``ConfigurationError`` with the place in that file; an override without a reason is none.
    public init(_ section: TOMLSection) throws(ConfigurationError) {
        try section.refuseOthers(than: ["key", "value", "reason"])
        key = try section.string("key")
        guard let given = section.table["value"] else { throw section.error("value", .missingKey) }
        value = RulebookValue(given)
        reason = try section.string("reason")
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw section.error("reason", .value("\"\(reason)\"", expected: "\"…\""))
        }
        source = section.source
        line = section.error("key", .missingKey).line
    }

    func error(_ key: String?, _ problem: ConfigurationError.Problem) -> ConfigurationError {
        ConfigurationError(source: source, line: line, key: key, problem: problem)
    }

    /// Puts the value into a rulebook's tree.
    ///
    /// - Parameter keys: the settings that the heading may have; empty when `key` is a setting itself.
    func apply(to root: [String: RulebookValue]) -> [String: RulebookValue] {
        Self.put(value, at: key.split(separator: ".").map(String.init)[...], into: root)
    }

    private static func put(
        _ value: RulebookValue, at path: ArraySlice<String>, into table: [String: RulebookValue]
    ) -> [String: RulebookValue] {
        guard let part = path.first else { return table }
        var table = table
        let rest = path.dropFirst()
        let inner: [String: RulebookValue] = if case .table(let members)? = table[part] { members } else { [:] }
        if !rest.isEmpty {
            table[part] = .table(put(value, at: rest, into: inner))
        } else if case .table(let settings) = value {
            // A heading keeps its clause: the settings are the centre's, the duty that they fulfil is not.
            table[part] = .table(inner.filter { RulebookReader.common.contains($0.key) }.merging(settings) { $1 })
        } else {
            table[part] = value
        }
        return table
    }
}
