/// One setting of a rulebook as it can be shown, compared and cited: what it is set to, the clause it rests on, and, where
/// the document says nothing, who decided what and why.
public struct RulebookEntry: Hashable, Sendable {
    /// Dotted, such as `clocks.acceptance.limit`.
    public var path: String
    /// The heading it stands under, such as `clocks.acceptance`.
    public var section: String
    /// As the file has it, such as `24` or `non-working`.
    public var value: String
    /// Document and article.
    public var clause: String
    /// What was chosen and why, where the document leaves it open; a centre's reason, where the centre overrode it.
    public var decided: BilingualText?
    /// Whether the centre's own configuration put this value here.
    public var isOverridden: Bool

    public init(
        path: String, section: String, value: String, clause: String, decided: BilingualText?,
        isOverridden: Bool = false
    ) {
        self.path = path
        self.section = section
        self.value = value
        self.clause = clause
        self.decided = decided
        self.isOverridden = isOverridden
    }

    /// The last part of ``path``.
    public var key: String { String(path.dropFirst(section.isEmpty ? 0 : section.count + 1)) }
}

extension Rulebook {
    /// The entries that `path` names: one setting, or everything under a heading.
    public func entries(under path: String) -> [RulebookEntry] {
        entries.filter { $0.path == path || $0.path.hasPrefix(path + ".") }
    }

    /// One setting in which two rulebooks differ; `nil` where a rulebook does not have it.
    public struct Difference: Hashable, Sendable {
        public var path: String
        public var one: RulebookEntry?
        public var other: RulebookEntry?
    }

    /// The settings that differ in value, in the order of the rulebooks.
    public func differences(from other: Rulebook) -> [Difference] {
        var sections: [String] = []
        for entry in entries + other.entries where !sections.contains(entry.section) { sections.append(entry.section) }
        var paths: [String] = []
        for section in sections {
            for entry in entries + other.entries where entry.section == section && !paths.contains(entry.path) {
                paths.append(entry.path)
            }
        }
        return paths.compactMap { path in
            let one = entries.first { $0.path == path }
            let another = other.entries.first { $0.path == path }
            return one?.value == another?.value ? nil : Difference(path: path, one: one, other: another)
        }
    }
}
