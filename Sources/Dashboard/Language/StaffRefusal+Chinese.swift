import Casework

/// Why something about people was refused, in Chinese.
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
        case .inspectionWithoutAbsence(let reference): "第 \(reference) 次检查不能记此人不在岗：没有这次检查、当时在岗，或不该在那里坐班"
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
        case .standsIn(let village): "\(village.map { "在\($0)" } ?? "在别处")顶岗"
        case .elsewhere(let village): village.map { "是\($0)的人员，没有到这里顶岗" } ?? "不是这个村的人员，没有到这里顶岗"
        }
    }
}
