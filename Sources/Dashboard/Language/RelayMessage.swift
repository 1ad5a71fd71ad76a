import Casework

/// What a desk says about entries that came from villages by file and were not simply taken over.
public enum RelayMessage: Hashable, Sendable {
    /// In the header.
    case counter(Int)
    case listTitle, listHint, none
    case column(Column)
    case about(String)
    case obstacle(RelayObstacle)
    case status(RelayTask.Status)
    /// What ends the task of that name, for who may do it here.
    case settle(String)
    /// For everybody else.
    case tellReviewer, tellTownship
    /// The entry is about nothing that this desk could open.
    case noCase
    case problem(String)

    public enum Column: Hashable, Sendable {
        case subject, what, who, at
    }

    var chinese: String {
        switch self {
        case .counter(let count): "接力 \(count)"
        case .listTitle: "接力待处理：村里交来、没有直接并入的条目"
        case .listHint: "↑↓ 选择   Enter 看这件   Esc 返回"
        case .none: "没有接力待处理的条目"
        case .column(.subject): "办件或人员"
        case .column(.what): "内容"
        case .column(.who): "经办"
        case .column(.at): "那边的时间"
        case .about(let name): "条目 \(name)"
        case .obstacle(let obstacle): Self.chinese(obstacle)
        case .status(let status):
            switch status {
            case .expected: "预计镇里不能直接并入"
            case .open: "待镇里处理"
            case .noted: "存查，不用处理"
            case .applied: "已并入"
            case .dropped: "未采用"
            case .lifted: "已无妨碍"
            }
        case .settle(let name):
            "看过以后并入或不用：daiban relay settle \(name) --apply 或 --drop，加 --reason 理由"
        case .tellReviewer: "由审核员或中心主任处理：并入或不用"
        case .tellTownship: "由镇里处理；这里等下一个文件"
        case .noCase: "这里没有这件，打不开"
        case .problem(let words): words
        }
    }

    var english: String {
        switch self {
        case .counter(let count): "relay \(count)"
        case .listTitle: "Relay: entries of villages that were not simply taken over"
        case .listHint: "↑↓ choose   Enter the case   Esc back"
        case .none: "No relay entry waits for anybody"
        case .column(.subject): "Case or person"
        case .column(.what): "What"
        case .column(.who): "By"
        case .column(.at): "When, there"
        case .about(let name): "Entry \(name)"
        case .obstacle(let obstacle): Self.english(obstacle)
        case .status(let status):
            switch status {
            case .expected: "the township will probably not take it over by itself"
            case .open: "to be settled by the township"
            case .noted: "kept, nothing to do"
            case .applied: "taken over"
            case .dropped: "dropped"
            case .lifted: "nothing in its way any more"
            }
        case .settle(let name):
            "Take it over or drop it: daiban relay settle \(name) --apply or --drop, with --reason"
        case .tellReviewer: "A reviewer or the director takes it over or drops it"
        case .tellTownship: "The township settles it; here the next file is waited for"
        case .noCase: "There is no such case here to open"
        case .problem(let words): words
        }
    }

    private static func chinese(_ obstacle: RelayObstacle) -> String {
        let state = obstacle.state.map { "（这里已是“\(Message.state($0).text(.chinese))”）" } ?? ""
        switch obstacle.kind {
        case .refused: return "按规定现在不能这样办\(state)：\(obstacle.rule ?? "")"
        case .doneHere: return "镇里其间也办了同样的事\(state)"
        case .restsOnTask: return "它前面的一条没有并入"
        case .holderMoved: return "其间已换人经办\(state)"
        case .numberTaken: return "编号已有别的办件"
        case .caseUnknown: return "这里没有这件"
        case .personUnknown: return "这里没有这个人员"
        case .otherVillage where obstacle.rule == RelayObstacle.actorRule: return "所写的经办人不在该村工作"
        case .otherVillage: return "不是该村的办件"
        case .unreadable: return "本程序不认识这种条目，请升级"
        case .knownAlready: return "已经知道"
        case .older: return "已有更新的签到"
        }
    }

    private static func english(_ obstacle: RelayObstacle) -> String {
        let state = obstacle.state.map { " (it is “\(Message.state($0).text(.english))” here)" } ?? ""
        switch obstacle.kind {
        case .refused: return "the rules do not allow it now\(state): \(obstacle.rule ?? "")"
        case .doneHere: return "the township did the same kind of thing meanwhile\(state)"
        case .restsOnTask: return "an entry before it was not taken over"
        case .holderMoved: return "somebody else has the case meanwhile\(state)"
        case .numberTaken: return "another case has that number"
        case .caseUnknown: return "there is no such case here"
        case .personUnknown: return "there is no such person here"
        case .otherVillage where obstacle.rule == RelayObstacle.actorRule:
            return "who is said to have done it does not work at that village"
        case .otherVillage: return "not a case of that village"
        case .unreadable: return "this program does not know such entries: update it"
        case .knownAlready: return "known already"
        case .older: return "there is something newer"
        }
    }
}
