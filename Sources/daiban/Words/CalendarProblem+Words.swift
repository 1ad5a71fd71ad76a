import Casework

/// What is wrong with days that somebody stated, in words.
extension CalendarProblem {
    var chinese: String {
        switch self {
        case .unreadableDate(let text): "没有“\(text)”这一天，应写成 YYYY-MM-DD"
        case .endsBeforeItBegins(let from, let to): "\(from) 至 \(to)：止日早于起日"
        case .outside(let date, let from, let to): "\(date) 不在 \(from) 至 \(to) 之内"
        case .statedTwice(let date): "\(date) 写了两次"
        case .offAndOn(let date): "\(date) 又放假又上班"
        case .workdayAlready(let date): "\(date) 本来就上班，不能再定为上班日"
        case .yearStatedTwice(let year): "\(year) 年的这份通知已有了"
        case .amendsLater(let date, let earlier): "发布于 \(date)，不晚于已有的一版（\(earlier)）"
        case .reasonMissing: "没有写明理由"
        case .nothingStated: "没有写任何放假日或上班日"
        }
    }

    var english: String {
        switch self {
        case .unreadableDate(let text): "there is no day “\(text)”; dates are written YYYY-MM-DD"
        case .endsBeforeItBegins(let from, let to): "\(from) to \(to) ends before it begins"
        case .outside(let date, let from, let to): "\(date) is not within \(from) to \(to)"
        case .statedTwice(let date): "\(date) is stated twice"
        case .offAndOn(let date): "\(date) is both off and a workday"
        case .workdayAlready(let date): "\(date) is a workday already and cannot be made one"
        case .yearStatedTwice(let year): "this notice for \(year) is in the calendar already"
        case .amendsLater(let date, let earlier): "published \(date), not after the version that is there (\(earlier))"
        case .reasonMissing: "a reason is missing"
        case .nothingStated: "no day off and no workday is stated"
        }
    }
}
