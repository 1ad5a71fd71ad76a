import CaseStore
import Casework

/// The Simplified Chinese words of every message.
extension Message {
    var chinese: String {
        switch self {
        case .counter(let counter, let count): "\(counter.chinese) \(count)"
        case .onDutyCounter(let present, let all): "在岗 \(present)/\(all)"
        case .weekday(let day): ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][(day - 1) % 7]
        case .paneTitle(let pane): pane.chinese
        case .paneTab(let pane): pane.chinese
        case .column(let column): column.chinese
        case .dataLive: "数据 实时"
        case .dataAge(let seconds): "数据 \(seconds) 秒前"
        case .noData: "没有数据"
        case .loading: "正在读取…"
        case .emptyQueue(let queue):
            switch queue {
            case .pending: "没有待受理的办件"
            case .dueSoon: "没有临期或超期的办件"
            case .inReview: "没有待审核的办件"
            }
        case .noMatches(let filter): "没有与“\(filter)”相符的办件，Esc 取消查找，f 在全部办件中查找"
        case .emptyAgents: "还没有登记代办员"
        case .filterLabel: "查找"
        case .filterHint: "Enter 保留  Esc 取消"
        case .findHint: "Enter 打开  Esc 关闭"
        case .findWhat: "姓名、事项、村、代办员、编号，拼音首字母也可，如 zs ylbx"
        case .findCount(let count, let hasMore): hasMore ? "超过 \(count) 件，最新的在前，再输一个词" : "共 \(count) 件，最新的在前"
        case .filteredCount(let shown, let all): "\(shown)/\(all)"
        case .windowTooSmall(let columns, let rows, let leastColumns, let leastRows):
            "窗口太小：现在 \(columns)x\(rows)，至少要 \(leastColumns)x\(leastRows)"
        case .leftQueue: "已不在这个列表"

        case .flagNew: "新"
        case .flagReturned(let count): "退\(count)"
        case .flagUrged(let count): "催\(count)"
        case .flagUrgent: "急"
        case .flagProvisional: "暂"

        case .state(let state): state.chinese
        case .standing(let state, let clock): clock.chineseWait ?? state.chinese
        case .role(let role): role.chinese
        case .itemTerm(let term): term.chinese
        case .presence(let presence): presence.chinese
        case .origin(let origin): origin.chinese
        case .serviceKind(let kind): kind.chinese
        case .clock(let kind): kind.chinese
        case .event(let kind): kind.chinese
        case .action(let kind): kind.chinese
        case .undone(let kind): "撤回：\(kind.chinese)"
        case .priorityUrgent: "急件"

        case .remaining(let minutes): Message.chineseDuration(minutes)
        case .neverSeen: "今日未签到"

        case .commandTitle(let command): command.chinese
        case .commandGroup(let group): group.chinese
        case .commandHelp(let command): command.chineseHelp
        case .nothingSelected: "这里没有选中的办件"
        case .notHere(let command): "“\(command.chinese)”在这里不适用"
        case .nothingDoneYet: "没有可以撤回的操作"
        case .unknownKey(let key): "按键 \(key) 没有功能，按 ? 看帮助"

        case .cardTitle(let kind): "\(kind.chinese)？"
        case .cardConfirm: "Enter 确认   Esc 取消"
        case .cardUndo(let kind): "撤回刚才的“\(kind.chinese)”？"
        case .reasonPlaceholder(let kind):
            kind == .reject ? "写明退回的理由，代办员会看到" : kind == .reveal ? "写明查看的理由，会记入痕迹" : "写明不予受理的理由，并告知应去何处"
        case .draftKept: "已取消；写下的文字保留，再按同一个键可继续"
        case .changedMeanwhile: "注意：这件在此期间已有变动，确认时不会写入"
        case .justChanged: "这件刚刚变动过，请看清后再按一次"
        case .stillRecording: "正在记录，请稍候"
        case .revealed(let number): "已显示 \(number) 的全部资料并记入痕迹；离开本页后重新隐去"
        case .recording: "正在记录…"
        case .chooseAgentFilter: "输入姓名、村或编号查找"
        case .noAgentMatches: "没有相符的代办员"
        case .choiceHint: "↑↓ 选择   Enter 转派   Esc 取消"

        case .done(let kind, let number): "已\(kind.chinese)：\(number)   按 w 可撤回"
        case .doneUndo(let kind, let number): "已撤回“\(kind.chinese)”：\(number)"
        case .reassignedTo(let number, let agent): "已转派：\(number) 给 \(agent)   按 w 可撤回"
        case .conflict(let number, let who, let what, let when):
            "未写入：\(number) 已由 \(who) 于 \(when) \(what.chinese)，请看过后再办"
        case .conflictUnknown(let number): "未写入：\(number) 在您看到之后已有变动，请看过后再办"
        case .caseMissing: "未写入：数据库里没有这件"
        case .refusal(let refusal): refusal.chinese
        case .people(let message): message.chinese
        case .attendance(let message): message.chinese
        case .appraisal(let message): message.chinese
        case .urgedRecently(let when): "不能催办：\(when) 刚催过"
        case .undoOfAnother(let who): "不能撤回：最后一步是 \(who) 做的"
        case .storeProblem(let error): error.chinese
        case .stale(.notFound(let path)): "\(path) 不见了，画面停在上次的内容；请先停办，查明是谁移走的或磁盘是否还在，不要新建数据库"
        case .stale(let why): "数据库读不到，画面停在上次的内容：\(why.chinese)"
        case .backAgain: "数据库恢复，画面已更新"

        case .detailField(let field): field.chinese
        case .detailApplicantHeading: "申请人"
        case .detailCaseHeading: "办件"
        case .detailClocksHeading: "时限"
        case .detailTraceHeading: "痕迹（新的在上）"
        case .detailActionsHeading: "现在可以"
        case .revealHint: "x 显示全部（须写理由）"
        case .explainHint: "e 时限说明"
        case .closeHint: "Esc 返回"
        case .notGiven: "未登记"
        case .dueLine(let due, let remaining): "\(due)  剩余 \(remaining)"
        case .clauseLine(let clause): "依据 \(clause)"
        case .provisionalLine: "暂定：所跨年份的放假安排尚未公布"
        case .returnsLine(let count): "退回过 \(count) 次"
        case .urgingsLine(let count): "催办过 \(count) 次"
        case .importedFrom(let source): "导入自 \(source)"
        case .office: "本中心"
        case .unknownPerson: "（未知人员）"
        case .cannot(let what, let why): "\(what)：\(why)"
        case .explanationTitle(let kind): "\(kind.chinese)时限说明"
        case .explanationStart(let start): "起算 \(start)"
        case .explanationRule(let rule): Message.chineseRule(rule)
        case .explanationStep(let step, let unit): Message.chineseStep(step, unit)
        case .explanationResult(let due): "到期 \(due)"
        case .explanationPause(let from, let until?): "停表 \(from) 至 \(until)，这段时间不计"
        case .explanationPause(let from, nil): "停表 \(from) 起，现在还停着"
        case .explanationStopped(let due): "到期待恢复后再推算；停表时原为 \(due)"
        case .explanationOutdated: "放假安排后来有变动，此时限已定，不再改动"
        case .explanationTarget: "此时限由交办单或导入的记录给定，不作推算"
        case .clockStopped: "停计中"
        case .said(let said, let shown): said.chinese(shown)
        case .agentCasesTitle(let name): "\(name) 手上的办件"
        case .agentHasNoCases: "手上没有办件"

        case .helpTitle: "帮助"
        case .paletteHint: "Enter 执行   Esc 返回"
        case .noCommandMatches: "没有相符的命令"
        case .marksHeading: "标记"
        case .markOverdue: "已超期"
        case .markNear: "临期：已到预警时间"
        case .markGone: "别人已办，离开了这个列表"
        case .markUrgent: "急件"
        case .markReturned: "审核退回过几次"
        case .markUrged: "催办过几次"
        case .markNew: "半小时内新来的"
        case .clearFilter: "取消查找"
        case .openAgentCases: "手上的办件"
        case .selectCaseFirst: "请先到待受理、临期或待审核窗格选中一件"
        case .answerTheCard: "请先回答框里的问题：Enter 确认，Esc 取消"
        case .consequence(let kind): kind.chineseConsequence
        case .agentNotOnDuty(let name, let presence): "\(name) 现在\(presence.chinese)；再按 Enter 仍转派给他/她"
        case .changedBy(let number, let who, let what, let when): "\(number) 已由 \(who) 于 \(when) \(what.chinese)"
        case .leftBy(let who, let what): "已由 \(who) \(what.chinese)"
        case .notInThisState(let state, let titles): "这件\(state.chinese)，现在不能：\(titles.joined(separator: "、"))"
        case .helpHint: "↑↓ 翻看   Esc 返回"
        case .form(let message): message.chinese
        case .intake(let message): message.chinese
        case .life(let message): message.chinese
        case .warning(let message): message.chinese
        case .relay(let message): message.chinese
        case .findAllShort: "全部"
        case .outbox(let term): term.chinese
        case .backup(let message): message.chinese
        case .campaign(let message): message.chinese
        case .notice(let message): message.chinese
        case .frame(let term): term.chinese
        case .sheet(let message): message.chinese
        case .wall(let term): term.chinese
        }
    }

    private static func chineseRule(_ rule: ClockRule) -> String {
        let limit =
            switch rule.unit {
            case .hours: "\(rule.limit) 小时"
            case .workingDays: "\(rule.limit) 个工作日"
            case .sameDay: "当日"
            case .atOnce: "当场（\(rule.limit) 分钟）"
            }
        let skip =
            switch rule.skip {
            case .nothing: "每天都计"
            case .holidays: "放假日不计"
            case .nonWorking: "非工作日不计，调休上班日计"
            }
        return "\(limit)，\(skip)" + (rule.dayEndText.map { "，每天到 \($0) 止" } ?? "")
    }

    private static func chineseStep(_ step: DeadlineStep, _ unit: ClockRule.Unit) -> String {
        let day =
            switch step.day {
            case .weekday: "工作日"
            case .makeUpWorkday: "调休上班"
            case .weekend: "周末"
            case .holiday(let name): name
            }
        let amount =
            switch step.verdict {
            case .skipped: "不计"
            case .dayOfStart: "起算日，不计"
            case .afterHours: "已过下班时间，不计"
            case .paused: "停表，不计"
            case .counted:
                switch unit {
                case .hours: "计 \(step.amount / 60) 小时 \(step.amount % 60) 分"
                case .workingDays: "第 \(step.amount) 个工作日"
                case .sameDay: "当日"
                case .atOnce: "计 \(step.amount) 分"
                }
            }
        let paused =
            step.isCounted && step.pausedMinutes > 0
            ? "，停表 \(step.pausedMinutes / 60) 小时 \(step.pausedMinutes % 60) 分" : ""
        let region = step.region.map { "（\($0)）" } ?? ""
        let provisional = step.isProvisional ? "（暂定）" : ""
        let weekday = Message.weekday(step.date.weekday).chinese
        return "\(step.date) \(weekday)  \(day)\(region)  \(amount)\(paused)\(provisional)"
    }
}
