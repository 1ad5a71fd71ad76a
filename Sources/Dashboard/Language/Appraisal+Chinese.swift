import Casework

/// The Chinese words about appraisals.
extension AppraisalMessage {
    var chinese: String {
        switch self {
        case .title(let person, let month): "考核 \(month)：\(person)"
        case .figure(let figure): figure.chinese
        case .work(let kind): kind.chinese
        case .ofAll(let some, let all): "\(some)/\(all)"
        case .average(let hundredths): "平均 \(Self.hundredths(hundredths))"
        case .trendHeading(let first, let last): "\(first) 至 \(last)"
        case .proposalHeading: "规则提示（由人决定）"
        case .noProposal: "没有"
        case .suggested(let outcome): "建议：\(outcome.chinese)"
        case .restsOn(let sources): "依据：\(sources.map(\.article).joined(separator: "；"))"
        case .outcome(let outcome): outcome.chinese
        case .replacementReason(let reason): reason.chinese
        case .dismissalReason(let reason):
            "\(reason.kind.chinese)满 \(reason.findings.count) 次"
        case .evidenceList(let texts): texts.joined(separator: "  ")
        case .decided(let decided):
            "已决定：\(decided.decision.outcome.chinese)（\(decided.by) \(decided.on)）：\(decided.decision.reason)"
        case .undecided: "尚未决定；月份结束后用命令决定（keep、replace、dismiss）："
        case .decideBy(let number, let month):
            "daiban appraisal decide \(number) --period \(month) --outcome keep --reason …"
        case .countedFor: "各数归当时持有该件的人；计件归送审的人，见绩效表"
        case .findingsHeading: "本月算数的问题"
        case .noFindings: "没有"
        case .finding(let finding): "第 \(finding.number) 条  \(finding.on)  \(finding.kind.chinese)：\(finding.fact)"
        case .standing(let finding): finding.standing.chinese
        case .openFindings(let count): "\(count) 条待核实或待处理申诉"
        case .evidence(let evidence): "\(evidence.kind.chinese) \(evidence.reference)"
        case .evidenceKind(let kind): kind.chinese
        case .ledgerField(let field): field.chinese
        case .fact(let fact, let at): fact.chinese(at)
        case .holder(.county): "县"
        case .holder(.township): "乡镇"
        case .pointKind(let kind): kind.chinese
        case .hint: "←→ 换月  ↑↓ 滚动  d 决定去留  Esc 关闭"
        case .undecidedAtDesk(true): "尚未决定；月份结束后按 d 决定"
        case .undecidedAtDesk(false): "尚未决定；月份结束后由督办员、中心主任或县政管办决定"
        case .decideTitle(let month): "决定去留 \(month)"
        case .decideReason: "理由（必填）"
        case .groundsShown(let first, let last, let all): "…… 第 \(first)–\(last) 行，共 \(all) 行（PgUp PgDn）"
        case .decideHint: "↑↓ 选结果  Enter 核对  Esc 不决定"
        case .confirm(let who, let outcome): "对 \(who) 决定：\(outcome.chinese)。Enter 记入，Esc 再改"
        case .recorded(let who, let outcome, let month): "已记入：\(who) \(month) \(outcome.chinese)"
        case .notAnAgent: "先在 4 号窗格选一个人"
        case .ownOnly: "只能看自己的考核"
        case .nextSteps(let number): "接着办交接和离任：daiban staff handover \(number) …，daiban staff leave \(number) …"
        }
    }
}

extension Appraisal.Figure {
    var chinese: String {
        switch self {
        case .accepted: "受理"
        case .completed: "办结"
        case .approved: "通过"
        case .returned: "退回"
        case .overdue: "本人超期"
        case .complaints: "投诉"
        case .upheld: "属实"
        case .ratings: "评价"
        case .badRatings: "差评"
        case .attended: "在岗"
        case .outsideDuty: "班外受理"
        case .findings: "问题"
        }
    }
}

extension CaseWork.Kind {
    var chinese: String {
        switch self {
        case .accepted: "受理"
        case .declined: "不予受理"
        case .answered: "答复"
        case .completed: "办结"
        case .approved: "通过"
        case .returned: "退回"
        case .overdueByFault: "本人超期"
        case .complained: "投诉"
        case .complaintUpheld: "投诉属实"
        case .complaintDismissed: "投诉不属实"
        case .rated: "评价"
        case .followedUp: "差评整改"
        case .received: "收件"
        }
    }
}

extension TenureDecision.Outcome {
    var chinese: String {
        switch self {
        case .keep: "留任"
        case .replace: "更换"
        case .dismiss: "解聘"
        }
    }
}

extension ReplacementReview.Reason {
    var chinese: String {
        switch self {
        case .idle(let months): "连续 \(months.count) 个月无业务"
        case .overdue(let month, let cases): "\(month) 线上因本人超期 \(cases.count) 件"
        case .complaints(let month, let cases): "\(month) 被投诉 \(cases.count) 件"
        case .fraud: "弄虚作假属实"
        }
    }
}

extension FindingStanding {
    var chinese: String {
        switch self {
        case .unverified: "待核实"
        case .verified: "已核实"
        case .appealed: "申诉中"
        case .appealRefused: "已核实，申诉不成立"
        case .followedUp: "已处理"
        case .reversed: "申诉撤销"
        }
    }
}

extension Evidence.Kind {
    var chinese: String {
        switch self {
        case .inspection: "检查"
        case .training: "培训"
        case .summary: "月汇总"
        case .ledger: "台账"
        case .complaint: "投诉"
        case .case: "业务"
        case .document: "材料"
        }
    }
}

extension LedgerField {
    var chinese: String {
        switch self {
        case .phone: "电话"
        case .identityNumber: "身份证号"
        case .address: "住址"
        case .authorisation: "委托"
        case .delivery: "签收"
        case .filing: "归档处"
        }
    }
}

extension FindingProposal.Fact {
    func chinese(_ at: String) -> String {
        switch self {
        case .absent(let place, _): "\(at) 检查，\(place)无人在岗"
        case .missedTraining(let topic): "没有参加培训：\(topic)"
        case .incompleteEntry(let number, let missing):
            "\(number) 的台账缺：\(missing.map(\.chinese).joined(separator: "、"))"
        case .lateSummary(let village, let month, let handedIn):
            handedIn == nil ? "\(village) \(month) 的月汇总没有报送" : "\(village) \(month) 的月汇总迟报（\(at)）"
        case .complaint(let number, let subject, let finding): "\(number) 的投诉属实（\(subject.chinese)）：\(finding)"
        }
    }
}

extension ServicePoint.Kind {
    var chinese: String {
        switch self {
        case .centre: "中心"
        case .village: "村级点"
        case .mobile: "流动点"
        case .postal: "邮寄"
        }
    }
}
