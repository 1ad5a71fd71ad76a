import Dashboard

/// What `daiban outbox` and `daiban progress` say besides the words of the domain.
enum OutboxWords {
    case abstract, list, send, retry, drop, on, off, progress
    case optionState, optionSendLimit, optionIDs, optionAll, optionTexts, optionReceipt
    case columnID, columnKind, columnTo, columnState, columnTries, columnQueued, columnNext, columnDetail
    case applicant
    case isOn, isOff
    case sent(SendingSummary)
    case retried(Int)
    case dropped(Int)
    case noChannel(String?)
    /// Why a message was not sent, as it is kept.
    case detail(String)
    case receiptUnknown(String)

    /// What is kept of a message whose recipient has no number, or no command of their kind; scripts may look for it.
    static let noPhone = "no phone"
    static let noCommand = "no channel"

    var chinese: String {
        switch self {
        case .abstract: "发给申请人和代办员的消息"
        case .list: "列出消息"
        case .send: "把到时间的消息交给配置的命令发送（可由 cron 定时运行）"
        case .retry: "重新发送未发出或已放弃的消息"
        case .drop: "放弃还没有发出的消息"
        case .on: "从现在起发送消息"
        case .off: "从现在起不再产生消息"
        case .progress: "凭回执编号查进度（不显示任何个人资料）"
        case .optionState: "只列这些状态（可重复）：queued 待发、sent 已发、failed 未发出、given-up 已放弃"
        case .optionSendLimit: "这次最多发多少条"
        case .optionIDs: "消息号（可写多个）"
        case .optionAll: "全部未了的"
        case .optionTexts: "消息用哪种文字：zh 或 en"
        case .optionReceipt: "回执上的编号"
        case .columnID: "号"
        case .columnKind: "消息"
        case .columnTo: "发给"
        case .columnState: "状态"
        case .columnTries: "次数"
        case .columnQueued: "产生"
        case .columnNext: "下次"
        case .columnDetail: "原因"
        case .applicant: "申请人"
        case .isOn: "消息已开启；请在 config.toml 写好 [channel.…]，并定时运行 daiban outbox send"
        case .isOff: "本中心现在不产生消息（daiban outbox on 开启）"
        case .sent(let summary): "已发 \(summary.sent) 条，未发出 \(summary.failed) 条，放弃 \(summary.givenUp) 条"
        case .retried(let count): "\(count) 条将重新发送"
        case .dropped(let count): "已放弃 \(count) 条"
        case .detail(Self.noPhone): "没有登记电话"
        case .detail(Self.noCommand): "没有配置发送的命令"
        case .detail(let detail): SystemReason.chinese(detail)
        case .noChannel(let source): "\(source ?? "config.toml")：没有配置发送消息的命令，如 [channel.sms] command = \"…\""
        case .receiptUnknown(let number): "没有编号为 \(number) 的回执，请核对后再查"
        }
    }

    var english: String {
        switch self {
        case .abstract: "Messages to applicants and agents"
        case .list: "List messages"
        case .send: "Hand the messages whose time has come to the configured command (cron may do it)"
        case .retry: "Send failed or given-up messages again"
        case .drop: "Give up messages that are not sent yet"
        case .on: "Send messages from now on"
        case .off: "Make no more messages from now on"
        case .progress: "How a matter stands, by the number of its receipt (nothing personal is shown)"
        case .optionState: "Only these states (may be repeated): queued, sent, failed, given-up"
        case .optionSendLimit: "At most so many this time"
        case .optionIDs: "The numbers of messages"
        case .optionAll: "All that are not settled"
        case .optionTexts: "The language of messages: zh or en"
        case .optionReceipt: "The number on the receipt"
        case .columnID: "No."
        case .columnKind: "Message"
        case .columnTo: "To"
        case .columnState: "State"
        case .columnTries: "Tries"
        case .columnQueued: "Queued"
        case .columnNext: "Next"
        case .columnDetail: "Why"
        case .applicant: "applicant"
        case .isOn: "Messages are on; configure [channel.…] in config.toml and run daiban outbox send regularly"
        case .isOff: "This centre makes no messages now (daiban outbox on)"
        case .sent(let summary): "\(summary.sent) sent, \(summary.failed) failed, \(summary.givenUp) given up"
        case .retried(let count): "\(count) to be sent again"
        case .dropped(let count): "\(count) given up"
        case .detail(let detail): SystemReason.english(detail)
        case .noChannel(let source):
            "\(source ?? "config.toml"): no command sends messages: [channel.sms] command = \"…\""
        case .receiptUnknown(let number): "There is no receipt \(number); please check the number"
        }
    }
}
