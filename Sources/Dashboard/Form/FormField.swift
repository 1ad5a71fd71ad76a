import TerminalKit

/// One field of a form: what it is called, what is in it, and what is wrong with that.
public struct FormField: Hashable, Identifiable, Sendable {
    public enum Content: Hashable, Sendable {
        case text(TextField)
        case choice(FormChoice)
        case search(FormSearch)
        case toggles(FormToggles)
    }

    public let id: FieldID
    public let label: Message
    public var content: Content
    /// What stands in an empty text field.
    public var placeholder: Message?
    /// Not asked under the present circumstances: neither shown nor checked.
    public var isHidden = false
    /// What is wrong with the value.
    public var fault: Message?
    /// What the value tells, to be compared with the paper on the counter.
    public var remark: Message?

    public init(_ id: FieldID, _ label: Message, _ content: Content, placeholder: Message? = nil) {
        self.id = id
        self.label = label
        self.content = content
        self.placeholder = placeholder
    }

    public var value: FormValue {
        switch content {
        case .text(let field): .text(field.text)
        case .choice(let choice): .one(choice.selected)
        case .search(let search): .text(search.text)
        case .toggles(let toggles): .several(toggles.inOrder)
        }
    }

    /// Takes over a value that fits the kind of the field; another one is left alone.
    mutating func restore(_ value: FormValue) {
        switch (content, value) {
        case (.text(var field), .text(let text)):
            field.replace(with: text)
            content = .text(field)
        case (.search(var search), .text(let text)):
            search.restore(text)
            content = .search(search)
        case (.choice(var choice), .one(let id)):
            choice.select(id)
            content = .choice(choice)
        case (.toggles(var toggles), .several(let ids)):
            toggles.select(ids)
            content = .toggles(toggles)
        case (.text, _), (.search, _), (.choice, _), (.toggles, _):
            break
        }
    }

    /// - Returns: whether the field had a use for the key.
    mutating func handle(_ press: KeyPress) -> Bool {
        switch content {
        case .text(var field):
            guard field.handle(press) else { return false }
            content = .text(field)
        case .choice(var choice):
            guard choice.handle(press) else { return false }
            content = .choice(choice)
        case .search(var search):
            guard search.handle(press) else { return false }
            content = .search(search)
        case .toggles(var toggles):
            guard toggles.handle(press) else { return false }
            content = .toggles(toggles)
        }
        return true
    }

    /// Pasted text goes into texts only; it never chooses anything.
    mutating func insert(_ pasted: String) {
        switch content {
        case .text(var field):
            field.insert(pasted)
            content = .text(field)
        case .search(var search):
            search.insert(pasted)
            content = .search(search)
        case .choice, .toggles:
            break
        }
    }

    /// The person leaves the field.
    mutating func settle() {
        guard case .search(var search) = content else { return }
        search.settle()
        content = .search(search)
    }
}
