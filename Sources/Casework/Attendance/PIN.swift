/// The number by which somebody proves at the door to be the one whose staff number they typed.
///
/// A short number is soon tried out: what protects it is that wrong tries are slowed and then locked, and that what is kept
/// of it takes long to compute. Neither the number nor anything that it could be found from quickly is in the journal.
public struct PIN: Hashable, Sendable {
    public enum Fault: Error, Hashable, Sendable {
        case notDigits
        case length(least: Int, most: Int)
        /// The same digit throughout, or digits that count up or down.
        case tooSimple
        /// The digits of the staff number.
        case isStaffNumber
    }

    /// ASCII digits.
    public let digits: String

    public static let most = 12

    /// - Throws: ``Fault``. Digits of full width count as their own.
    public init(_ text: String, of number: String, rules: AgentRules.Duty.PINs) throws(Fault) {
        let digits = Self.plain(text)
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .notDigits }
        guard (rules.digits...Self.most).contains(digits.utf8.count) else {
            throw .length(least: rules.digits, most: Self.most)
        }
        let steps = zip(digits.utf8, digits.utf8.dropFirst()).map { Int($1) - Int($0) }
        if Set(steps).count <= 1, (-1...1).contains(steps.first ?? 0) { throw .tooSimple }
        let own = number.filter(\.isNumber)
        if !own.isEmpty, String(digits.drop { $0 == "0" }) == String(own.drop { $0 == "0" }) {
            throw .isStaffNumber
        }
        self.digits = digits
    }

    /// What was typed to be compared: blanks away, digits of full width as plain ones.
    public static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.compactMap { scalar in
                    switch scalar.value {
                    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
                    case 0x20, 0x3000: nil
                    default: scalar
                    }
                }))
    }
}

/// A PIN was set. The digest binds the journal to what is kept beside it, and tells nothing of the PIN: what it is made of
/// holds a random salt that is not in the journal.
public struct PINSet: Hashable, Codable, Sendable {
    /// SHA-256 of the kept record, in hexadecimal.
    public var digest: String

    public init(digest: String) { self.digest = digest }
}

/// Too many wrong tries: the number opens nothing any more until a supervisor unlocks it.
public struct PINLocked: Hashable, Codable, Sendable {
    /// How many.
    public var tries: Int
    public var source: AttendanceSource

    public init(tries: Int, source: AttendanceSource) {
        self.tries = tries
        self.source = source
    }
}

/// How a person's PIN stands, as far as the journal tells.
public struct PINStanding: Hashable, Codable, Sendable {
    public var digest: String
    public var setAt: Instant
    /// Since when it is locked; absent when it is not.
    public var lockedAt: Instant?

    public init(digest: String, setAt: Instant, lockedAt: Instant? = nil) {
        self.digest = digest
        self.setAt = setAt
        self.lockedAt = lockedAt
    }
}

/// The wrong tries since the last right one.
public struct PINTries: Hashable, Sendable {
    public var count: Int
    public var last: Instant

    public init(count: Int, last: Instant) {
        self.count = count
        self.last = last
    }

    /// Until when nothing more may be tried: the pause doubles with every wrong try. A clock that was set back makes
    /// nobody wait longer than the pause.
    public func pause(at now: Instant, rules: AgentRules.Duty.PINs) -> Instant? {
        guard count >= rules.pauseAfter else { return nil }
        let doublings = min(count - rules.pauseAfter, 10)
        let until = last.advanced(seconds: rules.pauseSeconds << doublings)
        return last <= now && now < until ? until : nil
    }

    /// Whether one more wrong try locks the number.
    public func locks(_ rules: AgentRules.Duty.PINs) -> Bool { count + 1 >= rules.lockAfter }
}
