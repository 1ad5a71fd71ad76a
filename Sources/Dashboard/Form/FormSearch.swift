import Casework
import TerminalKit

/// Finding one of many by typing a part of its name or code, or initials of pinyin.
///
/// What is typed narrows a list below the field; the arrows move in it, and leaving the field takes the marked one. The
/// list is open while nothing is taken.
public struct FormSearch: Hashable, Sendable {
    public private(set) var field: TextField
    public private(set) var options: [FormOption]
    /// The option that was taken.
    public private(set) var picked: String?
    /// The option that leaving the field would take.
    public private(set) var marked: String?
    /// Whether a text that is none of the options is taken as it is.
    public var takesOther: Bool
    /// The words of the options, for what is compared with the typed text.
    private let language: Language

    public init(_ options: [FormOption] = [], takesOther: Bool = false, language: Language, limit: Int? = nil) {
        field = TextField(limit: limit)
        self.options = options
        self.takesOther = takesOther
        self.language = language
    }

    public var text: String { field.text }

    /// The options that fit what is typed, in their own order; first what begins with it, the
    /// shortest first.
    public var matches: [FormOption] {
        let words = SearchWord.words(field.text)
        guard let first = words.first else { return options }
        let fitting = options.filter { option in
            let name = SearchedText(title(option))
            let detail = option.detail.map { SearchedText($0) }
            return words.allSatisfy { name.contains($0) || detail?.contains($0) == true }
        }
        func isFront(_ option: FormOption) -> Bool { SearchedText(title(option)).begins(with: first) }
        let front = fitting.filter(isFront).enumerated()
            .sorted { (title($0.element).count, $0.offset) < (title($1.element).count, $1.offset) }.map(\.element)
        return front + fitting.filter { !isFront($0) }
    }

    /// Whether the list is to be shown.
    public var isOpen: Bool { picked == nil && !options.isEmpty }

    func title(_ option: FormOption) -> String { option.title.text(language) }

    /// Other options, when they come from the store: what was typed or restored before is looked for among them.
    mutating func take(_ fresh: [FormOption], takesOther: Bool) {
        options = fresh
        self.takesOther = takesOther
        picked = options.first { title($0) == field.text }?.id
        if !matches.contains(where: { $0.id == marked }) { markFirst() }
    }

    mutating func restore(_ text: String) {
        field.replace(with: text)
        picked = options.first { title($0) == text }?.id
        markFirst()
    }

    mutating func handle(_ press: KeyPress) -> Bool {
        switch press.key {
        case .down: return isOpen && move(by: 1)
        case .up: return isOpen && move(by: -1)
        default:
            let before = field.text
            guard field.handle(press) else { return false }
            if field.text != before { hasChanged() }
            return true
        }
    }

    mutating func insert(_ pasted: String) {
        field.insert(pasted)
        hasChanged()
    }

    /// Leaving the field takes the marked option.
    mutating func settle() {
        guard picked == nil, let marked, let option = matches.first(where: { $0.id == marked }) else { return }
        picked = option.id
        self.marked = nil
        field.replace(with: title(option))
    }

    private mutating func hasChanged() {
        picked = nil
        markFirst()
        // The whole name is that name, not the first that begins like it.
        if let exact = options.first(where: { title($0) == field.text }) { marked = exact.id }
    }

    private mutating func markFirst() {
        marked = field.text.isEmpty || picked != nil ? nil : matches.first?.id
    }

    /// - Returns: `false` when the key should leave the field instead.
    private mutating func move(by distance: Int) -> Bool {
        let list = matches
        guard let place = list.firstIndex(where: { $0.id == marked }) else {
            guard distance > 0, let first = list.first else { return false }
            marked = first.id
            return true
        }
        let wanted = place + distance
        if wanted < 0 {
            // Above the first: nothing is marked, and the text stays what was typed.
            marked = nil
        } else if wanted < list.count {
            marked = list[wanted].id
        }
        return true
    }
}
