/// What a desk says about the backups that are made beside it.
public enum BackupMessage: Hashable, Sendable {
    /// One was due and was not made; the words of the program that tried.
    case failed(String)
    /// One was made after some were not.
    case madeAgain

    var chinese: String {
        switch self {
        case .failed(let detail): "定时备份没有做成：\(SystemReason.chinese(detail))（过一刻钟再试；可用 daiban doctor 查看）"
        case .madeAgain: "定时备份又做成了"
        }
    }

    var english: String {
        switch self {
        case .failed(let detail):
            "the scheduled backup failed: \(SystemReason.english(detail)) (tried again in 15 minutes; see daiban doctor)"
        case .madeAgain: "the scheduled backup is made again"
        }
    }
}
