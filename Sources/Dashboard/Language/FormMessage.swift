/// What every form says, whatever it is for.
public enum FormMessage: Hashable, Sendable {
    case required
    case optional
    case typeToFind
    case noSuchOption
    case noMatch
    /// Nothing in the list fits, and the text is taken as it is.
    case asTyped
    case more(Int)
    case faultsLeft(Int)
    case draftRestored(String)
    case draftsNotKept(String)
    /// What the keys do in a field of this kind.
    case hintText, hintSearch, hintChoice, hintToggles, hintButton
}

extension FormMessage {
    var chinese: String {
        switch self {
        case .required: "必填"
        case .optional: "可不填"
        case .typeToFind: "必填，输入几个字查找，↓ 看全部"
        case .noSuchOption: "清单里没有，请从清单中选一个"
        case .noMatch: "没有相符的"
        case .asTyped: "清单里没有；照所填的登记"
        case .more(let count): "还有 \(count) 个，接着输入可缩小"
        case .faultsLeft(let count): "没有送出：还有 \(count) 处要改"
        case .draftRestored(let when): "这是 \(when) 填了没有送出的内容；^X 清空重填"
        case .draftsNotKept(let detail): "草稿没有存下，断电会丢：\(SystemReason.chinese(detail))"
        case .hintText: "Enter 下一项  Shift-Tab 上一项  ^S 送出  ^X 清空  Esc 留着离开"
        case .hintSearch: "↑↓ 挑选  Enter 选定  Shift-Tab 上一项  ^S 送出  Esc 留着离开"
        case .hintChoice: "←→ 或数字选择  Enter 下一项  ^S 送出  Esc 留着离开"
        case .hintToggles: "数字或空格勾选  ←→ 移动  Enter 下一项  ^S 送出  Esc 留着离开"
        case .hintButton: "Enter 送出  Shift-Tab 上一项  Esc 留着离开"
        }
    }

    var english: String {
        switch self {
        case .required: "required"
        case .optional: "may be left empty"
        case .typeToFind: "required; type to find, ↓ shows all"
        case .noSuchOption: "Not in the list; please choose one that is"
        case .noMatch: "Nothing matches"
        case .asTyped: "Not in the list; taken as typed"
        case .more(let count): "\(count) more; type on to narrow"
        case .faultsLeft(let count): "Not sent: \(count) to put right"
        case .draftRestored(let when): "Typed at \(when) and never sent; ^X clears it"
        case .draftsNotKept(let detail):
            "The draft could not be kept and would be lost: \(SystemReason.english(detail))"
        case .hintText: "Enter next  Shift-Tab back  ^S send  ^X clear  Esc leave, kept"
        case .hintSearch: "↑↓ choose  Enter take  Shift-Tab back  ^S send  Esc leave, kept"
        case .hintChoice: "←→ or digit chooses  Enter next  ^S send  Esc leave, kept"
        case .hintToggles: "digit or space ticks  ←→ move  Enter next  ^S send  Esc leave, kept"
        case .hintButton: "Enter sends  Shift-Tab back  Esc leave, kept"
        }
    }
}
