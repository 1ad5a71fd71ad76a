import TOMLKit

/// What stands behind a key of a rulebook, apart from the file it came from, so that a centre's overrides can take its
/// place before anything is read.
public indirect enum RulebookValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([RulebookValue])
    case table([String: RulebookValue])
    /// What no setting can be, such as a fraction, as it stands in the file.
    case other(String)

    public init(_ value: any TOMLValueConvertible) {
        if let text = value.string {
            self = .text(text)
        } else if let flag = value.bool {
            self = .flag(flag)
        } else if let number = value.int {
            self = .integer(number)
        } else if let array = value.array {
            var elements: [RulebookValue] = []
            for element in array { elements.append(RulebookValue(element)) }
            self = .list(elements)
        } else if let table = value.table {
            var members: [String: RulebookValue] = [:]
            for key in table.keys {
                if let inner = table[key] { members[key] = RulebookValue(inner) }
            }
            self = .table(members)
        } else {
            self = .other(value.debugDescription)
        }
    }

    /// For people: `24`, `non-working`, `09:00-11:30, 15:00-18:00`.
    public var text: String {
        switch self {
        case .text(let text), .other(let text): text
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let elements) where elements.isEmpty: "[]"
        case .list(let elements): elements.map(\.text).joined(separator: ", ")
        case .table(let members):
            members.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }.joined(separator: " ")
        }
    }
}
