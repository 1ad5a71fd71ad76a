import Casework
import Dashboard

/// The command line's words about the life of a case. What a command does is called as on the desk.
enum LifeWords {
    case abstract(CaseCommand.Kind)
    case supplements, originals, branches, help, visits, complaints, redo, table
    case groupBefore, groupDuring, groupAfter
    case optionUnchecked, optionGround, optionRightOffice, optionMissing, optionLateReason, optionAnswer, optionAgain
    case optionPaper, optionCadre, optionFinding, optionConfirmed, optionOffice, optionPapers, optionPromisedDays
    case optionResult, optionHelper, optionDepartment, optionTask, optionBranch, optionLevel, optionAsked
    case optionQuestion, optionRequest, optionCondition, optionTold, optionYuan, optionBasis, optionFeeReceipt
    case optionAt, optionPlace, optionMaterials, optionDeliversLater
    case optionSignedBy, optionStars, optionChannel, optionService, optionWords, optionSubject, optionComplaint
    case optionUpheld, optionOwn, optionFiledAt, optionError
    case redone(String, by: String)
    case columnStates, columnRoles, columnGuards

    var chinese: String {
        switch self {
        case .abstract(let kind): Message.action(kind).text(.chinese)
        case .supplements: "一次性告知补正，材料补齐"
        case .originals: "申请人的原件：收下、退还"
        case .branches: "重大事项的各部门：开始、办完"
        case .help: "请银行、部门或部门领导帮助，以及答复"
        case .visits: "上门办：要求、约定、不能去、到达、结束"
        case .complaints: "投诉的核查"
        case .redo: "办错了重新办理：另立一件，与原件相连"
        case .table: "一件的状态、命令、人员和条件总表"
        case .groupBefore: "受理前后"
        case .groupDuring: "办理中"
        case .groupAfter: "办结以后"
        case .optionUnchecked: "材料还没有核对"
        case .optionGround: "原因：out-of-scope 不在范围，not-qualified 不符条件，policy 政策不允许"
        case .optionRightOffice: "应去哪个部门办"
        case .optionMissing: "缺什么（可重复，一次说全）"
        case .optionLateReason: "超期的原因，会告知申请人"
        case .optionAnswer: "答复的内容"
        case .optionAgain: "再次告知的原因（一次性告知后又要补）"
        case .optionPaper: "原件名称（可重复）"
        case .optionCadre: "核实的村干部"
        case .optionFinding: "核查结果"
        case .optionConfirmed: "是否属实：yes 或 no"
        case .optionOffice: "报送到哪个部门或窗口"
        case .optionPapers: "报送的材料"
        case .optionPromisedDays: "窗口承诺的工作日"
        case .optionResult: "结果"
        case .optionHelper: "转交给谁（人员编号）"
        case .optionDepartment: "部门"
        case .optionTask: "该部门要办的事"
        case .optionBranch: "第几路联办"
        case .optionLevel: "向谁：bank 银行，department 部门，leader 部门领导"
        case .optionAsked: "哪家银行或哪个部门"
        case .optionQuestion: "请求的内容"
        case .optionRequest: "第几次帮助请求"
        case .optionCondition: "等到什么条件再办"
        case .optionTold: "告知申请人的内容"
        case .optionYuan: "金额（元），如 12.50"
        case .optionBasis: "收费依据"
        case .optionFeeReceipt: "票据号"
        case .optionAt: "约定的时间，如 2026-11-20 14:30"
        case .optionPlace: "地点"
        case .optionMaterials: "申请人应备的材料"
        case .optionDeliversLater: "当场办不完，以后送达"
        case .optionSignedBy: "谁签收"
        case .optionStars: "1（很差）到 5（很好）"
        case .optionChannel: "评价渠道：counter 现场，phone 电话，web 网上，qr-code 扫码，hotline 12345"
        case .optionService: "评价涉及的服务（可重复）：extended-hours 延时，appointment 预约，postal 邮寄，home 上门"
        case .optionWords: "原话"
        case .optionSubject: "投诉什么：shirking 推诿，added-duties 加码，overdue 超期，fees 收费，attitude 态度，other 其他"
        case .optionComplaint: "第几次投诉"
        case .optionUpheld: "是否属实：yes 或 no"
        case .optionOwn: "是否自身原因：yes 或 no"
        case .optionFiledAt: "存放处，如 2026-3 柜"
        case .optionError: "哪里办错了"
        case .redone(let number, let next): "\(number) 已重新办理，新的一件是 \(next)"
        case .columnStates: "状态"
        case .columnRoles: "人员"
        case .columnGuards: "条件"
        }
    }

    var english: String {
        switch self {
        case .abstract(let kind): Message.action(kind).text(.english)
        case .supplements: "The one-time notice of what is missing, and its end"
        case .originals: "The applicant's originals: take, return"
        case .branches: "The departments of a major item: open, end"
        case .help: "Help from a bank, a department or its leader, and the answer"
        case .visits: "Home visits: ask, plan, refuse, arrive, end"
        case .complaints: "What becomes of a complaint"
        case .redo: "Do again what was done wrongly: a new case, linked to the first"
        case .table: "The table of states, commands, roles and guards of a case"
        case .groupBefore: "AROUND ACCEPTANCE"
        case .groupDuring: "DURING THE WORK"
        case .groupAfter: "THE END AND AFTER IT"
        case .optionUnchecked: "The materials have not been looked through"
        case .optionGround: "Why: out-of-scope, not-qualified or policy"
        case .optionRightOffice: "The office that is right for it"
        case .optionMissing: "What is missing (may be repeated; all at once)"
        case .optionLateReason: "Why it is late, as the applicant is told"
        case .optionAnswer: "The answer"
        case .optionAgain: "Why the applicant is asked a second time"
        case .optionPaper: "The name of an original (may be repeated)"
        case .optionCadre: "The village cadre who looked into it"
        case .optionFinding: "What was found"
        case .optionConfirmed: "Whether it is true: yes or no"
        case .optionOffice: "The office or window that the papers go to"
        case .optionPapers: "The papers that go up"
        case .optionPromisedDays: "The working days that the window named"
        case .optionResult: "The result"
        case .optionHelper: "Who takes it next (staff number)"
        case .optionDepartment: "The department"
        case .optionTask: "What that department has to do"
        case .optionBranch: "The number of the branch"
        case .optionLevel: "Whom: bank, department or leader"
        case .optionAsked: "Which bank or department"
        case .optionQuestion: "What is asked"
        case .optionRequest: "The number of the request"
        case .optionCondition: "When it goes on"
        case .optionTold: "What the applicant is told"
        case .optionYuan: "The amount in yuan, such as 12.50"
        case .optionBasis: "The rule that sets the fee"
        case .optionFeeReceipt: "The number of its receipt"
        case .optionAt: "When, such as 2026-11-20 14:30"
        case .optionPlace: "Where"
        case .optionMaterials: "What the applicant should have at hand"
        case .optionDeliversLater: "What could not end there is brought later"
        case .optionSignedBy: "Who signed for it"
        case .optionStars: "1 (very bad) to 5 (very good)"
        case .optionChannel: "How it came: counter, phone, web, qr-code or hotline"
        case .optionService: "What it covers (may be repeated): extended-hours, appointment, postal, home"
        case .optionWords: "The person's own words"
        case .optionSubject: "What about: shirking, added-duties, overdue, fees, attitude or other"
        case .optionComplaint: "The number of the complaint"
        case .optionUpheld: "Whether it is true: yes or no"
        case .optionOwn: "Whether it was the own fault: yes or no"
        case .optionFiledAt: "Where it was put"
        case .optionError: "What was done wrongly"
        case .redone(let number, let next): "\(number) is done again; the new case is \(next)"
        case .columnStates: "STATES"
        case .columnRoles: "ROLES"
        case .columnGuards: "GUARDS"
        }
    }
}
