/// One record that exchanges entries by file: the township's, or that of a village without a line.
public struct RelaySite: Hashable, Codable, Sendable {
    /// 16 hexadecimal digits, drawn when the site introduces itself. A village that begins anew is another site.
    public var id: String
    /// The centre's name, or the village's.
    public var name: String
    /// `nil` for the township.
    public var village: String?
    /// The letters in the numbers of cases that the site registers, such as `B` in `YX261120-B0031`; `nil` for the
    /// township, and before the township has given them.
    public var mark: String?
    /// The Ed25519 key by which its bundles are known, base64 of 32 bytes.
    public var signingKey: String
    /// The X25519 key that bundles for it are sealed with, base64 of 32 bytes.
    public var sealingKey: String

    public init(
        id: String, name: String, village: String?, mark: String? = nil, signingKey: String, sealingKey: String
    ) {
        self.id = id
        self.name = name
        self.village = village
        self.mark = mark
        self.signingKey = signingKey
        self.sealingKey = sealingKey
    }

    public var isTownship: Bool { village == nil }

    /// The first of A … Z, AA, AB, … that is in nobody's hands.
    ///
    /// Marks are letters, so that no number of a village can be one of the township, whose numbers go on with digits.
    public static func freeMark(besides taken: Set<String>) -> String {
        var count = 0
        while true {
            var letters = ""
            var rest = count
            repeat {
                letters = "\(Character(Unicode.Scalar(UInt8(65 + rest % 26))))" + letters
                rest = rest / 26 - 1
            } while rest >= 0
            if !taken.contains(letters) { return letters }
            count += 1
        }
    }
}

/// What can be done about the exchange by file, and who may do it.
public enum RelayAction: String, Hashable, CaseIterable, Sendable {
    /// Making, or renewing, the keys of this record.
    case introduce
    /// Taking a partner's keys for good, and not any more.
    case admit, revoke
    case export
    case `import`
    case settle
}

extension Role {
    /// The one table of who may do what about the exchange by file.
    ///
    /// In a village there is often nobody but the agent; whom the township trusts, and what becomes of an entry that
    /// did not fit, is said by those who review.
    public func may(_ action: RelayAction, atVillage: Bool) -> Bool {
        switch self {
        case .reviewer, .director: true
        case .agent, .windowClerk:
            switch action {
            case .export, .import: true
            case .introduce, .admit: atVillage
            case .revoke, .settle: false
            }
        case .collector, .bankAuxiliary, .departmentLiaison, .supervisor, .countyOffice: false
        }
    }
}
