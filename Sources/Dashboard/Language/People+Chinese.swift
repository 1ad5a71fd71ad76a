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
