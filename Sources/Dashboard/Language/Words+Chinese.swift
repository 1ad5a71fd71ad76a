import CaseStore
import Casework

/// The Chinese words for single values of the domain; `Message+Chinese.swift` puts them into sentences.

extension Counter {
    var chinese: String {
        switch self {
        case .pending: "待受理"
        case .near: "临期"
        case .overdue: "超期"
        case .inReview: "待审核"
        }
    }
}

extension PaneID {
    var chinese: String {
        switch self {
        case .pending: "待受理"
        case .dueSoon: "临期与超期"
        case .inReview: "待审核"
        case .agents: "代办员在岗"
        }
    }
}

extension Column {
    var chinese: String {
        switch self {
        case .number: "编号"
        case .applicant: "申请人"
        case .item: "事项"
        case .village: "村"
        case .agent: "代办员"
        case .state: "状态"
        case .due: "到期"
        case .remaining: "剩余"
        case .waiting: "已等"
        case .flags: "标记"
        case .presence: "在岗"
        case .since: "起始"
        case .today: "今日"
        case .inHand: "手上"
        case .overdue: "超期"
        }
    }
}

extension Role {
    var chinese: String {
        switch self {
        case .agent: "代办员"
        case .collector: "民事收集员"
        case .bankAuxiliary: "银行辅助员"
        case .windowClerk: "窗口帮办员"
        case .departmentLiaison: "部门帮办员"
        case .reviewer: "审核员"
        case .supervisor: "督办员"
        case .director: "中心主任"
        case .countyOffice: "县政管办"
        }
    }
}

extension DutyPresence {
    var chinese: String {
        switch self {
        case .onDuty: "在岗"
        case .outsideDuty: "班外到岗"
        case .away: "离岗"
        case .leave: "请假"
        case .scheduled: "坐班时间"
        case .offDuty: "班外"
        }
    }
}

extension Intake.Origin {
    var chinese: String {
        switch self {
        case .online: "线上申请"
        case .phone: "电话预约"
        case .walkIn: "到站办理"
        case .found: "代办员发现"
        case .campaign: "上级交办"
        }
    }
}

extension Intake.ServiceKind {
    var chinese: String {
        switch self {
        case .agency: "代办"
        case .assistance: "帮办"
        case .window: "窗口受理"
        }
    }
}

extension ClockRule.Kind {
    var chinese: String {
        switch self {
        case .acceptance: "受理"
        case .completion: "办结"
        case .promise: "承诺"
        case .forwarding: "报送"
        case .rework: "补办"
        case .holder: "经手"
        case .visitPlan: "上门安排"
        case .delivery: "送达"
        case .feedback: "告知进度"
        case .followUp: "差评回访"
        case .supplement: "补正"
        case .target: "原定"
        }
    }
}

extension UndoableAction.Kind {
    var chinese: String {
        switch self {
        case .accepted: "受理"
        case .declined: "不予受理"
        case .approved: "通过"
        case .rejected: "退回"
        case .reassigned: "转派"
        case .urged: "催办"
        }
    }
}

extension DetailField {
    var chinese: String {
        switch self {
        case .number: "编号"
        case .state: "状态"
        case .item: "事项"
        case .kind: "方式"
        case .origin: "来源"
        case .village: "村"
        case .applicant: "姓名"
        case .identityNumber: "身份证"
        case .phone: "电话"
        case .address: "住址"
        case .note: "说明"
        case .submitted: "申请"
        case .accepted: "受理"
        case .completed: "送审"
        case .closed: "结束"
        case .holder: "代办员"
        case .reason: "理由"
        case .lastReturn: "上次退回"
        }
    }
}

extension CommandGroup {
    var chinese: String {
        switch self {
        case .cases: "办件"
        case .view: "画面"
        case .move: "移动"
        case .program: "程序"
        }
    }
}

extension CommandID {
    var chinese: String {
        switch self {
        case .accept: "受理"
        case .decline: "不予受理"
        case .approve: "通过"
        case .reject: "退回"
        case .reassign: "转派"
        case .urge: "催办"
        case .undo: "撤回"
        case .reveal: "显示全部"
        case .explain: "时限说明"
        case .appraisal: "考核"
        case .more: "更多"
        case .open: "详情"
        case .newCase: "登记"
        case .filter: "查找"
        case .findAll: "全部查找"
        case .attendance: "月考勤"
        case .sheets: "报表"
        case .relayTasks: "接力待处理"
        case .zoom: "放大"
        case .palette: "命令"
        case .nextPane: "下一窗格"
        case .previousPane: "上一窗格"
        case .pane1: "待受理窗格"
        case .pane2: "临期窗格"
        case .pane3: "待审核窗格"
        case .pane4: "在岗窗格"
        case .up: "上移"
        case .down: "下移"
        case .pageUp: "上一页"
        case .pageDown: "下一页"
        case .first: "到顶"
        case .last: "到底"
        case .back: "返回"
        case .help: "帮助"
        case .redraw: "重画"
        case .frameCounters: "画面计数"
        case .suspend: "挂起"
        case .quit: "退出"
        }
    }
}

extension CommandID {
    /// One line for the help; empty where the title says it all.
    var chineseHelp: String {
        switch self {
        case .accept: "接下这件，开始计办结时限"
        case .decline: "写明理由，不接这件"
        case .approve: "审核通过这件"
        case .reject: "写明理由，退回给它的代办员"
        case .reassign: "换一位代办员，申请人的时限不变"
        case .urge: "提醒代办员"
        case .undo: "撤回本台最后一次操作，其后无人动过才行"
        case .reveal: "写明理由后显示申请人的全部资料"
        case .explain: "逐日说明为何此时到期"
        case .appraisal: "所选代办员的考核：十二个月、规则提示、问题"
        case .more: "这件能做的每一步；不能做的说明为什么"
        case .open: "看这件的全部内容和痕迹"
        case .newCase: "登记来人或来电要办的事，出回执"
        case .filter: "按编号、申请人、事项、村、代办员查找，拼音首字母也可"
        case .findAll: "在全部办件中查找，办结的也在内"
        case .attendance: "在岗窗格里：各人一个月每节的考勤与合计，Enter 逐节说明"
        case .sheets: "月汇总、发放表等：看、打印、存档"
        case .relayTasks: "村里交来、没有直接并入、要人处理的条目"
        case .zoom: "这一窗格占满画面，再按恢复"
        case .palette: "从清单里找命令"
        case .back: "返回；在窗格里取消查找"
        case .help: "这一页"
        case .redraw: "画面乱了时重画"
        case .frameCounters: "每一帧的工作量，再按收起"
        case .suspend: "回到命令行，fg 再回来"
        case .quit: "离开台面"
        case .nextPane, .previousPane, .pane1, .pane2, .pane3, .pane4, .up, .down, .pageUp, .pageDown, .first, .last: ""
        }
    }
}

extension StoreError {
    var chinese: String {
        switch self {
        case .notFound(let path): "没有数据库 \(path)；可用 daiban init 建立，或用 daiban demo 试用"
        case .noFile(let path): "没有这个文件：\(path)"
        case .noFolder(let path): "没有这个文件夹：\(path)；请先建立，或改用别的"
        case .alreadyExists(let path): "\(path) 已经存在，没有改动它"
        case .notADatabase(let path): "\(path) 不是数据库文件，或已损坏；本来是的话，请停办，用 daiban verify 查明，照它说的办"
        case .foreign(let path): "\(path) 是别的程序的数据库，没有改动它"
        case .older(let path, let found, let known):
            "\(path) 是旧格式（\(found)，现为 \(known)），请先用台面或任一写入的命令打开一次"
        case .newer(let path, let found, let known): "\(path) 由更新的版本建立（格式 \(found)，本程序只识 \(known)），请升级程序"
        case .readOnly(let path): "\(path) 或它所在的目录不可写"
        case .writeProtected(let path):
            "\(path) 所在的地方不能写，而读数据库也要在它旁边建文件；请把它和同名的 -wal 复制到能写的文件夹（cp \(path)* 文件夹/），再用 --database 指向副本"
        case .outOfStep(let path, let detail):
            "\(path) 的记录与各表对不上，多半是记录末尾缺了几条；没有写入。请停办，用 daiban verify 查明〔\(detail)〕"
        case .corrupt(let path, let detail):
            "\(path) 有损坏：\(SystemReason.chinese(detail))；请先停办，用 daiban verify 查明，照它说的办"
        case .replaced(let path): "\(path) 或它的日志（-wal、-shm）被移走或换掉了，没有写入；请看清现在的内容再办"
        case .busy(let path, let seconds): "\(path) 被占用超过 \(seconds) 秒，没有写入，请稍后再试"
        case .full(let path): "磁盘已满，这一步没有写入 \(path)，先前记下的都在；请腾出空间后重做"
        case .disk(let path, let detail):
            "读写 \(path) 时磁盘出错（\(SystemReason.chinese(detail))）：这一步不算数，先前记下的都在；请停办并检查磁盘，重做前先看清它在不在"
        case .noRoom(let path, let needed, let free):
            "数据库是旧格式，转换前要先留副本 \(path)，需 \(needed / 1_048_576 + 1) MiB，磁盘只剩 \(free / 1_048_576) MiB；没有动它"
        case .stopped(let path): "已停止，\(path) 还没有转换完；已做的有效，下次打开接着做"
        case .failed(let path, let detail): "\(path)：\(SystemReason.chinese(detail))"
        }
    }
}
