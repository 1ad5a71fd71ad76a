import TerminalKit

/// Choosing one or several of a few things that are all on the screen: by arrows, by the blank bar, or by the digit of
/// their place.

/// One of a few.
public struct FormChoice: Hashable, Sendable {
    public let options: [FormOption]
    public private(set) var selected: String?

    /// - Parameter selected: `nil` when the person has to say.
    public init(_ options: [FormOption], selected: String? = nil) {
        self.options = options
        self.selected = selected
    }

    mutating func select(_ id: String?) {
        guard let id else {
            selected = nil
            return
        }
        if options.contains(where: { $0.id == id }) { selected = id }
    }

    mutating func handle(_ press: KeyPress) -> Bool {
        switch press.normalised.key {
        case .right, .character(" "): step(by: 1)
        case .left: step(by: -1)
        case .character(let character):
            guard let place = FormChoice.place(character), options.indices.contains(place) else { return false }
            selected = options[place].id
        default: return false
        }
        return true
    }

    private mutating func step(by distance: Int) {
        guard !options.isEmpty else { return }
        guard let place = options.firstIndex(where: { $0.id == selected }) else {
            selected = distance > 0 ? options.first?.id : options.last?.id
            return
        }
        selected = options[(place + distance + options.count) % options.count].id
    }

    /// The place that a digit means: `1` is the first.
    static func place(_ character: Character) -> Int? {
        guard ("1"..."9").contains(character), let digit = character.wholeNumberValue else { return nil }
        return digit - 1
    }
}

/// Any of a few.
public struct FormToggles: Hashable, Sendable {
    public let options: [FormOption]
    public private(set) var chosen: Set<String>
    /// The one that the blank bar means.
    public private(set) var cursor = 0

    public init(_ options: [FormOption], chosen: Set<String> = []) {
        self.options = options
        self.chosen = chosen
    }

    /// What is chosen, in the order of the options.
    public var inOrder: [String] { options.map(\.id).filter(chosen.contains) }

    mutating func select(_ ids: some Sequence<String>) {
        let known = Set(options.map(\.id))
        chosen = Set(ids).intersection(known)
    }

    mutating func handle(_ press: KeyPress) -> Bool {
        guard !options.isEmpty else { return false }
        switch press.normalised.key {
        case .right: cursor = (cursor + 1) % options.count
        case .left: cursor = (cursor + options.count - 1) % options.count
        case .character(" "): toggle(cursor)
        case .character(let character):
            guard let place = FormChoice.place(character), options.indices.contains(place) else { return false }
            cursor = place
            toggle(place)
        default: return false
        }
        return true
    }

    private mutating func toggle(_ place: Int) {
        chosen.formSymmetricDifference([options[place].id])
    }
}
