import Casework

/// The Simplified Chinese words of a case's life: states, what happened, what can be done.
extension CaseState {
    var chinese: String {
        switch self {
        case .pending: "待受理"
        case .accepted: "办理中"
        case .inReview: "待审核"
        case .returned: "退回待补"
        case .waiting: "待条件成熟"
        case .approved: "已通过"
        case .delivered: "已送达"
        case .filed: "已归档"
        case .declined: "不予受理"
        case .withdrawn: "已撤回"
        case .answered: "已答复"
        }
    }
}

extension CaseEvent.Kind {
    var chinese: String {
        switch self {
        case .registered: "登记"
        case .accepted: "受理"
        case .declined: "不予受理"
        case .completed: "送审"
        case .approved: "通过"
        case .rejected: "退回"
        case .reassigned: "转派"
        case .urged: "催办"
        case .revealed: "查看隐去的内容"
        case .undone: "撤回"
        case .answered: "答复咨询"
        case .authorised: "登记委托"
        case .supplementAsked: "一次性告知补正"
        case .supplemented: "材料补齐"
        case .originalsTaken: "收下原件"
        case .originalsReturned: "退还原件"
        case .verified: "村干部核实"
        case .forwarded: "报送"
        case .resultReceived: "取回结果"
        case .relayed: "接力转交"
        case .branchOpened: "开始联办"
        case .branchEnded: "联办完成"
        case .helpAsked: "请求帮助"
        case .helpAnswered: "答复帮助请求"
        case .visitAsked: "要求上门"
        case .visitPlanned: "约定上门"
        case .visitRefused: "不能上门"
        case .visitArrived: "到达"
        case .visitEnded: "上门结束"
        case .setAside: "暂缓，待条件成熟"
        case .resumed: "恢复办理"
        case .fedBack: "告知进度"
        case .feeTaken: "代收费用"
        case .withdrawn: "申请人撤回"
        case .delivered: "送达"
        case .rated: "评价"
        case .ratingFollowedUp: "差评回访"
        case .complained: "投诉"
        case .complaintDecided: "投诉核查"
        case .faultDecided: "认定超期责任"
        case .filed: "归档"
        case .redone: "重新办理"
        case .handedOver: "交接"
        case .warned: "预警"
        case .recomputed: "重算时限"
        case .notified: "消息"
        case .merged: "与外站合并"
        }
    }
}

extension CaseCommand.Kind {
    var chinese: String {
        switch self {
        case .accept: "受理"
        case .decline: "不予受理"
        case .complete: "送审"
        case .approve: "通过"
        case .reject: "退回"
        case .reassign: "转派"
        case .urge: "催办"
        case .reveal: "显示隐去的内容"
        case .undo: "撤回"
        case .answer: "答复咨询"
        case .authorise: "登记委托"
        case .askSupplement: "一次性告知补正"
        case .supplement: "材料补齐"
        case .takeOriginals: "收下原件"
        case .returnOriginals: "退还原件"
        case .verify: "村干部核实"
        case .forward: "报送"
        case .receiveResult: "取回结果"
        case .relay: "接力转交"
        case .openBranch: "开始联办"
        case .endBranch: "联办完成"
        case .askHelp: "请求帮助"
        case .answerHelp: "答复帮助请求"
        case .askVisit: "要求上门"
        case .planVisit: "约定上门"
        case .refuseVisit: "不能上门"
        case .arrive: "到达"
        case .endVisit: "上门结束"
        case .setAside: "暂缓，待条件成熟"
        case .resume: "恢复办理"
        case .feedBack: "告知进度"
        case .takeFee: "代收费用"
        case .withdraw: "申请人撤回"
        case .deliver: "送达"
        case .rate: "评价"
        case .followUp: "差评回访"
        case .complain: "登记投诉"
        case .decideComplaint: "投诉核查结论"
        case .decideFault: "认定超期责任"
        case .file: "归档"
        }
    }

    /// What follows when it is confirmed; empty where that says itself.
    var chineseConsequence: String {
        switch self {
        case .accept: "受理后开始计办结时限；确认即表示委托、材料都已核对"
        case .decline: "不予受理后此件结束，理由留痕"
        case .approve: "通过后此件办结，待送达"
        case .reject: "退回后由代办员补办再送审，申请人的时限不停"
        case .reassign: "换人后申请人的时限不变"
        case .urge: "提醒代办员，并记入痕迹"
        case .reveal: "查看一事会记入痕迹"
        case .undo: "恢复到操作之前，两步都留痕"
        case .answer: "咨询即告办结"
        case .authorise: "记下申请人的委托"
        case .askSupplement: "各项时限停计，直到材料补齐"
        case .supplement: "各项时限接着计"
        case .takeOriginals: "归档前须退还"
        case .returnOriginals: "从保管中划去"
        case .verify: "核实后方可报送"
        case .forward: "材料在窗口期间，办结时限停计"
        case .receiveResult: "办结时限接着计"
        case .relay: "下一位接手；申请人的时限不变"
        case .openBranch: "各部门都办完才能送审"
        case .askHelp: "记下向谁、问什么"
        case .askVisit: "须当日安排"
        case .planVisit: "记下时间、地点、应备材料"
        case .refuseVisit: "理由须告知申请人"
        case .setAside: "时限停计，条件成熟再办"
        case .resume: "各项时限接着计"
        case .takeFee: "须有依据和票据"
        case .withdraw: "此件结束"
        case .deliver: "申请人已签收"
        case .rate: "差评须回访"
        case .complain: "须核查并记下结论"
        case .decideFault: "考核时以此为准"
        case .complete, .endBranch, .answerHelp, .arrive, .endVisit, .feedBack, .followUp, .decideComplaint, .file: ""
        }
    }
}

extension CaseEvent.Said {
    /// One thing that an event says; `shown` is what only the screen knows: a name, a time.
    func chinese(_ shown: String) -> String {
        switch self {
        case .text, .person, .passage, .instant: shown
        case .clock(let kind, _): "\(kind.chinese)时限 \(shown)"
        case .fault(let isOwn): isOwn ? "自身原因" : "非自身原因"
        case .complaint(let subject): subject.chinese
        case .upheld(let isUpheld): isUpheld ? "属实" : "不属实"
        case .level(let level): "\(level) 分（满分 5）"
        case .amount(let fen): "\(Yuan.text(fen: fen)) 元"
        case .message(let name, let outcome):
            "\(OutgoingMessage.Kind(rawValue: name)?.chinese ?? name)：\(outcome == .sent ? "已发送" : "放弃发送")"
        }
    }
}

extension Complaint.Subject {
    var chinese: String {
        switch self {
        case .shirking: "推诿"
        case .addedDuties: "额外加码"
        case .overdue: "超期"
        case .fees: "收费"
        case .attitude: "态度"
        case .other: "其他"
        }
    }
}

extension ClockRule.Kind {
    /// What a case waits for whose clock this is, in a narrow column; `nil` where its state says that.
    var chineseWait: String? {
        switch self {
        case .promise: "窗口办理"
        case .forwarding: "待报送"
        case .visitPlan: "待约上门"
        case .delivery: "待送达"
        case .followUp: "待回访"
        case .supplement: "待补材料"
        case .acceptance, .completion, .rework, .holder, .feedback, .target: nil
        }
    }
}
