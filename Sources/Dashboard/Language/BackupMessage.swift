/// What a desk says about the backups that are made beside it, and about one that took the record's place.
public enum BackupMessage: Hashable, Sendable {
    /// One was due and was not made; the words of the program that tried.
    case failed(String)
    /// One was made after some were not.
    case madeAgain

    // Another record in the place of the one before
    case replacedTitle, acknowledgeHint, lookingAtReplacement
    /// Nobody could ask the new record.
    case replacedUnknown
    /// No restore tells of it.
    case replacedByHand
    case restoredBy(String, account: String, at: String, file: String)
    /// No backup: what was damaged was made anew of the journal.
    case salvagedBy(String, account: String, at: String)
    case contentUntil(String, lost: Int64?)
    case oldRecordKept(String)
    case ownActionsMissing(Int), ownActionsThere
    /// The person at the desk does not serve there, or is another one.
    case unknownThere
    /// What became of what was open.
    case replacedClosed, salvagedClosed

    var chinese: String {
        switch self {
        case .failed(let detail): "定时备份没有做成：\(SystemReason.chinese(detail))（一刻钟后再试）"
        case .madeAgain: "定时备份又做成了"
        case .replacedTitle: "台账被换过了"
        case .acknowledgeHint: "Enter 看过了  ↑↓ 滚动"
        case .lookingAtReplacement: "台账换成了另一份，正在核对……"
        case .replacedUnknown: "台账换成了另一份，暂时读不出是怎么换的。按 Enter 再试，Ctrl-C 退出。"
        case .replacedByHand: "台账的文件被换成了另一份，其中没有“换回备份”的记载。请先问清是谁换的，看清现在的内容再办。"
        case .restoredBy(let who, let account, let at, let file):
            "\(at)，\(who)（本机账号 \(account)）用备份 \(file) 换回了台账。"
        case .salvagedBy(let who, let account, let at):
            "\(at)，\(who)（本机账号 \(account)）把损坏的数据库照办件记录在新文件里重做了。"
        case .contentUntil(let until, .some(let lost)) where lost > 0:
            "现在的内容只到 \(until)；换回时，那以后记下的 \(lost) 条都不在里面。"
        case .contentUntil(let until, _): "备份里的内容到 \(until) 为止。"
        case .oldRecordKept(let name): "原来的台账另存在 \(name)。"
        case .ownActionsMissing(let count): "您在本台面办过的，有 \(count) 项不在里面，请逐项核对、补办："
        case .ownActionsThere: "您在本台面办过的，都还在里面。"
        case .unknownThere: "换回的台账是别的中心的，或台账里没有您，或您的工号、姓名、角色不同：按 Enter 退出，请先补登人员，再以自己的工号打开台面。"
        case .replacedClosed: "没有办完的办理窗口已关闭，登记表和写下的文字还留着；换回以前的操作不能再撤回。"
        case .salvagedClosed: "没有办完的办理窗口已关闭，登记表和写下的文字还留着；重做以前的操作不能再撤回。"
        }
    }

    var english: String {
        switch self {
        case .failed(let detail): "scheduled backup failed: \(SystemReason.english(detail)) (again in 15 min)"
        case .madeAgain: "the scheduled backup is made again"
        case .replacedTitle: "The record was replaced"
        case .acknowledgeHint: "Enter I have read it  ↑↓ scroll"
        case .lookingAtReplacement: "Another record took the place of the one before; looking at it…"
        case .replacedUnknown:
            "Another record took the place of the one before; how cannot be read now. Enter tries again, Ctrl-C leaves."
        case .replacedByHand:
            "The file of the record was exchanged for another one, which tells of no restore. Ask who did it, and look again before you act."
        case .restoredBy(let who, let account, let at, let file):
            "\(at): \(who) (account \(account)) restored the record from the backup \(file)."
        case .salvagedBy(let who, let account, let at):
            "\(at): \(who) (account \(account)) made the damaged record anew in a new file, from the journal."
        case .contentUntil(let until, .some(let lost)) where lost > 0:
            "It goes up to \(until); entries made after that and not in it any more: \(lost)."
        case .contentUntil(let until, _): "The backup goes up to \(until)."
        case .oldRecordKept(let name): "The old record is kept as \(name)."
        case .ownActionsMissing(let count):
            "Of what you did at this desk, not in it any more: \(count). Check each and do it again:"
        case .ownActionsThere: "What you did at this desk is all in it."
        case .unknownThere:
            "The restored record is another centre's, or does not know you, or under another number, name or role: Enter leaves. Have yourself enrolled, then open the desk as yourself."
        case .replacedClosed:
            "Open actions are closed; the form and what you typed are kept. What was done before the restore cannot be undone any more."
        case .salvagedClosed:
            "Open actions are closed; the form and what you typed are kept. What was done before cannot be undone any more."
        }
    }
}
