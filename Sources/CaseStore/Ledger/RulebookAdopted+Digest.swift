import Casework
import Crypto
import Foundation

extension RulebookAdopted {
    /// What is adopted when `rulebook`, with the centre's `overrides` in it, is put in force.
    public init(_ rulebook: Rulebook, overrides: [RulebookOverride], reason: String) {
        let settings = rulebook.entries.map { "\($0.path)\u{0}\($0.value)\u{0}\($0.clause)\n" }.sorted().joined()
        self.init(
            name: rulebook.name, digest: SHA256.hash(data: Data(settings.utf8)).hexadecimal,
            overrides: overrides.map { override in
                let values = rulebook.entries(under: override.key).map { "\($0.path) = \($0.value)" }
                return Override(key: override.key, value: values.joined(separator: "; "), reason: override.reason)
            }, reason: reason)
    }

    /// Whether the same settings are meant, whoever adopted them and why.
    public func isSame(as other: RulebookAdopted) -> Bool {
        name == other.name && digest == other.digest && overrides == other.overrides
    }
}
