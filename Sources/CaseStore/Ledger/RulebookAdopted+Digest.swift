import Casework
import Crypto
import Foundation

extension RulebookAdopted {
    /// Headings that came after rulebooks had been adopted, and on which nothing rests that is worked out later: what is decided
    /// by them is entered with its amounts. Of what was adopted before them the digest stays the same.
    private static let later: Set<String> = ["support"]

    /// What is adopted when `rulebook`, with the centre's `overrides` in it, is put in force.
    public init(_ rulebook: Rulebook, overrides: [RulebookOverride], reason: String) {
        let entries = rulebook.entries.filter { !Self.later.contains($0.section) }
        let settings = entries.map { "\($0.path)\u{0}\($0.value)\u{0}\($0.clause)\n" }.sorted().joined()
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
