/// What somebody wants of the lists of service items.
public enum ItemCommand: Hashable, Sendable {
    /// A new item, or a withdrawn one again.
    case list(ServiceItem)
    /// The item as it shall be, with the version that was seen; a higher one is taken over as the new number.
    case revise(ServiceItem)
    case withdraw(code: String, reason: String)
    /// The township takes an item of the county over (内放办〔2022〕3号 二).
    case claim(code: String)
    case giveBack(code: String, reason: String)
}

/// What happened to the lists of service items: facts that the journal keeps.
public enum ItemEvent: Hashable, Codable, Sendable {
    /// A new item; for a withdrawn code, its next version.
    case listed(ServiceItem)
    /// A new version.
    case revised(ServiceItem)
    case withdrawn(Ending)
    case claimed(Claim)
    case givenBack(Ending)

    /// The end of an item, or of a claim.
    public struct Ending: Hashable, Codable, Sendable {
        public var code: String
        public var reason: String

        public init(code: String, reason: String) {
            self.code = code
            self.reason = reason
        }
    }

    public struct Claim: Hashable, Codable, Sendable {
        public var code: String

        public init(code: String) { self.code = code }
    }

    public var code: String {
        switch self {
        case .listed(let item), .revised(let item): item.code
        case .withdrawn(let ending), .givenBack(let ending): ending.code
        case .claimed(let claim): claim.code
        }
    }
}
