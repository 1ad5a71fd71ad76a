import Casework

/// The Simplified Chinese words about service items.
extension ItemTerm {
    var chinese: String {
        switch self {
        case .level(let level): level.chinese
        case .kind(let kind): kind.chinese
        case .area(let area): area.chinese
        case .stage(let stage): stage.chinese
        case .step(let step): step.chinese
        case .field(let field): field.chinese
        case .form(.original): "原件"
        case .form(.copy): "复印件"
        case .form(.both): "原件和复印件"
        case .required(true): "必交"
        case .required(false): "选交"
        case .workingDays(let days): "\(days) 个工作日"
        case .sameDay: "当天办结"
        case .free: "不收费"
        case .fee(let fen, let basis): "\(Yuan.text(fen: fen)) 元（依据 \(basis)）"
        case .version(let version): "第 \(version) 版"
        case .claimed: "已认领"
        case .withdrawn: "已取消"
        case .assumed(let fields): "以下各项是暂拟的，请核实：\(fields.map(\.chinese).joined(separator: "、"))"
        case .refusal(let refusal): refusal.chinese
        }
    }
}

extension ItemLevel {
    fileprivate var chinese: String {
        switch self {
        case .county: "县级"
        case .township: "乡镇级"
        case .village: "村级"
        }
    }
}

extension ItemKind {
    fileprivate var chinese: String {
        switch self {
        case .instant: "即办件"
        case .promised: "承诺件"
        case .forwarded: "报送件"
        case .major: "重大事项"
        }
    }
}

extension ContentArea {
    fileprivate var chinese: String {
        switch self {
        case .named(.insurance): "养老和医疗保险"
        case .named(.relief): "低保、救助、残疾、优抚"
        case .named(.family): "生育和计生"
        case .named(.certificates): "证明、盖章、党团关系"
        case .named(.advice): "咨询"
        case .named(.farming): "粮食和农机补贴"
        case .named(.support): "红白理事和帮扶"
        case .named(.work): "就业和培训"
        case .named(.bills): "代缴费用"
        case .named(.tools): "便民工具"
        case .other(let name): name
        }
    }
}

extension ServiceStage {
    fileprivate var chinese: String {
        switch self {
        case .application: "提出申请"
        case .authorisation: "受理委托"
        case .handling: "事项办理"
        case .handover: "交接归档"
        case .rating: "服务评价"
        }
    }
}

extension AgencyStep {
    fileprivate var chinese: String {
        switch self {
        case .contact: "提前介入"
        case .authorisation: "接受委托"
        case .agreement: "签订委托协议"
        case .advice: "咨询指导"
        case .materials: "收集材料、报送"
        case .coordination: "协调部门办理"
        case .result: "反馈结果"
        case .originals: "归档、退还材料"
        case .callBack: "回访评价"
        }
    }
}

extension ItemField {
    fileprivate var chinese: String {
        switch self {
        case .code: "编码"
        case .version: "版本"
        case .level: "层级"
        case .name: "事项"
        case .kind: "类型"
        case .area: "内容"
        case .department: "办理单位"
        case .branches: "联办部门"
        case .promisedDays: "承诺时限"
        case .promise: "承诺（原文）"
        case .legalLimit: "法定时限"
        case .condition: "申请条件"
        case .materials: "申请材料"
        case .time: "办理时间"
        case .filling: "填写说明"
        case .sample: "示范文本"
        case .stages: "办理流程"
        case .legalBasis: "办理依据"
        case .fee: "收费"
        case .feeBasis: "收费依据"
        case .source: "出处"
        case .assumed: "暂拟"
        }
    }
}

extension ItemRefusal {
    fileprivate var chinese: String {
        switch self {
        case .notPermitted(let role, let level):
            "\(role.chinese)不能改动\(level.chinese)事项清单；由\(Role.allCases.filter { $0.mayKeep(level) }.map(\.chinese).joined(separator: "、"))改"
        case .mayNotClaim(let role): "\(role.chinese)不能认领或退回县级事项"
        case .notOnStaff: "您已不在本中心的人员名册里"
        case .unfit(let field, .missing): "“\(field.chinese)”不能空着"
        case .unfit(let field, .tooLong): "“\(field.chinese)”太长"
        case .unfit(let field, .unprintable): "“\(field.chinese)”里有控制字符或不该有的换行，请删去"
        case .value(let field, let text, let expected):
            "“\(field.chinese)”不能是 \(text)；可用：\(expected.joined(separator: ", "))"
        case .contradiction(_, .instantWithPromise): "即办件当天办结，不能再写承诺工作日"
        case .contradiction(_, .majorWithoutBranches): "重大事项要由两个以上部门联办，请写明联办部门"
        case .contradiction(_, .branchesOfOther(let kind)): "\(kind.chinese)没有联办部门；联办的应为重大事项"
        case .contradiction(_, .feeWithoutBasis): "收费必须写明依据；代办本身不收费"
        case .contradiction(_, .basisWithoutFee): "写了收费依据，却没有收费数额"
        case .contradiction(_, .doubled(let name)): "“\(name)”写了两次"
        case .reason(.missing): "必须写明理由"
        case .reason(.tooLong): "理由太长"
        case .reason(.unprintable): "理由里有控制字符，请删去"
        case .codeTaken(let code): "编码 \(code) 已经有了"
        case .nameTaken(let name, let code): "同一清单里已有“\(name)”（\(code)）"
        case .unknown(let code): "没有编码为 \(code) 的事项"
        case .withdrawn(let code): "事项 \(code) 已经取消"
        case .levelChanged(let code, let from, let to):
            "事项 \(code) 是\(from.chinese)事项，不能改为\(to.chinese)；请另立一项"
        case .stale(let code, let seen, let current): "事项 \(code) 已是第 \(current) 版，您依据的是第 \(seen) 版"
        case .unchanged(let code): "事项 \(code) 没有改动"
        case .notOfTheCounty(let code, let level): "事项 \(code) 是\(level.chinese)事项，只有县级事项可以认领"
        case .alreadyClaimed(let code): "事项 \(code) 已经认领"
        case .notClaimed(let code): "事项 \(code) 没有认领过"
        }
    }
}
