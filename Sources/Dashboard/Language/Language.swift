/// The two languages of the program and how one is chosen.
public enum Language: String, CaseIterable, Hashable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// The language of a POSIX locale environment: Chinese for `zh…`, English for any other named one, Chinese where
    /// nothing (or only `C`) is said.
    public init(environment: [String: String]) {
        let locale =
            ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let name = locale.prefix { $0 != "." && $0 != "@" }
        switch name {
        case "", "C", "POSIX": self = .chinese
        default: self = name.hasPrefix("zh") ? .chinese : .english
        }
    }
}
