import CaseStore
import Casework
import Dashboard

/// What a person calls the tables and fields of the record. Technicians find the name that stands in the file behind it, in
/// brackets.
struct RecordNames {
    var language: Language
    /// In which moments are told.
    var offset = UTCOffset.china

    /// What fields are of.
    enum Subject {
        case `case`, staff, item, centre
    }

    /// A table, a ledger or what follows from them; its own name where there is no other.
    func table(_ name: String) -> String { pick(Self.tables[name]) ?? name }

    /// A column of a row, or a part of what is kept about the centre.
    func field(_ name: String, of subject: Subject) -> String {
        let words = name.split(separator: " ", maxSplits: 1).map(String.init)
        // `version 3`, `campaign ZX2026-01`.
        if words.count == 2, let first = pick(Self.fields(of: subject)[words[0]]) { return "\(first) \(words[1])" }
        return pick(Self.fields(of: subject)[name]) ?? table(name)
    }

    /// What a field holds, as it is said to people; `nil` where that would tell them nothing.
    func value(_ value: FieldValues.Value, of field: String) -> String? {
        switch value {
        case .nothing: language == .chinese ? "空" : "nothing"
        case .text(let text):
            // What somebody has put there may be of any length.
            name(text, of: field) ?? (Self.plainTexts.contains(field) && text.count <= Self.longest ? text : nil)
        case .number(let number) where Self.moments.contains(field):
            Instant(milliseconds: number).civilText(offset)
        case .number(let number) where field.hasPrefix("is_"): yesOrNo(number != 0)
        case .number(let number): Self.counts.contains(field) ? String(number) : nil
        }
    }

    /// How what a field holds differs from what it should hold.
    func difference(_ values: FieldValues?, _ field: String) -> String {
        let told = values.flatMap { values in
            value(values.expected, of: field).flatMap { expected in
                value(values.found, of: field).map { (expected: expected, found: $0) }
            }
        }
        // Two moments of the same minute look alike.
        guard let told, told.expected != told.found else {
            return language == .chinese ? "与记录不符" : "is not what the journal gives"
        }
        return switch language {
        case .chinese: "：记录里是“\(told.expected)”，表里是“\(told.found)”"
        case .english: "is “\(told.expected)” by the journal and “\(told.found)” in the table"
        }
    }

    private func yesOrNo(_ yes: Bool) -> String {
        switch language {
        case .chinese: yes ? "是" : "否"
        case .english: yes ? "yes" : "no"
        }
    }

    private func name(_ text: String, of field: String) -> String? {
        switch field {
        case "state": CaseState(rawValue: text).map { Message.state($0).text(language) }
        case "role": Role(rawValue: text).map { Message.role($0).text(language) }
        case "presence": DutyPresence(rawValue: text).map { Message.presence($0).text(language) }
        default: nil
        }
    }

    private typealias Name = (chinese: String, english: String)

    private func pick(_ name: Name?) -> String? {
        switch language {
        case .chinese: name?.chinese
        case .english: name?.english
        }
    }

    private static let moments: Set = [
        "submitted_at", "completed_at", "closed_at", "due_at", "warn_at", "present_since",
    ]
    private static let longest = 60
    private static let counts: Set = ["version", "returns", "urgings", "originals"]
    private static let plainTexts: Set = ["state", "role", "presence", "number", "item", "village", "campaign", "name"]

    private static func fields(of subject: Subject) -> [String: Name] {
        switch subject {
        case .case: caseFields
        case .staff: staffFields
        case .item: itemFields
        case .centre: centreFields
        }
    }

    private static let caseFields: [String: Name] = [
        "number": ("编号", "number"), "item": ("事项", "item"), "village": ("村", "village"),
        "applicant": ("申请人", "applicant"), "submitted_at": ("申请时间", "moment of application"),
        "is_urgent": ("加急", "urgency"), "item_kind": ("事项类型", "kind of item"), "campaign": ("专项", "campaign"),
        "is_priority": ("优先办理", "priority"), "version": ("步数", "number of steps"), "state": ("状态", "state"),
        "is_open": ("是否在办", "being open"), "holder": ("承办人", "holder"),
        "completed_at": ("办成时间", "moment of completion"), "closed_at": ("办结时间", "moment of closing"),
        "due_at": ("到期时间", "deadline"), "warn_at": ("提醒时间", "warning mark"),
        "is_provisional": ("到期时间是否暂定", "provisional deadline"), "returns": ("退回次数", "returns"),
        "urgings": ("催办次数", "urgings"), "due_order": ("按到期排的次序", "place by deadline"),
        "review_order": ("待审的次序", "place in review"), "clock": ("正在走的时限", "running clock"),
        "originals": ("收存的原件", "originals kept"), "clocks": ("时限", "clocks"),
    ]

    private static let staffFields: [String: Name] = [
        "number": ("工号", "number"), "name": ("姓名", "name"), "role": ("岗位", "role"), "village": ("所服务的村", "village"),
        "is_active": ("是否在任", "being on the staff"), "presence": ("在岗状态", "presence"),
        "present_since": ("到岗时间", "moment of arrival"), "body": ("详细资料", "particulars"),
    ]

    private static let itemFields: [String: Name] = [
        "version": ("版本", "version"), "level": ("层级", "level"), "name": ("名称", "name"), "kind": ("类型", "kind"),
        "area": ("领域", "area"), "promised_days": ("承诺天数", "days promised"), "is_claimed": ("是否认领", "being claimed"),
        "is_withdrawn": ("是否取消", "being withdrawn"),
    ]

    private static let centreFields: [String: Name] = [
        "name": ("名称", "name"), "prefix": ("编号前缀", "prefix of numbers"), "offset": ("时差", "offset from UTC"),
        "villages": ("村的名单", "list of villages"), "items": ("事项名单", "list of items"), "calendar": ("日历", "calendar"),
        "messages": ("短信开关", "switch of messages"), "campaign": ("专项", "campaign"),
    ]

    private static let tables: [String: Name] = [
        "journal": ("办件记录", "journal"), "centre": ("中心的资料", "centre"), "villages": ("村的名单", "villages"),
        "items": ("事项名单", "items"), "staff": ("人员", "staff"), "cases": ("办件", "cases"), "clocks": ("时限", "clocks"),
        "clock_rules": ("时限的规则", "rules of clocks"), "case_work": ("工作量", "work done"), "work": ("工作量", "work done"),
        "service_items": ("事项目录", "catalogue of items"), "service_item_versions": ("事项的各版", "versions of items"),
        "calendar_changes": ("日历的改动", "changes of the calendar"), "campaigns": ("专项", "campaigns"),
        "message_switch": ("短信开关", "switch of messages"), "outbox": ("待发短信", "outbox"),
        "money_sums": ("款项合计", "sums of money"), "pins": ("口令", "PINs"), "pin_tries": ("口令试错次数", "wrong tries of PINs"),
        "ranks": ("队列的计数", "counters of queues"), "search_names": ("检索用的名称", "names for search"),
        "case_search": ("全部办件的检索", "search of all cases"), "open_case_search": ("在办办件的检索", "search of open cases"),
        "import_checkpoints": ("导入的进度", "progress of imports"), "relay_self": ("交换文件：本站", "exchange: this site"),
        "relay_partners": ("交换文件：对方", "exchange: partners"), "relay_bundles": ("交换文件：各包", "exchange: bundles"),
        "relay_held": ("交换文件：等着的包", "exchange: bundles that wait"),
        "relay_origins": ("交换文件：来处", "exchange: origins"), "relay_tasks": ("交换文件：待处理", "exchange: tasks"),
        "attendance": ("签到记录", "attendance"), "duty_entries": ("请假与更正", "leaves and corrections"),
        "duty_exceptions": ("不值班的日子", "days without duty"), "money": ("款项", "money"),
        "rulebook_adoptions": ("执行过的规则", "rulebooks in force"), "signed_anchors": ("签过的校验码", "signed anchors"),
        "village_summaries": ("各村交来的月汇总", "monthly summaries"), "pay_rates": ("发放标准", "pay rates"),
        "allowance_steps": ("补贴发放表的进度", "progress of allowance sheets"), "inspections": ("检查", "inspections"),
        "trainings": ("培训", "training"), "point_assessments": ("服务点评估", "assessments of points"),
        "tenure_decisions": ("去留决定", "decisions about people"), "notices": ("公告", "notices"),
        "notice_removals": ("撤下的公告", "notices taken down"), "village_facts": ("村的情况", "facts about villages"),
    ]
}
