import CaseStore
import Casework

/// The Simplified Chinese words of intake.
extension IntakeMessage {
    var chinese: String {
        switch self {
        case .field(let field): field.chinese
        case .matterLabel: "来意"
        case .authorisationLabel: "委托"
        case .originLabel: "来源"
        case .kindLabel: "方式"
        case .priorityLabel: "优先对象"
        case .urgentLabel: "缓急"
        case .matter(.request): "办事"
        case .matter(.consultation): "咨询"
        case .authorisation(.signed): "已签委托书"
        case .authorisation(.spoken): "口头委托"
        case .authorisation(.online): "网上勾选"
        case .authorisation(.agreement): "代办协议"
        case .group(let group): group.chinese
        case .send: "登记"
        case .mayNotRegister(let role): "\(role.chinese)不能登记办件"
        case .fault(let fault): fault.chinese
        case .authorisationMissing: "请问明并选定：没有本人委托不能代办"
        case .bring(let materials): "要带：\(materials.joined(separator: "、"))"
        case .itemNotListed: "清单里没有；照所填的登记"
        case .identityTells(let sex, let birthday, let age):
            "\(sex == .female ? "女" : "男") \(birthday) \(age) 岁"
        case .isOld(let age): "已满 \(age) 岁，可按 1"
        case .alreadyOpen(let number, let state, let agent):
            "同一人同一事项已有 \(number)，\(state.chinese)，\(agent.map { "代办员 \($0)" } ?? "还没有代办员")"
        case .moreOpen(let count): "另外还有 \(count) 件"
        case .sendAgain: "已有在办的件，见上；仍要登记，请再送一次"
        case .registered(let number, let agent): "已登记：\(number)\(agent.map { "   代办员 \($0)" } ?? "   还没有代办员，请转派")"
        case .notRegistered(let error): error.chinese
        case .receiptTitle: "回执"
        case .receiptHint: "p 打印或存档   Esc 返回"
        case .issuing: "正在送出回执…"
        case .issued(.file(let path)): "回执已存为 \(path)"
        case .issued(.command(let command)): "回执已交给 \(command)"
        case .notIssued(.notConfigured): "回执还没有去处：请在 config.toml 里设 receipt 的 folder 或 command"
        case .notIssued(.failed(let what, let detail)): "回执没有送出：\(what)：\(SystemReason.chinese(detail))"
        }
    }
}

extension CounterFault {
    var chinese: String {
        switch self {
        case .text(let field, let fault): Refusal.unfit(field, fault).chinese
        case .identityNumber(let fault): fault.chinese
        case .phone(let fault): fault.chinese
        }
    }
}

extension IdentityNumber.Fault {
    var chinese: String {
        switch self {
        case .wrongLength(let count): "身份证号应为 18 位，现有 \(count) 位；其他证件请写在说明里"
        case .former: "这是 15 位的旧号，请按现在的身份证填 18 位"
        case .unexpectedCharacter: "身份证号只有数字，最后一位可以是 X"
        case .noSuchDate: "身份证号里的出生日期没有这一天"
        case .bornLater: "身份证号里的出生日期在今天以后"
        case .wrongCheck: "身份证号与校验位不合，请对照证件再看一遍"
        }
    }
}

extension PhoneNumber.Fault {
    var chinese: String {
        switch self {
        case .unexpectedCharacter: "电话只能有数字"
        case .wrongLength(let count): "电话位数不对（\(count) 位）：手机 11 位，座机 7 或 8 位，可加区号"
        case .noSuchBeginning: "没有这样开头的电话号码"
        }
    }
}

extension IntakeError {
    var chinese: String {
        switch self {
        case .notOnStaff: Refusal.notOnStaff.chinese
        case .mayNotRegister(let role): "\(role.chinese)不能登记办件"
        case .otherVillage(let village): "没有登记：这是\(village)自己的数据库，别的村的办件请到镇里登记"
        case .alreadyOpen: "没有登记：同一人同一事项刚刚已有办件，见上；仍要登记，请再送一次"
        case .record(.store(let error)): error.chinese
        case .record(.caseNumberTaken(let number)), .record(.staffNumberTaken(let number)): "编号 \(number) 已经用过，没有登记"
        case .record(.noSuchStaff): Refusal.notAnAgent.chinese
        case .record(.refused(let refusal)): refusal.chinese
        }
    }
}

extension Intake.PriorityGroup {
    var chinese: String {
        switch self {
        case .old: "老"
        case .weak: "弱"
        case .sick: "病"
        case .disabled: "残"
        case .poor: "困"
        case .remote: "偏远"
        case .leftBehind: "留守"
        case .awayForWork: "外出务工"
        }
    }
}
