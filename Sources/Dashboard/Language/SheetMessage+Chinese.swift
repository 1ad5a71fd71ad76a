import CaseStore
import Casework

extension SheetMessage {
    var chinese: String {
        switch self {
        case .kind(let kind): kind.chinese
        case .about(let kind): kind.aboutChinese
        case .column(let column): column.chinese
        case .term(let term): term.chinese
        case .period(.month(let month)): "\(month.year)年\(month.month)月"
        case .period(.quarter(let quarter)): "\(quarter.year)年第\(quarter.number)季度"
        case .period(.year(let year)): "\(year)年"
        case .unitYuan: "单位：元"
        case .fixed: "已定"
        case .running(let at): "未定，截至 \(at)"
        case .page(let page, let count): "第\(page)页 共\(count)页"
        case .empty: "（无）"
        case .listSeparator: "、"
        case .signature(let role, let who, let day): "\(role)：\(who)  日期：\(day)"
        case .refusal(let refusal): refusal.chinese
        case .problem(let error): error.chinese
        case .title: "报表"
        case .hint: "←→ 换表  [ ] 换期  m 月/季/年  ↑↓ 滚动  p 打印  Esc 返回"
        case .loading: "正在做表……"
        case .printed(let command): "报表已送打印：\(command)"
        case .saved(let path): "报表已存为 \(path)"
        case .notConfigured(let kind, let period):
            // It fits on the smallest screen.
            "没设打印(config.toml)：daiban report \(kind.rawValue) --period \(period) --output 文件"
        case .notIssued(let what, let detail): "报表没有送出（\(what)）：\(detail)"
        }
    }
}

extension SheetKind {
    fileprivate var chinese: String {
        switch self {
        case .summary: "月汇总表"
        case .attendance: "签到表"
        case .allowance: "补助发放表"
        case .performance: "计件绩效表"
        case .circular: "预警通报"
        case .roster: "人员变动表"
        case .staffing: "缺岗表"
        case .training: "培训表"
        case .stars: "星级评定表"
        }
    }

    fileprivate var aboutChinese: String {
        switch self {
        case .summary: "各村各月收了几件、通过几件、哪个事项最多；空表也列，谁没按时报送"
        case .attendance: "各人应到几节，准时、迟到、早退、缺勤、请假、顶岗各几节；以做表时所知为准"
        case .allowance: "一个季度的补助、扣减、退还、计件与更正；编制、复核、签发后定下不变"
        case .performance: "每人每个事项审核通过几件、值多少；银行辅助员另有一行给银行"
        case .circular: "现在超期与临期的在办件，按村、按代办员"
        case .roster: "期内人员的增减与变动，报县用"
        case .staffing: "期末哪里缺什么岗"
        case .training: "期内的培训：谁应到、谁到了，全年对照规则"
        case .stars: "期末各点的清单、缺什么，中心评几星"
        }
    }
}

extension SheetColumn {
    fileprivate var chinese: String {
        switch self {
        case .village: "村"
        case .number: "编号"
        case .name: "姓名"
        case .post: "岗位"
        case .agents: "代办员"
        case .month: "月份"
        case .topics: "热点事项"
        case .state: "报送"
        case .line: "管理线"
        case .item: "事项"
        case .kind: "变动"
        case .place: "地方"
        case .topic: "内容"
        case .before: "原来"
        case .after: "现在"
        case .actor: "经办"
        case .received: "收件"
        case .approved: "通过"
        case .due: "应到"
        case .present: "到岗"
        case .onTime: "准时"
        case .late: "迟到"
        case .leftEarly: "早退"
        case .missed: "缺勤"
        case .leave: "请假"
        case .stoodInFor: "顶岗"
        case .exempt: "免签"
        case .forgotten: "漏签"
        case .minutes: "分钟"
        case .outside: "班外"
        case .missing: "缺"
        case .near: "临期"
        case .overdue: "超期"
        case .days: "天数"
        case .count: "件数"
        case .least: "应有"
        case .found: "现有"
        case .share: "补助"
        case .ofVillage: "村补"
        case .pieces: "计件"
        case .deducted: "扣减"
        case .refunded: "退还"
        case .corrections: "更正"
        case .net: "实发"
        case .rate: "单价"
        case .pay: "计酬"
        case .handedIn: "报送日"
        case .on: "日期"
        case .time: "时间"
        case .holder: "举办"
        case .invited: "应到"
        case .attended: "到"
        case .excused: "请假"
        case .absent: "缺席"
        case .fulfilled: "达标"
        case .level: "等级"
        case .open: "未达标"
        case .score: "得分"
        }
    }
}

extension SheetTerm {
    fileprivate var chinese: String {
        switch self {
        case .total: "合计"
        case .summary(.onTime): "按时"
        case .summary(.late): "迟报"
        case .summary(.open): "未到期"
        case .summary(.missing): "未报"
        case .nilReturn: "空表"
        case .preparedBy: "编制"
        case .reviewedBy: "复核"
        case .signedBy: "签发"
        case .madeBy: "制表"
        case .lineOfCentre: "中心"
        case .post(let post): post.chinese
        case .role(let role): role.chinese
        case .change(let kind): kind.chinese
        case .warning(let topic): topic.chinese
        case .holder(.county): "县"
        case .holder(.township): "乡镇"
        case .nobody: "无人"
        case .session(let session, let offset): AttendanceMessage.session(session, offset).chinese
        case .sessionState(let state): AttendanceMessage.state(state).chinese
        case .ground(let ground, let offset): AttendanceMessage.ground(ground, offset).chinese
        case .notLookedAt: "没有看过"
        case .hall(.tooSmall(let area, let least)): "大厅\(area)平方米，要\(least)"
        case .hall(.unknown): "大厅没有量过"
        case .hall(.notAsked), .hall(.enough): "大厅"
        case .entry: "记录"
        case .finding(let kind): kind.chinese
        case .docked: "申诉成立，原扣于"
        case .daysOf: "天，全月"
        case .moneyKind(.allowance): "补助"
        case .moneyKind(.deduction): "扣减"
        case .moneyKind(.piece): "计件"
        case .moneyKind(.correction): "更正"
        case .moneyKind(.fee): "代收"
        case .notPaid: "没有单价，不计酬"
        case .wholeMonth: "全月"
        case .county: "县"
        case .township: "乡镇"
        case .noteRemainder(.spread): "除不尽的分：摊在全年各月，全年合计一分不少。"
        case .noteRemainder(.first): "除不尽的分：从一月起每月一分。"
        case .noteRemainder(.last): "除不尽的分：都在十二月。"
        case .notePartMonth(.days): "月中换人：按在任天数分，变动当天归接任的人。"
        case .notePartMonth(.lastDay): "月中换人：归月末在任的人。"
        case .noteWithoutRate: "没有单价、未计酬的通过件："
        case .noteKnownThrough: "所依据的台账记到第几条："
        case .noteMissingVillages: "未按时报送："
        case .noteLateReturns: "本期补报："
        case .noteDraft: "草稿：尚未编制，以编制时为准。"
        case .noteSessions: "按节计。到岗含准时、迟到、早退；漏签是没有签退；分钟是迟到与早退的分钟数。"
        case .noteOutside: "班外：受理时本村不坐班的件，归当时持有该件的人，撤回的减去；考勤、考核同此一数。"
        case .notePieces: "计件归最后送审该件的人；考核的“通过”归通过时持有该件的人，转派过的件两数会不同。"
        case .noteSummary: "收件按登记的月份，通过按通过的月份，撤回的减去；考核按同一本账。"
        case .noteImported: "含从别的系统转来、在那里已通过的件（计在其本来的月份）："
        case .noteRecordBegins: "台账的第一天，此前的月份不问报送："
        case .noteOutdated: "编制以后台账有变动，重编会不同；要计入请先退回重编。"
        case .noteCorrigible: "督办员的更正、补到的签到随时计入，所以一直未定。"
        case .noteLeaderMissing: "当月没有记下领导到中心现场办公的月份（每月应有）："
        case .noteLeaderLate: "期内补记的以前月份的现场办公（哪天、补记于）："
        case .noteKeptSince: "考勤的第一天，此前不计："
        case .noteNotKept: "台账里还没有人签到过，不计节次。"
        case .noteRatesOpen: "所属季度的发放表未签发，单价仍可补定。"
        case .noteRulebookNotRecorded: "当时执行哪套规则没有记录（daiban rulebook adopt），按现在的规则做："
        case .noteRulebookLost: "当时的规则没有存全文，按现在的规则做（当时、现在）："
        case .noteCalendarLater: "期后才记下、没有计入的日历改动："
        case .noteTrainingHeld: "全年至今已办／应办："
        case .noteTrainingMissing: "今年还要办的培训："
        case .noteTrainingAbsences: "全年至今无故缺席："
        case .noteNotAssessed: "没有评过点的村："
        case .noteReview(.gate): "只计审核通过的件；撤回的通过在撤回当月减去。"
        case .noteReview(.sample): "审核为抽查：计已办结通过的件；撤回的在撤回当月减去。"
        case .noteReview(.none): "不设审核：计已办结的件；撤回的在撤回当月减去。"
        case .allowanceState(.open): "未编制"
        case .allowanceState(.prepared): "已编制，待复核"
        case .allowanceState(.reviewed): "已复核，待签发"
        case .allowanceState(.returned): "已退回，待重编"
        case .allowanceState(.signed): "已签发"
        }
    }
}

extension PayAction {
    fileprivate var chinese: String {
        switch self {
        case .setRate: "定标准"
        case .prepare: "编制"
        case .review: "复核"
        case .sendBack: "退回"
        case .sign: "签发"
        case .handIn: "报送"
        }
    }
}

extension PayRefusal {
    fileprivate var chinese: String {
        switch self {
        case .notOnStaff: "不是在岗人员"
        case .notPermitted(let action, let role): "\(role.chinese)不能\(action.chinese)"
        case .unfit(let field, let fault): Refusal.unfit(field, fault).chinese
        case .amountUnfit: "金额不对：不能小于零，也不能大得离谱"
        case .villageUnknown(let village): "没有“\(village)”这个村"
        case .factsUnfit: "人口应为 1 到 1000000，里程应为 0 到 10000 公里"
        case .villagesUndescribed(let villages):
            villages.isEmpty
                ? "这个中心还没有村"
                : "还没有登记人口和里程的村：\(villages.joined(separator: "、"))；用 daiban allowance village 登记"
        case .notOver(let quarter): "\(quarter) 还没有结束，结束后才能编制"
        case .prepared(let quarter): "\(quarter) 的发放表已编制，要重编先退回"
        case .notPrepared(let quarter): "\(quarter) 没有编制好的发放表"
        case .notReviewed(let quarter): "\(quarter) 的发放表还没有复核"
        case .reviewed(let quarter): "\(quarter) 的发放表已复核"
        case .signed(let quarter): "\(quarter) 已签发，不再变；更正记在后面的季度（daiban money enter --kind correction）"
        case .laterSigned(let quarter): "后面的 \(quarter) 已签发，前面的不能再编"
        case .samePerson(let action): "\(action.chinese)的就是本人：编制、复核、签发要三个人"
        case .otherVillage(let village): "只能报送本村的，不能报送\(village)的"
        case .summaryInFuture(let month): "\(month) 还没有开始"
        }
    }
}

extension SheetError {
    fileprivate var chinese: String {
        switch self {
        case .quarterNeeded: "这张表按季度做，请写成 2026Q3"
        case .noPast: "预警通报只说现在的，过去的期间做不出来"
        case .notBegun(let period): "\(period) 还没有开始"
        case .villageUnknown(let village): "没有“\(village)”这个村"
        case .notKept(let kind): "这份台账里没有做\(kind.chinese)的记录"
        case .store(let error): Message.storeProblem(error).text(.chinese)
        }
    }
}
