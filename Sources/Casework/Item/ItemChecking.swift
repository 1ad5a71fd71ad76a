/// How many items a list has, beside how many it should have (平政办发〔2024〕14号 二(一)2: 70 for a town, 40 for a
/// village; what counts in a county is its rulebook's to say).
public struct ItemCount: Hashable, Sendable {
    public var level: ItemLevel
    public var found: Int
    /// `nil` when nothing is expected.
    public var expected: Int?

    public init(level: ItemLevel, found: Int, expected: Int?) {
        self.level = level
        self.found = found
        self.expected = expected
    }

    public var isRight: Bool { expected.map { $0 == found } ?? true }

    /// Items that are missing, or, below zero, too many.
    public var missing: Int { expected.map { $0 - found } ?? 0 }
}

extension ItemCatalogue {
    /// The lists, one after the other, with their counts.
    public func counts(expected: [ItemLevel: Int]) -> [ItemCount] {
        ItemLevel.allCases.map { ItemCount(level: $0, found: list($0).count, expected: expected[$0]) }
    }

    /// How many items of a list do not say what has to be open to everybody, by field; fields that all items say are
    /// left out.
    public func publicGaps(_ level: ItemLevel) -> [(field: ItemField, items: Int)] {
        let gaps = list(level).map { Set($0.item.publicGaps) }
        return ItemField.allCases.map { field in (field, gaps.count { $0.contains(field) }) }.filter { $0.1 > 0 }
    }
}

extension ServiceItem {
    /// What has to be open to everybody and this item does not say: conditions, steps, limits, legal basis
    /// (平政办发〔2024〕14号 二(一)1(3)), and materials and the office in charge (建政发〔2022〕33号 三2).
    public var publicGaps: [ItemField] {
        let says: [(ItemField, Bool)] = [
            (.department, department != nil), (.promisedDays, hasLimit), (.condition, condition != nil),
            (.materials, !materials.isEmpty), (.stages, !stages.isEmpty), (.legalBasis, legalBasis != nil),
        ]
        return says.filter { !$1 }.map(\.0)
    }

    /// What the guide of the item still lacks: materials, time, how to fill, a sample (内放办〔2022〕3号 三).
    public var guideGaps: [ItemField] {
        let says: [(ItemField, Bool)] = [
            (.materials, !materials.isEmpty), (.time, guide.time != nil), (.filling, guide.filling != nil),
            (.sample, guide.sample != nil),
        ]
        return says.filter { !$1 }.map(\.0)
    }

    /// Whether somebody who reads the item learns how long it takes; an instant one ends the same day.
    private var hasLimit: Bool { kind == .instant || promisedDays != nil || promise != nil || legalLimit != nil }
}
