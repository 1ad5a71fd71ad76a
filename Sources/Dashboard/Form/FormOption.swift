/// The small parts of a form: the name of a field, words that come from the catalogue or from the record, and what can be
/// chosen.

/// The name of a field within its form; drafts keep values under it.
public struct FieldID: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
}

/// Words on a form: the program's own, or those of the record (a village, an item).
public enum FormText: Hashable, Sendable {
    case message(Message)
    case plain(String)

    public func text(_ language: Language) -> String {
        switch self {
        case .message(let message): message.text(language)
        case .plain(let text): text
        }
    }
}

/// Something that can be chosen.
public struct FormOption: Hashable, Identifiable, Sendable {
    public var id: String
    public var title: FormText
    /// Shown beside the title and searched like it, such as a code.
    public var detail: String?

    public init(_ id: String, _ title: FormText, detail: String? = nil) {
        self.id = id
        self.title = title
        self.detail = detail
    }
}

/// The value of a field without its widget: what a draft keeps.
public enum FormValue: Hashable, Codable, Sendable {
    case text(String)
    /// `nil` while nothing is chosen.
    case one(String?)
    case several([String])
}
