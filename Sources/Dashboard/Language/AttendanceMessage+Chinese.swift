import CaseStore
import Casework

/// The Chinese words about duty and attendance.
extension AttendanceMessage {
    var chinese: String {
        switch self {
        case .state(let state): state.chinese
        case .stateSign(let state): state.sign
        case .direction(.into): "签到"
        case .direction(.out): "签退"
        case .channel(.kiosk): "签到机"
        case .channel(.desk): "台面"
        case .channel(.commandLine): "命令行"
        case .channel(.simulator): "模拟"
        case .session(let session, let offset): "第 \(session.number) 节 \(Self.hours(session, offset))"
        case .duty(let ground): ground.chinese
        case .ground(let ground, let offset): ground.chinese(offset)
        case .refusal(let refusal, let offset): refusal.chinese(offset)
        case .note(let note): note.chinese
        case .leaveStatus(let leave):
            switch leave.status {
            case .asked: "待批"
            case .granted(let decision): "已准" + (decision.value.standIn.map { "，\($0) 顶岗" } ?? "")
            case .refused: "未准"
            }
        case .exception(let exception): exception.chinese
        case .answer(let answer, let offset): answer.chinese(offset)
        case .answerDetail(let answer, let offset): answer.chineseDetail(offset)
        case .kiosk(let term): term.chinese
        case .month(let term): term.chinese
        }
    }
}

extension SessionState {
    fileprivate var chinese: String {
        switch self {
        case .onTime: "准时"
        case .late: "迟到"
        case .leftEarly: "早退"
        case .absent: "缺勤"
        case .onLeave: "请假"
        case .stoodInFor: "顶岗"
        case .excused: "免签"
        case .toCome: "未到"
        }
    }
}

extension DutyDay.Ground {
    var chinese: String {
        switch self {
        case .season(.summer): "夏季坐班时间"
        case .season(.winter): "冬季坐班时间"
        case .weekend: "周末不坐班"
        case .holiday(let name): name.isEmpty ? "放假" : "\(name)放假"
        case .exception(let exception): "\(exception.value.chinese)（记录第 \(exception.entry) 条）"
        }
    }
}

extension DutyException {
    fileprivate var chinese: String {
        let place = village ?? "各村"
        let days = from == to ? "\(from)" : "\(from) 至 \(to)"
        let what =
            switch kind {
            case .none: "不坐班"
            case .hours:
                (hours ?? []).map {
                    "\(AttendanceMessage.clock(minute: $0.from))–\(AttendanceMessage.clock(minute: $0.to))"
                }
                .joined(separator: " ") + " 坐班"
            case .usual: "照常坐班"
            }
        return "\(place) \(days) \(what)：\(reason)"
    }
}

extension SessionOutcome.Ground {
    fileprivate func chinese(_ offset: UTCOffset) -> String {
        switch self {
        case .hours(let ground): ground.chinese
        case .cameIn(let mark):
            "\(mark.value.at.clockText(offset)) 签到" + tail(mark)
        case .wentOut(let mark): "\(mark.value.at.clockText(offset)) 签退" + tail(mark)
        case .nobodyCame: "没有签到"
        case .notYet: "还没有签到"
        case .late(let minutes): "迟到 \(minutes) 分钟"
        case .cameBack(let went, let back):
            "\(went.value.at.clockText(offset)) 签退后 \(back.value.at.clockText(offset)) 又签到，"
                + "中间 \(back.value.at.clockMinutes(since: went.value.at)) 分钟"
        case .leftEarly(let minutes): "早退 \(minutes) 分钟"
        case .forgotCheckOut: "没有签退"
        case .leave(let leave):
            "请假：\(leave.request.value.reason)（\(AttendanceMessage.leaveStatus(leave).chinese)，记录第 \(leave.request.entry) 条）"
        case .tookLeave(let leave): "请假：\(leave.value)（记录第 \(leave.entry) 条）"
        case .standInCame(let standIn): "有人顶岗（记录第 \(standIn.entry) 条）"
        case .standInMissing(let standIn): "顶岗的人没有来（记录第 \(standIn.entry) 条）"
        case .corrected(let correction):
            "更正为“\(correction.value.state.chinese)”：\(correction.value.reason)（记录第 \(correction.entry) 条）"
        }
    }

    private func tail(_ mark: Entered<DutyMark>) -> String {
        var parts = [AttendanceMessage.origin(mark, .chinese)].filter { !$0.isEmpty }
        if mark.value.isUnverified { parts.append("口令未核对") }
        parts.append("记录第 \(mark.entry) 条")
        return "（\(parts.joined(separator: "，"))）"
    }
}

extension AttendanceRefusal {
    fileprivate func chinese(_ offset: UTCOffset) -> String {
        switch self {
        case .tooEarly(let session, let opens):
            "第 \(session.number) 节 \(AttendanceMessage.hours(session, offset))，\(opens.clockText(offset)) 起可以签到"
        case .over(let session, let next):
            "第 \(session.number) 节 \(AttendanceMessage.hours(session, offset)) 已过"
                + (next.map { "；下一节 \(AttendanceMessage.when($0, after: session.day, offset))" } ?? "")
        case .noDuty(let ground, let next):
            "\(ground.chinese)，不用签到；今天受理的件照样算数，记为班外受理。"
                + (next.map { "\n下一节 \(AttendanceMessage.when($0, after: nil, offset))" } ?? "")
        case .notCheckedIn(let session): "第 \(session.number) 节没有签到，不能签退"
        case .noDeskDuty(let role): "\(role.chinese)没有固定坐班时间，不用签到"
        case .notOnStaff: "此人不在本中心任职"
        }
    }
}

extension AttendanceNote {
    fileprivate var chinese: String {
        switch self {
        case .late(let minutes): "迟到 \(minutes) 分钟"
        case .leavesEarly(let minutes): "早退 \(minutes) 分钟"
        case .onLeave: "您这一节已准假"
        case .isStoodInFor: "这一节有人替您顶岗"
        case .standsIn(let village): village.map { "您今天还顶 \($0) 的岗" } ?? "您今天还顶另一个岗"
        case .forgotCheckOut(let session): "\(session.day) 第 \(session.number) 节没有签退；要更正请找督办员"
        case .unverified: "口令没有核对"
        }
    }
}

extension AttendanceDoor.Answer {
    fileprivate func chinese(_ offset: UTCOffset) -> String {
        switch self {
        case .decided(.enter(.into, _, let notes)):
            notes.contains { if case .late = $0 { true } else { false } } ? "已签到（迟到）" : "已签到"
        case .decided(.enter(.out, _, let notes)):
            notes.contains { if case .leavesEarly = $0 { true } else { false } } ? "已签退（早退）" : "已签退"
        case .decided(.already(.into, _, _, _)): "已经签过到了"
        case .decided(.already(.out, _, _, _)): "已经签过退了"
        case .decided(.refuse(.tooEarly)): "还没到时间"
        case .decided(.refuse(.over)): "这一节已经过了"
        case .decided(.refuse(.noDuty)): "今天不坐班"
        case .decided(.refuse(.notCheckedIn)): "还没有签到"
        case .decided(.refuse(.noDeskDuty)): "不用签到"
        case .decided(.refuse(.notOnStaff)), .unknownNumber: "没有这个编号"
        case .kept: "已记下"
        case .pin(.right): "口令正确"
        case .pin(.wrong): "口令不对"
        case .pin(.pause): "请稍后再试"
        case .pin(.locked): "编号已锁定"
        case .pin(.missing): "还没有口令"
        case .failed: "没有记下"
        case .mayLeave: "已退出"
        case .mayNotLeave: "不能退出"
        }
    }

    fileprivate func chineseDetail(_ offset: UTCOffset) -> String {
        switch self {
        case .decided(.enter(_, let session, let notes)):
            ([AttendanceMessage.session(session, offset).chinese] + notes.map(\.chinese)).joined(separator: "\n")
        case .decided(.already(let direction, let session, let at, let notes)):
            ([
                "\(AttendanceMessage.session(session, offset).chinese)，\(at.clockText(offset)) \(AttendanceMessage.direction(direction).chinese)",
                direction == .into ? "提前离开：编号前加 -" : "又回来了：编号前加 +",
            ] + notes.map(\.chinese)).joined(separator: "\n")
        case .decided(.refuse(let refusal)): refusal.chinese(offset)
        case .kept(true): "台账暂时写不进去，时间已存在本机，恢复后自动补记。"
        case .kept(false): "台账现在打不开，时间已存在本机，恢复后自动补记。口令没有核对，督办员会看到。"
        case .unknownNumber: "请看清编号再输一次。"
        case .pin(.right): ""
        case .pin(.wrong(let left)): "再错 \(left) 次就会锁定。"
        case .pin(.pause(let until)): "口令错得太多，\(until.nextMinute.clockText(offset)) 再试。"
        case .pin(.locked): "口令错得太多，请找督办员解锁。"
        case .pin(.missing): "请找督办员设一个口令。"
        case .failed: "台账和本机都写不进去，请告诉督办员，稍后再签。"
        case .mayLeave: ""
        case .mayNotLeave: "审核员、督办员或主任才能关闭签到机。"
        }
    }
}

extension KioskTerm {
    fileprivate var chinese: String {
        switch self {
        case .title: "签到"
        case .today: "今天坐班"
        case .noDutyToday: "今天不坐班"
        case .number: "编号"
        case .pin: "口令"
        case .hiddenPIN: "（输入时不显示）"
        case .leaving: "退出签到机"
        case .checking: "正在核对…"
        case .hint: "输入编号或刷卡，Enter；再输口令，Enter。Esc 重来"
        case .leaveHint: "提前离开：编号前加 -    又回来了：编号前加 +"
        case .waiting: "有签到存在本机，等台账恢复后补记"
        case .recordAway: "台账现在打不开：签到先存在本机"
        case .opens(let at, let offset): "\(at.clockText(offset)) 起可以签到"
        case .tooSmall: "窗口太小"
        }
    }
}

extension MonthTerm {
    fileprivate var chinese: String {
        switch self {
        case .title(let month, let village): "考勤 \(month)" + (village.map { " \($0)" } ?? "")
        case .person: "人员"
        case .due: "应到"
        case .forgotten: "未签退"
        case .minutesLate: "迟到分钟"
        case .acceptedOutside: "班外受理"
        case .legend: "+ 准时  L 迟到  E 早退  A 缺勤  V 请假  S 顶岗  x 免签  . 未到"
        case .hint(scrolls: false): "←→ 换月  ↑↓ 选人  Enter 逐节说明  Esc 返回"
        case .hint(scrolls: true): "←→ 前后的日子、月份  ↑↓ 选人  Enter 逐节说明  Esc 返回"
        case .nobody: "这个月没有坐班的人"
        case .sums: "合计"
        case .explanation(let who): "\(who)："
        case .sessions(let who, let month): "\(who) \(month) 逐节考勤"
        case .previous: "上月"
        case .next: "下月"
        case .inPaneFour: "月考勤在在岗窗格里打开：先按 4"
        }
    }
}

extension PIN.Fault {
    var chinese: String {
        switch self {
        case .notDigits: "口令只能是数字"
        case .length(let least, let most): "口令应为 \(least) 到 \(most) 位数字"
        case .tooSimple: "口令太简单：不能是同一个数字，也不能是顺着或倒着数的数字"
        case .isStaffNumber: "口令不能就是编号里的数字"
        }
    }
}
