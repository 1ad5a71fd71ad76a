/// What `daiban county` says.
enum CountyWords {
    case abstract, discussion
    case optionCases, optionYears, optionVillages, optionUntil
    case making(done: Int, total: Int)
    case made(path: String, cases: Int, entries: Int64)

    var chinese: String {
        switch self {
        case .abstract: "生成一个虚构的县多年的全部办件，用来试用和测量"
        case .discussion:
            """
            每一件都照真实的步骤一步步办下来，按时间先后记入台账；同样的种子、件数和时刻造出同样的数据。人员都是虚构的：\
            R001 是审核员，A001 起是各村代办员。
            """
        case .optionCases: "一共多少件"
        case .optionYears: "多少年"
        case .optionVillages: "多少个村，每村一名代办员"
        case .optionUntil: "到什么时候为止，如 2026-11-20T09:00（默认现在）"
        case .making(let done, let total): "正在生成 \(done)/\(total) 件   Ctrl-C 停止"
        case .made(let path, let cases, let entries): "已生成 \(path)：\(cases) 件，台账 \(entries) 条"
        }
    }

    var english: String {
        switch self {
        case .abstract: "Make years of cases of a made-up county, for trying out and measuring"
        case .discussion:
            """
            Every case goes through the real steps, one after the other, in the order of time; the same seed, number and \
            instant make the same data. The people are made up: R001 is a reviewer, A001 and on are the villages' agents.
            """
        case .optionCases: "How many cases in all"
        case .optionYears: "Over how many years"
        case .optionVillages: "How many villages, each with an agent"
        case .optionUntil: "Until when, such as 2026-11-20T09:00 (default: now)"
        case .making(let done, let total): "Making \(done)/\(total) cases   Ctrl-C stops"
        case .made(let path, let cases, let entries): "\(path) is made: \(cases) cases, \(entries) journal entries"
        }
    }
}
