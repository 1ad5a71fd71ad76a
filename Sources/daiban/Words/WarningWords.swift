/// What `daiban warnings` says besides the words of the domain.
enum WarningWords {
    case abstract, optionRaise, optionSince, optionCircular
    case raised(Int)
    case columnTopic, columnMark

    var chinese: String {
        switch self {
        case .abstract: "预警：列出到了预警时间的在办件，或印出通报"
        case .optionRaise: "先把到时间的预警记下来（台面每分钟也会做）"
        case .optionSince: "只算从这一天起到时间的，如 2026-11-01"
        case .optionCircular: "印出预警通报，按村、按代办员"
        case .raised(let count): "新记下预警 \(count) 条"
        case .columnTopic: "预警"
        case .columnMark: "程度"
        }
    }

    var english: String {
        switch self {
        case .abstract: "Warnings: list the open cases past a mark, or print the circular"
        case .optionRaise: "First record the warnings that are due (a desk does so every minute)"
        case .optionSince: "Only marks passed on this day or later, such as 2026-11-01"
        case .optionCircular: "Print the circular by village and agent"
        case .raised(let count): "\(count) warnings recorded"
        case .columnTopic: "Warning"
        case .columnMark: "Mark"
        }
    }
}
