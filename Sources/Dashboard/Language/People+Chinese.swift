import Casework

/// The Chinese words about people.
extension PeopleMessage {
    var chinese: String {
        switch self {
        case .refusal(let refusal): refusal.chinese
        case .action(let action): action.chinese
        case .post(let post): post.chinese
        case .kind(let kind): kind.chinese
        case .education(let education): education.chinese
        case .watch(.first): "A 岗"
        case .watch(.second): "B 岗"
        case .admission(let finding): finding.chinese
        case .admissionSubject(let subject): subject.chinese
        case .step(let step): step.chinese
        case .vacancy(let vacancy):
            "\(vacancy.place.chinese)：\(vacancy.post.chinese)应有 \(vacancy.least) 人，现有 \(vacancy.found) 人"
        case .windowAlarm(let alarm): "\(alarm.window)：\(alarm.fault.chinese)"
        case .rosterChange(let kind): kind.chinese
        case .conduct(let kind): kind.chinese
        case .hours(let hours):
            switch hours.season {
            case .allYear: Self.sessions(hours.sessions)
            case .summer: "夏季 \(Self.sessions(hours.sessions))"
            case .winter: "冬季 \(Self.sessions(hours.sessions))"
            }
        case .sources(let sources): sources.map(\.article).joined(separator: "；")
        }
    }
}

extension StaffAction {
    var chinese: String {
        switch self {
        case .enrol: "登记人员"
        case .change: "变更人员"
        case .waive: "放宽条件"
        case .appoint: "办理聘任"
        case .standIn: "安排顶岗"
        case .handOver: "办理交接"
        case .leave: "办理离任"
        case .recordFinding: "记录问题"
        case .verifyFinding: "核实问题"
        case .grantAppeal: "准予申诉"
        case .enterMoney: "登记款项"
        case .decideLeave: "审批请假"
        case .correctSession: "更正考勤"
        case .exceptDuty: "调整坐班日"
        case .keepPINs: "管理口令"
        case .closeKiosk: "关闭签到机"
        case .inspect: "登记检查"
        case .holdTraining: "登记培训"
        case .assessPoint: "核查服务点"
        case .decideTenure: "决定去留"
        }
    }
}

extension StaffPost {
    var chinese: String {
        switch self {
        case .villageAgent: "村级代办员"
        case .gridAgent: "组网格代办员"
        case .townshipAgent: "基层代办员（兼项目专办员）"
        case .collector: "民事收集员"
        case .bankAuxiliary: "银行辅助员"
        case .windowClerk: "窗口帮办员"
        case .departmentHelper: "部门帮办员"
        case .stepTracker: "环节跟踪员"
        case .countySpecialist: "县级帮办代办专员"
        case .liaisonOfficer: "帮办代办联络员"
        case .reviewer: "审核员"
        case .supervisor: "督办员"
        case .director: "中心主任"
        case .countyOffice: "县政管办"
        }
    }
}

extension StaffKind {
    var chinese: String {
        switch self {
        case .gridWorker: "网格员"
        case .cadre: "干部"
        case .groupLeader: "村民小组长"
        case .volunteer: "志愿者"
        case .hired: "自聘人员"
        case .bankStaff: "银行工作人员"
        case .official: "机关工作人员"
        }
    }
}

extension Education {
    var chinese: String {
        switch self {
        case .primary: "小学"
        case .juniorMiddle: "初中"
        case .seniorMiddle: "高中、中专"
        case .college: "大专及以上"
        }
    }
}

extension AdmissionFinding {
    var chinese: String {
        switch self {
        case .ageUnknown(let limit): "没有出生日期（应未满 \(limit) 周岁）"
        case .tooOld(let age, let limit): "已满 \(age) 周岁（应未满 \(limit) 周岁）"
        case .educationUnknown(let least): "没有学历（应为\(least.chinese)或以上）"
        case .educationTooLow(let education, let least): "学历为\(education.chinese)（应为\(least.chinese)或以上）"
        case .gridWorkUnknown: "没有写明是不是专职网格员"
        case .noGridWorker: "不是网格员（应由网格员担任）"
        case .isGridWorker: "是专职网格员（不得由专职网格员担任）"
        case .residenceUnknown: "没有写明是否长期住在本村"
        case .livesElsewhere: "不住在本村"
        case .deviceUseUnknown: "没有写明会不会用电脑和手机"
        case .usesNoDevices: "不会用电脑和手机"
        }
    }
}

extension AdmissionFinding.Subject {
    var chinese: String {
        switch self {
        case .age: "年龄"
        case .education: "学历"
        case .gridWork: "网格员身份"
        case .residence: "居住地"
        case .devices: "电脑和手机"
        }
    }
}

extension AgentRules.AppointmentStep {
    var chinese: String {
        switch self {
        case .nomination: "两委提名"
        case .vote: "党员、村民代表会议通过"
        case .townshipFiling: "报乡镇审核备案"
        case .countyFiling: "报县备案"
        case .appointment: "聘任"
        }
    }
}

extension StaffingCheck.Vacancy.Place {
    var chinese: String {
        switch self {
        case .county: "全县"
        case .township: "乡镇"
        case .village(let name): name
        case .group(let group): group.village + group.name
        case .department(let name): name
        }
    }
}

extension WindowWatch.Fault {
    var chinese: String {
        switch self {
        case .nobody: "没有人员"
        case .noFirst: "没有 A 岗"
        case .noSecond: "没有 B 岗"
        case .unattended: "A、B 岗都不在"
        }
    }
}

extension RosterChange.Kind {
    var chinese: String {
        switch self {
        case .enrolled: "新增"
        case .left: "离任"
        case .person: "姓名变更"
        case .post: "岗位变更"
        case .village: "服务地变更"
        case .contact: "联系方式变更"
        }
    }
}

extension ConductFinding.Kind {
    var chinese: String {
        switch self {
        case .refusedToAccept: "不受理代办事项"
        case .missedTraining: "无故不参加培训"
        case .notAtPost: "检查时不在岗"
        case .lateSummary: "月汇总表迟报"
        case .incompleteLedger: "台账不完整"
        case .extraFee: "额外收费"
        case .shirking: "推诿不办"
        case .addedDuties: "擅自增加申请人义务"
        case .overdue: "超时办结"
        case .fraud: "弄虚作假"
        }
    }
}

extension StaffRefusal {
    var chinese: String {
        switch self {
        case .notPermitted(let action, let role): "\(role.chinese)不能\(action.chinese)"
        case .notOnStaff: "此人不在本中心任职"
        case .unfit(let field, let fault): Refusal.unfit(field, fault).chinese
        case .nothingChanged: "与原来相同，没有可写入的变更"
        case .postOfAnotherRole(let post, let role): "岗位“\(post.chinese)”与角色“\(role.chinese)”不符"
        case .villageMissing: "代办员须写明服务的村"
        case .inadmissible(let findings):
            "不符合代办员条件：\(findings.map(\.chinese).joined(separator: "，"))；可写明理由放宽（--waive）"
        case .nothingToWaive(let subject): "“\(subject.chinese)”一项没有需要放宽的"
        case .notAStep(let step): "现行办法没有“\(step.chinese)”这一步"
        case .stepDone(let step): "“\(step.chinese)”已经办过"
        case .stepTooEarly(let step, let next): "还不能“\(step.chinese)”，先办“\(next.chinese)”"
        case .stepBackdated(let step, let earliest): "“\(step.chinese)”不能早于上一步（\(earliest)）"
        case .stepInFuture(let step): "“\(step.chinese)”的日期还没有到"
        case .votesMissing: "请写明票数：赞成、反对、弃权"
        case .voteLost(let votes):
            "未获通过：赞成 \(votes.inFavour)，反对 \(votes.against)，弃权 \(votes.abstained)（须过半数）"
        case .standsInForSelf: "不能顶自己的岗"
        case .standInOfAnotherRole(let role): "顶岗的人角色不同（\(role.chinese)）"
        case .standInAbsent: "顶岗的人这段时间自己也有人顶岗"
        case .standInPeriod: "顶岗的起止时间不对"
        case .standInRunning: "这段时间已经有人顶岗"
        case .noStandIn: "现在没有人顶岗"
        case .handsOverToSelf: "不能交接给自己"
        case .receiverOfAnotherRole(let role): "接手的人角色不同（\(role.chinese)）"
        case .signatureMissing: "交接须双方签名，签名须与登记的姓名一致"
        case .nothingInHand: "手上没有办件和证件，不用交接"
        case .stillInHand(let cases, let originals): "手上还有办件 \(cases) 件、证件 \(originals) 份，请先交接"
        case .findingUnknown(let number): "没有第 \(number) 条记录"
        case .findingInFuture: "日期还没有到"
        case .findingVerified: "这条已经核实过"
        case .findingReversed: "这条已因申诉撤销"
        case .findingNotVerified: "这条还没有核实"
        case .verifiesOwnFinding: "记录的人不能自己核实，请另一人核实"
        case .findingKnown: "同一事实已经记录过"
        case .appealsForAnother: "申诉由本人提出"
        case .appealKnown: "已经申诉过"
        case .appealTooLate(let last): "申诉已过期限（到 \(last) 为止）"
        case .noAppeal: "没有待处理的申诉"
        case .decidesOwnFinding: "由第三人决定：不能是记录人，也不能是核实人"
        case .nothingToDecide(let month): "\(month) 没有达到规则的情形，无需决定"
        case .monthNotOver(let month): "\(month) 还没有结束"
        case .tenureDecided(let month): "\(month) 已经作过决定"
        case .notInvited: "到会和请假的人都要在应到名单里"
        case .nobodyInvited: "没有应到的人"
        case .inFuture: "那个时间还没有到"
        case .markUnfit(let item, let asked):
            "“\(item)”不在这个点的清单上，或写了两次；清单有：\(asked.joined(separator: "、"))"
        case .placeUnknown(let place, let known):
            "没有“\(place)”这个地方；有：\(known.prefix(30).joined(separator: "、"))\(known.count > 30 ? "……" : "")"
        case .concernsOneself: "不能处理关于自己的记录"
        case .amountUnfit: "金额须大于零（更正可以为负），且不超过 10000000.00 元"
        case .spanUnfit: "起止日期不对：不能倒过来，也不能超过一年"
        case .hoursUnfit: "时间不对：应如 09:00-11:30，前后不重叠；不坐班的日子不写时间"
        case .stateUnfit: "不能更正成这种情形"
        case .leaveUnknown(let id): "此人没有编号为 \(id) 的请假"
        case .leaveDecided: "这次请假已经批过"
        case .leaveOverlaps: "这段时间已经请过假"
        case .leaveWithoutDuty(let from, let to):
            from == to ? "\(from) 不坐班，不用请假" : "\(from) 至 \(to) 都不坐班，不用请假"
        case .leaveWithoutSession(let number, let most): "没有第 \(number) 节：一天最多 \(most) 节"
        case .sessionUnknown(let session): "\(session.day) 没有第 \(session.number) 节坐班"
        case .sessionToCome(let session): "\(session.day) 第 \(session.number) 节还没有开始"
        case .proposalChanged(let month): "\(month) 的规则提示已经变了：按 Esc 看过新的，再决定"
        case .noDutyThen(let name, let at, let offset, let why):
            "\(at.civilText(offset)) \(name) \(why.chinese)，不能记为不在岗；到场所见可以照记，不写 --at-post"
        case .inspectionWithoutAbsence(let reference): "没有编号为 \(reference)、查到此人不在岗的检查"
        case .absenceKnown(let session, let finding):
            "\(session.day) 第 \(session.number) 节不在岗已记为问题 \(finding)，同一节不重复记"
        case .pinUnfit(let fault): fault.chinese
        case .pinMissing: "还没有口令，请督办员先设一个"
        case .pinNotLocked: "口令没有锁定"
        case .pinWrong: "原口令不对，或暂时不能再试"
        case .rectificationBeforeFinding: "整改期限不能早于发现的日期"
        }
    }
}

extension NoDuty {
    fileprivate var chinese: String {
        switch self {
        case .role(let role): "是\(role.chinese)，没有固定坐班时间"
        case .noSession(.season): "不在坐班时间"
        case .noSession(let ground): "那天\(ground.chinese)，那时不坐班"
        case .hasLeft: "那时已经离任"
        case .onLeave: "在请假"
        case .stoodInFor: "有人顶岗"
        case .excused: "经督办员免签"
        case .elsewhere(let village): village.map { "是\($0)的人员，没有到这里顶岗" } ?? "不是这个村的人员，没有到这里顶岗"
        }
    }
}
