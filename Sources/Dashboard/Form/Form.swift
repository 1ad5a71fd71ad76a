import TerminalKit

/// A form: several fields, one after the other, and a button that sends them.
///
/// A pure value that knows nothing of what it is for: keys go in, an outcome comes out, and whoever opened the form
/// decides what a value means and what is wrong with it (``FormPurpose``). Wrong fields keep their text.
///
///     var form = Form(title: .commandTitle(.newCase), submit: .form(.send), fields: [name, village])
///     switch form.handle(press) {
///     case .left(let field): …check it…
///     case .submitted: …check all, send…
///     }
public struct Form: Hashable, Sendable {
    /// What a key did.
    public enum Outcome: Hashable, Sendable {
        /// The form has no use for the key.
        case ignored
        case edited(FieldID)
        /// The person went on from this field, or from the button (`nil`).
        case left(FieldID?)
        case submitted
        /// Empty the form and begin anew.
        case cleared
        case cancelled
    }

    public let title: Message
    /// What stands on the button.
    public let submit: Message
    public internal(set) var fields: [FormField]
    /// The field that takes the keys; `nil` is the button.
    public private(set) var focus: FieldID?
    /// What the form is about, above its fields.
    public var heading: [FormText] = []
    /// What the person has to know before sending.
    public var warnings: [Message] = []
    /// Why it was not sent.
    public var problem: Message?
    /// Sent; the answer is awaited.
    public var isRecording = false

    public init(title: Message, submit: Message, fields: [FormField]) {
        self.title = title
        self.submit = submit
        self.fields = fields
        focus = fields.first { !$0.isHidden }?.id
    }

    public var visibleFields: [FormField] { fields.filter { !$0.isHidden } }

    public subscript(id: FieldID) -> FormField? { fields.first { $0.id == id } }

    /// Changes a field in place; an unknown name changes nothing.
    public mutating func change(_ id: FieldID, _ body: (inout FormField) -> Void) {
        guard let place = fields.firstIndex(where: { $0.id == id }) else { return }
        body(&fields[place])
    }

    // MARK: Values

    /// What stands in a text or search field.
    public func text(_ id: FieldID) -> String {
        guard case .text(let text) = self[id]?.value else { return "" }
        return text
    }

    /// What is chosen in a field of one choice.
    public func choice(_ id: FieldID) -> String? {
        guard case .one(let id) = self[id]?.value else { return nil }
        return id
    }

    /// What is chosen in a field of several, in the order of the options.
    public func choices(_ id: FieldID) -> [String] {
        guard case .several(let ids) = self[id]?.value else { return [] }
        return ids
    }

    /// The option that was taken in a search field; `nil` for a text of the person's own.
    public func pick(_ id: FieldID) -> String? {
        guard case .search(let search) = self[id]?.content else { return nil }
        return search.picked
    }

    public var values: [String: FormValue] {
        Dictionary(fields.map { ($0.id.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    public mutating func restore(_ values: [String: FormValue]) {
        for place in fields.indices {
            if let value = values[fields[place].id.rawValue] { fields[place].restore(value) }
        }
    }

    // MARK: Faults

    /// Shows what is wrong at each field, and goes to the first.
    public mutating func show(_ faults: [FieldID: Message]) {
        for place in fields.indices { fields[place].fault = faults[fields[place].id] }
        if let first = visibleFields.first(where: { $0.fault != nil }) { focus = first.id }
    }

    // MARK: Keys

    public mutating func handle(_ press: KeyPress) -> Outcome {
        let letter = press.modifiers.contains(.control) ? press.normalised.key : nil
        switch press.key {
        case .escape: return .cancelled
        case _ where letter == .character("s"):
            settle()
            return .submitted
        case _ where letter == .character("x"): return .cleared
        case .tab: return go(by: press.modifiers.contains(.shift) ? -1 : 1)
        case .enter: return focus == nil ? .submitted : go(by: 1)
        case .pageUp: return go(to: visibleFields.first?.id)
        case .pageDown: return go(to: nil)
        default: break
        }
        if let focus, let place = fields.firstIndex(where: { $0.id == focus }), fields[place].handle(press) {
            return .edited(focus)
        }
        switch press.key {
        case .up: return go(by: -1)
        case .down: return go(by: 1)
        default: return .ignored
        }
    }

    /// Pasted text goes where the caret is.
    public mutating func paste(_ text: String) -> Outcome {
        guard let focus else { return .ignored }
        change(focus) { $0.insert(text) }
        return .edited(focus)
    }

    private mutating func settle() {
        if let focus { change(focus) { $0.settle() } }
    }

    /// To the next or previous field; the button stands behind the last, and the first follows it.
    private mutating func go(by distance: Int) -> Outcome {
        let places: [FieldID?] = visibleFields.map(\.id) + [nil]
        let place = places.firstIndex(of: focus) ?? 0
        return go(to: places[(place + distance + places.count) % places.count])
    }

    private mutating func go(to place: FieldID?) -> Outcome {
        settle()
        let left = focus
        focus = place
        return .left(left)
    }
}
