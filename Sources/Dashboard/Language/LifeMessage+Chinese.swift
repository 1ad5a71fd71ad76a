import Casework

/// The Simplified Chinese words of a case's life.
extension LifeMessage {
    var chinese: String {
        switch self {
        case .field(let field): field.chinese
        case .label(let label): label.chinese
        case .direction(.villageToCounty): "村到县乡"
        case .direction(.countyToVillage): "县乡到村"
        case .names(let names): names.joined(separator: "、")
        case .stillMissing(let names, let since): "\(names.joined(separator: "、"))（\(since) 告知，还没有补来）"
        case .supplied(let names, let day): "\(names.joined(separator: "、"))（\(day) 补齐）"
        case .fee(let fen, let basis, let receipt):
            "\(CaseEvent.Said.amount(fen: fen).chinese(""))  依据 \(basis)  票据 \(receipt)"
        case .verified(let cadre, let isConfirmed, let finding): "\(cadre)：\(isConfirmed ? "属实" : "不属实")  \(finding)"
        case .forwarded(let office, let day, let papers): "\(office)  \(day) 送出  \(papers)"
        case .result(let result): "结果：\(result)"
        case .noResult: "结果还没有回来"
        case .branch(let number, let department, let task, let result):
            "\(number) \(department)：\(task)  \(result.map { "已办完：\($0)" } ?? "办理中")"
        case .help(let number, let level, let to, let question, let answer):
            "\(number) \(level.chinese) \(to)：\(question)  \(answer.map { "答复：\($0)" } ?? "还没有答复")"
        case .visitAsked(let when): "\(when) 要求上门，还没有约定"
        case .visitPlanned(let when, let place, let materials):
            "约定 \(when)  \(place)\(materials.map { "  备好 \($0)" } ?? "")"
        case .visitRefused(let reason): "不能上门：\(reason)"
        case .visitArrived(let when): "\(when) 到达"
        case .visitEnded(true): "已结束，当场办不完的以后送达"
        case .visitEnded(false): "已结束"
        case .waiting(let reason, let condition): "\(reason)  等到：\(condition)"
        case .leg(let holder, let from, let until): "\(holder)  \(from) 至 \(until ?? "现在")"
        case .signed(let name): name.isEmpty ? "已送达" : "\(name) 签收"
        case .rating(let level, let channel, let services, let words):
            ([LifeMessage.stars(level).chinese, channel.chinese] + services.map(\.chinese) + (words.map { [$0] } ?? []))
                .joined(separator: "  ")
        case .followedUp(let finding): "回访：\(finding)"
        case .followUpOpen: "还没有回访"
        case .complaint(let number, let subject, let words): "\(number) \(subject.chinese)：\(words)"
        case .complaintOpen: "还没有核查"
        case .complaintDecided(let isUpheld, let finding): "\(isUpheld ? "属实" : "不属实")：\(finding)"
        case .fault(let isOwn, let reason): "\(isOwn ? "自身原因" : "非自身原因")：\(reason)"
        case .lastTold(let when): "最近一次 \(when)"

        case .ground(let ground): ground.chinese
        case .level(let level): level.chinese
        case .channel(let channel): channel.chinese
        case .service(let service): service.chinese
        case .subject(let subject): subject.chinese
        case .stars(let level): ["1 很差", "2 差", "3 一般", "4 好", "5 很好"][min(max(level, 1), 5) - 1]
        case .confirmed(let isTrue): isTrue ? "属实" : "不属实"
        case .ownFault(let isOwn): isOwn ? "自身原因" : "非自身原因"
        case .materialsChecked: "已核对齐全"
        case .deliversLater: "当场办不完，以后送达"

        case .menuTitle: "这件能做的事"
        case .menuHint: "输入查找   Enter 选定   Esc 返回"
        case .send(let kind): kind.chinese
        case .done(let kind, let number): "已记录：\(number) \(kind.chinese)"
        case .listPlaceholder: "必填，几样用顿号隔开"
        case .timePlaceholder: "如 2026-11-20 14:30，今天的写 14:30"
        case .unreadableTime: "看不懂这个时间，请照 2026-11-20 14:30 的样子写"
        case .unreadableAmount: "请写金额，单位元，如 12.50"
        case .unreadableDays: "请写工作日数，如 5"
        case .pleaseChoose: "请选一个"
        case .pleaseTick: "请勾选：没有核对材料不能受理"
        case .declineMore: "Tab 写明去处或所缺"
        }
    }
}

extension LifeField {
    var chinese: String {
        switch self {
        case .authorisation: "委托"
        case .firstAsked: "首问"
        case .collector: "收集员"
        case .direction: "方向"
        case .missing: "补正"
        case .originals: "代管原件"
        case .verification: "核实"
        case .forwarding: "报送"
        case .branch: "联办"
        case .help: "帮助"
        case .visit: "上门"
        case .waiting: "待条件"
        case .legs: "接力"
        case .told: "告知进度"
        case .fees: "代收费用"
        case .answer: "答复"
        case .delivery: "送达"
        case .rating: "评价"
        case .complaint: "投诉"
        case .fault: "超期责任"
        case .filed: "归档"
        case .redoOf: "重办自"
        case .redoneBy: "已重办为"
        }
    }
}

extension LifeLabel {
    var chinese: String {
        switch self {
        case .ground: "原因类别"
        case .rightOffice: "应去何处"
        case .missing: "缺什么"
        case .authorisation: "委托"
        case .materials: "材料"
        case .lateReason: "超期原因"
        case .again: "再次告知原因"
        case .originals: "原件"
        case .confirmed: "核实结果"
        case .papers: "报送材料"
        case .promisedDays: "承诺工作日"
        case .helper: "下一位"
        case .department: "部门"
        case .branch: "哪一路"
        case .level: "向谁请求"
        case .asked: "单位"
        case .request: "哪次请求"
        case .time: "时间"
        case .atHand: "应备材料"
        case .later: "剩下的"
        case .told: "告知内容"
        case .amount: "金额（元）"
        case .stars: "评价"
        case .channel: "渠道"
        case .services: "涉及服务"
        case .words: "原话"
        case .subject: "投诉什么"
        case .complaint: "哪次投诉"
        case .upheld: "是否属实"
        case .own: "责任"
        case .filedAt: "存放处"
        }
    }
}

extension Decline.Ground {
    var chinese: String {
        switch self {
        case .outOfScope: "不在范围"
        case .notQualified: "不符条件"
        case .policy: "政策不允许"
        }
    }
}

extension HelpRequest.Level {
    var chinese: String {
        switch self {
        case .bank: "银行"
        case .department: "部门"
        case .leader: "部门领导"
        }
    }
}

extension Rating.Channel {
    var chinese: String {
        switch self {
        case .counter: "现场"
        case .phone: "电话"
        case .web: "网上"
        case .qrCode: "扫码"
        case .hotline: "12345"
        }
    }
}

extension Rating.Service {
    var chinese: String {
        switch self {
        case .extendedHours: "延时服务"
        case .appointment: "预约服务"
        case .postal: "邮寄服务"
        case .home: "上门服务"
        }
    }
}
