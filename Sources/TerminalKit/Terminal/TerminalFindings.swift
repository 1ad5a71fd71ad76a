// What is known of the terminal in the end, and where each thing is known from: what it answered, what it is known for, what
// the environment says, what the person has set.

/// What a terminal can do, each with its source.
public struct TerminalFindings: Hashable, Sendable {
    public enum Source: Hashable, Sendable, CaseIterable {
        /// The terminal said so, or passed over the question.
        case answered
        /// A variable of the environment says so.
        case environment
        /// A terminal of this name is known for it.
        case known
        /// The person has set it.
        case configuration
        /// Nothing is known: the answer that is always right is taken.
        case unknown
    }

    public struct Finding<Value: Hashable & Sendable>: Hashable, Sendable {
        public let value: Value
        public let source: Source

        init(_ value: Value, _ source: Source) {
            self.value = value
            self.source = source
        }
    }

    /// Whether the terminal answered in time.
    public let hasAnswered: Bool
    /// Name and version as the terminal says them; else as the environment tells, at least `TERM`.
    public let name: Finding<String>
    public let colourDepth: Finding<ColourDepth>
    public let synchronizedOutput: Finding<Bool>
    public let horizontalMargins: Finding<Bool>
    public let repeating: Finding<Bool>
    public let kittyKeyboard: Finding<Bool>
    public let ambiguousWidth: Finding<AmbiguousWidth>

    /// Puts together what is known.
    ///
    /// - Parameter ambiguousWidth: What the person has set; nil leaves it to the terminal.
    public init(
        _ profile: TerminalProfile, answers: TerminalAnswers = TerminalAnswers(), ambiguousWidth: AmbiguousWidth? = nil
    ) {
        hasAnswered = answers.areComplete
        let known = answers.name.flatMap(KnownTerminal.named)
        name =
            answers.name.map { Finding($0, .answered) }
            ?? Finding(profile.known?.name ?? profile.termName, .environment)
        let isDeeper = known?.hasTruecolour == true && profile.colourDepth != .none
        colourDepth = isDeeper ? Finding(.truecolour, .known) : Finding(profile.colourDepth, .environment)
        let silence: Source =
            profile.questions == .plain ? .known : answers.areComplete ? .answered : .unknown
        func mode(_ number: Int) -> Finding<Bool> {
            answers.modes[number].map { Finding($0.isChangeable, .answered) } ?? Finding(false, silence)
        }
        synchronizedOutput = mode(2026)
        horizontalMargins = mode(69)
        kittyKeyboard = answers.hasKittyKeyboard ? Finding(true, .answered) : Finding(false, silence)
        // Only one that says its name: what only sets marks may be far behind something that passes on less (mosh).
        repeating = known.map { Finding($0.canRepeat, .known) } ?? Finding(false, .unknown)
        self.ambiguousWidth =
            ambiguousWidth.map { Finding($0, .configuration) } ?? answers.ambiguousWidth.map { Finding($0, .answered) }
            ?? profile.localeWidth.map { Finding($0, .environment) } ?? Finding(.narrow, .unknown)
    }

    /// The same for the frames.
    public var capabilities: TerminalCapabilities {
        TerminalCapabilities(
            colourDepth: colourDepth.value, hasSynchronizedOutput: synchronizedOutput.value,
            hasHorizontalMargins: horizontalMargins.value, canRepeat: repeating.value,
            hasKittyKeyboard: kittyKeyboard.value, ambiguousWidth: ambiguousWidth.value)
    }
}
