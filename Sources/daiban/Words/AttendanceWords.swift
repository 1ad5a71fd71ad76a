import Casework
import Dashboard

/// What `daiban attendance`, `daiban checkin` and `daiban staff pin` say besides the words of the domain.
enum AttendanceWords {
    // Helps
    case attendance, into, out, show, correct, except, leave, leaveAsk, leaveGrant, leaveRefuse, leaveList, waiting
    case checkin, pin
    case optionPeriod, optionPerson, optionVillage, optionDay, optionSession, optionState, optionFrom, optionTo
    case optionSessions, optionLeave, optionStandIn, optionHours, optionUsual, optionEnter, optionUnlock
    case optionPatience, optionSpool, optionOpenOnly, optionLeaveOf

    // Results
    case corrected(String, DutySessionID, SessionState)
    case excepted(DutyException)
    case asked(String, LeaveRequest)
    case granted(String), refused(String)
    case columnVillage, columnNumber, columnName, columnDue, columnForgotten, columnMinutesLate, columnOutside
    case columnDay, columnSession, columnState, columnIn, columnOut, columnWhy, columnLeave, columnReason, columnSince
    case columnChannel
    case spoolEmpty, spoolEntered(Int)
    case unverified
    case pinSet(String), pinUnlocked(String), pinOld, pinNew, pinAgain, pinsDiffer, pinUnreadable
    case notATerminal
    case noVillage(String)
    case nobodyCloses, exceptedLate

    func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch self {
        case .attendance: "考勤：签到签退、请假、更正、不坐班的日子"
        case .into: "签到（记下在哪台机器、从哪里连来）"
        case .out: "签退"
        case .show: "一个月的考勤：每人合计；指定一人时逐节列出并说明依据"
        case .correct: "更正一节考勤（督办员，须写理由；原记录保留）"
        case .except: "某村某日不坐班，或另定时间"
        case .leave: "请假：申请、批准、不准"
        case .leaveAsk: "申请请假（本人；督办员可代）"
        case .leaveGrant: "批准请假，可指定顶岗的人（B 岗）"
        case .leaveRefuse: "不准请假"
        case .leaveList: "列出请假"
        case .waiting: "列出存在本机、还没有补记的签到"
        case .checkin: "签到机：全屏，编号加口令；审核员、督办员或主任用口令关闭"
        case .pin: "设置签到口令（督办员），或本人更改；口令从键盘或标准输入读，不写在命令行上"
        case .optionPeriod: "月份，如 2026-10（默认本月）"
        case .optionPerson: "只看这一人（编号、姓名或拼音首字母），逐节说明"
        case .optionVillage: "只看这个村"
        case .optionDay: "日期，如 2026-11-20"
        case .optionSession: "第几节（1、2）"
        case .optionState: "更正为：on-time 准时，late 迟到，left-early 早退，absent 缺勤，on-leave 请假，stood-in-for 顶岗，excused 免签"
        case .optionFrom: "从哪一天"
        case .optionTo: "到哪一天（默认同一天）"
        case .optionSessions: "只请某节，如 --session 2（可重复；默认全天）"
        case .optionLeave: "请假的编号"
        case .optionStandIn: "由谁顶岗（编号、姓名或拼音首字母）"
        case .optionHours: "另定的时间，如 09:00-11:30（可重复）"
        case .optionUsual: "照常坐班（撤回以前的调整）"
        case .optionEnter: "现在就补记"
        case .optionUnlock: "解锁，不改口令（督办员）"
        case .optionPatience: "台账被占用时等多久（毫秒），之后先存在本机"
        case .optionSpool: "存在本机的签到放在哪个文件"
        case .optionOpenOnly: "只列待批的"
        case .optionLeaveOf: "替谁申请（编号、姓名或拼音首字母，默认本人）"
        case .corrected(let who, let session, let state):
            "\(who) \(session.day) 第 \(session.number) 节更正为“\(Message.attendance(.state(state)).text(.chinese))”"
        case .excepted(let exception): Message.attendance(.exception(exception)).text(.chinese)
        case .asked(let who, let request): "\(who) 已申请请假，编号 \(request.id)"
        case .granted(let id): "已准假：\(id)"
        case .refused(let id): "未准假：\(id)"
        case .columnVillage: "村"
        case .columnNumber: "编号"
        case .columnName: "姓名"
        case .columnDue: "应到"
        case .columnForgotten: "未签退"
        case .columnMinutesLate: "迟到分钟"
        case .columnOutside: "班外受理"
        case .columnDay: "日期"
        case .columnSession: "节"
        case .columnState: "情形"
        case .columnIn: "签到"
        case .columnOut: "签退"
        case .columnWhy: "依据"
        case .columnLeave: "请假"
        case .columnReason: "理由"
        case .columnSince: "时间"
        case .columnChannel: "来源"
        case .spoolEmpty: "本机没有待补记的签到"
        case .spoolEntered(let count): "补记了 \(count) 条"
        case .unverified: "口令未核对"
        case .pinSet(let who): "\(who) 的口令已设置"
        case .pinUnlocked(let who): "\(who) 已解锁"
        case .pinOld: "原口令："
        case .pinNew: "新口令："
        case .pinAgain: "再输一次："
        case .pinsDiffer: "两次输入不一样，没有改动"
        case .pinUnreadable: "没有读到口令"
        case .notATerminal: "签到机要在终端里开"
        case .nobodyCloses: "还没有人有口令能关签到机：先给审核员、督办员或主任设一个，如 daiban staff pin S01 --as D01"
        case .exceptedLate: "注意：有已经过去的日子，那天的签到随即按这些时间重算"
        case .noVillage(let name): "没有这个村：\(name)"
        }
    }

    private var english: String {
        switch self {
        case .attendance: "Attendance: checking in and out, leave, corrections, days without duty"
        case .into: "Check in (records from which computer and line)"
        case .out: "Check out"
        case .show: "A month of attendance: sums by person; for one person every session with its reasons"
        case .correct: "Correct one session (supervisors, with a reason; what was recorded stays)"
        case .except: "A day or more without duty in a village, or with other hours"
        case .leave: "Leave: ask, grant, refuse"
        case .leaveAsk: "Ask for leave (for oneself; a supervisor for others)"
        case .leaveGrant: "Grant a leave; somebody may be named to stand in (B post)"
        case .leaveRefuse: "Refuse a leave"
        case .leaveList: "List leaves"
        case .waiting: "List the calls kept on this computer that are not in the record yet"
        case .checkin: "The kiosk: full screen, number and PIN; a reviewer, supervisor or director closes it by PIN"
        case .pin:
            "Set a PIN (supervisors), or change one's own; read from the keyboard or standard input, never an argument"
        case .optionPeriod: "The month, such as 2026-10 (default: this month)"
        case .optionPerson: "Only this person (number, name or pinyin initials), session by session with the reasons"
        case .optionVillage: "Only this village"
        case .optionDay: "The day, such as 2026-11-20"
        case .optionSession: "Which session (1, 2)"
        case .optionState: "What it was"
        case .optionFrom: "From which day"
        case .optionTo: "To which day (default: the same)"
        case .optionSessions: "Only this session of each day (repeatable; default: whole days)"
        case .optionLeave: "The number of the leave"
        case .optionStandIn: "Who stands in (number, name or pinyin initials)"
        case .optionHours: "Other hours, such as 09:00-11:30 (repeatable)"
        case .optionUsual: "Duty as usual (takes an earlier change back)"
        case .optionEnter: "Enter them now"
        case .optionUnlock: "Unlock without changing the PIN (supervisors)"
        case .optionPatience: "How long a locked record is waited for (ms) before a call is kept on this computer"
        case .optionSpool: "The file in which calls are kept on this computer"
        case .optionOpenOnly: "Only those not decided yet"
        case .optionLeaveOf: "For whom (number, name or pinyin initials; default: oneself)"
        case .corrected(let who, let session, let state):
            "\(who), session \(session.number) of \(session.day): corrected to “\(Message.attendance(.state(state)).text(.english))”"
        case .excepted(let exception): Message.attendance(.exception(exception)).text(.english)
        case .asked(let who, let request): "\(who) asked for leave, number \(request.id)"
        case .granted(let id): "granted: \(id)"
        case .refused(let id): "refused: \(id)"
        case .columnVillage: "Village"
        case .columnNumber: "Number"
        case .columnName: "Name"
        case .columnDue: "Due"
        case .columnForgotten: "No out"
        case .columnMinutesLate: "Min late"
        case .columnOutside: "Outside"
        case .columnDay: "Day"
        case .columnSession: "Session"
        case .columnState: "State"
        case .columnIn: "In"
        case .columnOut: "Out"
        case .columnWhy: "Why"
        case .columnLeave: "Leave"
        case .columnReason: "Reason"
        case .columnSince: "Time"
        case .columnChannel: "From"
        case .spoolEmpty: "nothing waits on this computer"
        case .spoolEntered(let count): "entered \(count)"
        case .unverified: "PIN not checked"
        case .pinSet(let who): "the PIN of \(who) is set"
        case .pinUnlocked(let who): "\(who) is unlocked"
        case .pinOld: "Old PIN: "
        case .pinNew: "New PIN: "
        case .pinAgain: "Again: "
        case .pinsDiffer: "the two are not the same; nothing was changed"
        case .pinUnreadable: "no PIN was read"
        case .notATerminal: "the kiosk needs a terminal"
        case .nobodyCloses:
            "nobody has a PIN by which the kiosk can be left: set a reviewer's, supervisor's or director's first, such as daiban staff pin S01 --as D01"
        case .exceptedLate: "note: there are days in it that are over; their attendance goes by these hours from now on"
        case .noVillage(let name): "no such village: \(name)"
        }
    }
}
