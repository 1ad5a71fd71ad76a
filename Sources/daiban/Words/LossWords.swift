import CaseStore

/// What goes when the tables are made anew from a journal that is not whole: what a director should know before, and tell
/// the applicants afterwards.
struct LossWords {
    let lost: LostCases?

    init(_ lost: LostCases?) { self.lost = lost }

    var chinese: String {
        guard let lost else { return "因此没有了的办件读不出来，列不出编号；这些编号可能再给别的件" }
        guard !lost.isEmpty else { return "没有办件因此没有了" }
        var parts: [String] = []
        if !lost.cases.isEmpty {
            let told = Self.told(lost.cases, "、", more: "……")
            parts.append("记录里没有登记这一步、因此没有了的 \(lost.cases.count) 件：\(told)。这些编号不再给别的件；请按回执告知当事人")
        }
        if !lost.shortened.isEmpty {
            let told = Self.told(lost.shortened, "、", more: "……")
            parts.append("少了最后几步的 \(lost.shortened.count) 件：\(told)")
        }
        return parts.joined(separator: "。")
    }

    var english: String {
        guard let lost else {
            return "the cases that go with it cannot be read and listed; their numbers may be given out again"
        }
        guard !lost.isEmpty else { return "no case goes with it" }
        var parts: [String] = []
        if !lost.cases.isEmpty {
            let told = Self.told(lost.cases, ", ", more: ", …")
            parts.append(
                "cases that go, since the journal does not tell how they began: \(lost.cases.count): \(told). Their numbers are given to no other case; tell their applicants by the receipts"
            )
        }
        if !lost.shortened.isEmpty {
            let told = Self.told(lost.shortened, ", ", more: ", …")
            parts.append("cases that lose their last steps: \(lost.shortened.count): \(told)")
        }
        return parts.joined(separator: ". ")
    }

    /// More stand in the list.
    private static let numbersTold = 20

    private static func told(_ cases: [LostCase], _ between: String, more: String) -> String {
        cases.prefix(numbersTold).map(\.number).joined(separator: between) + (cases.count > numbersTold ? more : "")
    }
}
