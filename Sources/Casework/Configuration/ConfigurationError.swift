/// What is wrong in a file that people write (rulebook, calendar, configuration, theme, import mapping), and where.
///
/// The words for people are made by whoever shows it; this type only carries the facts, so that the same error reads
/// well in both languages.
public struct ConfigurationError: Error, Hashable, Sendable {
    public enum Problem: Hashable, Sendable {
        /// Not TOML at all; the reader's own words.
        case syntax(String)
        case missingKey
        /// None of these is there, and one has to be.
        case missingOneOf([String])
        case unknownKey(allowed: [String])
        case value(String, expected: String)
        /// Two settings that cannot both be true.
        case contradiction(String)
        /// Days off and workdays that cannot be as they are stated.
        case calendar(CalendarProblem)
        case unreadable(String)
    }

    /// The file as the person named it.
    public var source: String
    /// 1-based, where it is known.
    public var line: Int?
    /// Dotted path, such as `clocks.acceptance.limit`.
    public var key: String?
    public var problem: Problem

    public init(source: String, line: Int? = nil, key: String? = nil, problem: Problem) {
        self.source = source
        self.line = line
        self.key = key
        self.problem = problem
    }
}
