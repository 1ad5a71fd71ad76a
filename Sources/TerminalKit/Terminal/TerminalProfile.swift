// What the environment says about the terminal. It is a hint, never asked of the terminal itself: TERM, COLORTERM, NO_COLOR,
// the marks that terminals leave and the locale, read once at start.

/// What a terminal can do, as far as the environment tells.
public struct TerminalProfile: Hashable, Sendable {
    /// The colours it shows.
    public var colourDepth: ColourDepth
    /// Whether the locale uses UTF-8.
    public var isUTF8: Bool
    /// The value of `TERM`.
    public var termName: String
    /// Whether the session comes over SSH, where bytes of one key may come apart.
    public var isRemote: Bool
    /// The kind of terminal by the marks it left in the environment.
    var known: KnownTerminal?
    /// The columns of ambiguous characters, where the locale names them.
    var localeWidth: AmbiguousWidth?

    public init(colourDepth: ColourDepth, isUTF8: Bool = true, termName: String, isRemote: Bool = false) {
        self.colourDepth = colourDepth
        self.isUTF8 = isUTF8
        self.termName = termName
        self.isRemote = isRemote
    }

    /// How long a lone ESC may wait for the rest of a sequence, in milliseconds: 50, over SSH 150.
    public var escapeDelay: Int { isRemote ? 150 : 50 }

    /// What it may be asked.
    var questions: TerminalQuestions { known?.questions ?? .all }

    /// Reads the environment.
    ///
    /// - Parameter isTerminal: Whether standard input and output are terminals.
    /// - Throws: `notATerminal`, `dumb` when `TERM` is "dumb", empty or not set, and `notUTF8` when the first set of `LC_ALL`,
    ///   `LC_CTYPE` and `LANG` (POSIX.1-2017, 8.2) does not name UTF-8.
    public static func detect(
        environment: [String: String], isTerminal: Bool
    ) throws(TerminalError) -> TerminalProfile {
        guard isTerminal else { throw .notATerminal }
        let term = environment["TERM"] ?? ""
        guard !term.isEmpty, term != "dumb" else { throw .dumb(term: term) }
        let locale = effectiveLocale(environment)
        guard namesUTF8(locale) else { throw .notUTF8(locale: locale) }
        let known = KnownTerminal.marked(environment)
        var profile = TerminalProfile(
            colourDepth: colourDepth(term: term, known: known, environment: environment),
            termName: term,
            isRemote: ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains { isSet($0, environment) }
        )
        profile.known = known
        profile.localeWidth = width(ofLocale: locale)
        return profile
    }

    private static func colourDepth(
        term: String, known: KnownTerminal?, environment: [String: String]
    ) -> ColourDepth {
        if isSet("NO_COLOR", environment) || term.hasSuffix("-mono") || term.hasSuffix("-m") { return .none }
        let colorterm = (environment["COLORTERM"] ?? "").lowercased()
        if colorterm == "truecolor" || colorterm == "24bit" || term.hasSuffix("-direct") { return .truecolour }
        if known?.hasTruecolour == true { return .truecolour }
        if holds(term, "256color") { return .indexed256 }
        return term == "vt100" || term == "vt220" ? .none : .sixteen
    }

    private static func effectiveLocale(_ environment: [String: String]) -> String {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            if let value = environment[name], !value.isEmpty { return value }
        }
        return ""
    }

    /// Whether the codeset of a locale name ("zh_CN.UTF-8@pinyin") is UTF-8, in any spelling.
    private static func namesUTF8(_ locale: String) -> Bool {
        let name = locale.prefix { $0 != "@" }.lowercased()
        return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
    }

    /// "zh_CN.UTF-8@cjkwide" and "…@cjknarrow", as Cygwin's library and mintty have them.
    private static func width(ofLocale locale: String) -> AmbiguousWidth? {
        switch locale.drop(while: { $0 != "@" }) {
        case "@cjkwide": .wide
        case "@cjknarrow": .narrow
        default: nil
        }
    }

    private static func isSet(_ name: String, _ environment: [String: String]) -> Bool {
        !(environment[name] ?? "").isEmpty
    }

    private static func holds(_ text: String, _ part: String) -> Bool {
        var rest = Substring(text)
        while !rest.isEmpty {
            if rest.hasPrefix(part) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
