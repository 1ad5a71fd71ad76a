import CaseStore
import Casework

/// Cases in the middle of something: papers at a window, departments side by side, materials that are missing, a visit
/// that is agreed, a matter that waits, a question. One of each, so that a desk shows what they look like.
extension LivingFront {
    mutating func planSpecials(_ chance: inout SeededGenerator) {
        let ordinary = requests.township.items.filter { $0.kind == .promised }
        func special(_ kind: ItemKind) -> Township.Item? { requests.township.specials.first { $0.kind == kind } }
        if let item = special(.forwarded) {
            plan(
                item,
                [
                    .verify(Verification(cadre: "村委 邓向阳", finding: "入户看过，情况属实", isConfirmed: true)),
                    .forward(office: "县残联窗口", papers: "评定表、照片、身份证复印件", promisedDays: 5),
                ], &chance)
        }
        if let item = special(.major) {
            plan(
                item,
                [
                    .openBranch(department: "自然资源所", task: "核地类"), .openBranch(department: "村镇建设办", task: "核规划"),
                    .takeOriginals(["户口簿"]), .endBranch(number: 1, result: "地类为建设用地"),
                ], &chance)
        }
        guard let first = chance.pick(ordinary), let second = chance.pick(ordinary), let third = chance.pick(ordinary),
            let fourth = chance.pick(ordinary)
        else { return }
        plan(first, [.askSupplement(missing: ["户口簿", "银行卡复印件"], note: "已电话一次性告知", again: nil)], &chance)
        let tomorrow = rules.offset.instant(rules.offset.civil(now).date.advanced(days: 1), minute: 570)
        plan(second, [.askVisit, .planVisit(at: tomorrow, place: "申请人家中", materials: "身份证")], &chance)
        plan(
            third, [.setAside(Waiting(reason: "上级系统月底前不受理新增", condition: "下月1日系统开放后再办"))], &chance)
        ask(about: fourth, &chance)
    }

    /// A case that its agent has accepted and taken some steps further.
    private mutating func plan(_ item: Township.Item, _ steps: [CaseCommand], _ chance: inout SeededGenerator) {
        let agent = chance.pick(office.agents) ?? office.clerk
        let accepted = hours.before(now, minutes: 60 + steps.count * 10 + chance.number(0...60))
        let submitted = hours.before(accepted, minutes: chance.number(10...60))
        let intake = requests.request(
            for: item, at: submitted, isOpen: hours.isOpen(submitted), from: agent.village ?? "", &chance)
        let index = begin(intake, by: agent, at: submitted)
        add(accepted, index, .command(.accept(.confirmed), by: agent))
        for (place, step) in steps.enumerated() {
            let moment = min(hours.after(accepted, minutes: (place + 1) * 10), now.advanced(seconds: place - 60))
            add(moment, index, .command(step, by: agent))
        }
    }

    /// A question that nobody has answered yet.
    private mutating func ask(about item: Township.Item, _ chance: inout SeededGenerator) {
        let agent = chance.pick(office.agents) ?? office.clerk
        let submitted = hours.before(now, minutes: chance.number(20...50))
        var intake = requests.request(
            for: item, at: submitted, isOpen: hours.isOpen(submitted), from: agent.village ?? "", &chance)
        intake.matter = .consultation
        intake.note = "问要带哪些材料，几天能办好。"
        _ = begin(intake, by: agent, at: submitted)
    }
}
