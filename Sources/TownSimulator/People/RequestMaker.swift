import Casework

/// Makes up what people ask for: who, from where, what, how it came in and what they say.
struct RequestMaker {
    let township: Township
    let people = PersonMaker()
    private let itemWeights: [Int]

    init(township: Township) {
        self.township = township
        itemWeights = township.items.map(\.weight)
    }

    /// - Parameters:
    ///   - village: where it comes from; any when `nil`.
    ///   - isOpen: somebody is at the desk then; outside people write in by themselves.
    func request(
        at submitted: Instant, isOpen: Bool, from village: String? = nil, _ chance: inout SeededGenerator
    ) -> Intake {
        let village = village ?? chance.pick(township.villages) ?? ""
        return request(
            for: township.items[chance.index(weights: itemWeights)], at: submitted, isOpen: isOpen, from: village,
            &chance)
    }

    /// The same for a given item.
    func request(
        for item: Township.Item, at submitted: Instant, isOpen: Bool, from village: String,
        _ chance: inout SeededGenerator
    ) -> Intake {
        let origins: [Intake.Origin] = [.online, .phone, .walkIn, .found]
        let origin = isOpen ? origins[chance.index(weights: [36, 26, 20, 18])] : .online
        let kinds: [Intake.ServiceKind] = [.agency, .assistance, .window]
        let kind = kinds[chance.index(weights: origin == .walkIn ? [10, 30, 60] : [76, 24, 0])]
        let day = township.centre.offset.civil(submitted).date
        var intake = Intake(
            kind: kind, origin: origin, item: item.name, village: village,
            applicant: people.applicant(from: village, of: township.name, on: day, &chance),
            note: chance.chance(45) ? chance.pick(Wording.requests(item.group)) : nil, isUrgent: chance.chance(6),
            submittedAt: submitted)
        intake.listedItem = township.listed(item.name)
        return intake
    }

    /// The same with a deadline that was set from above.
    func campaign(
        at submitted: Instant, due: Instant, from village: String? = nil, rules: Rules, _ chance: inout SeededGenerator
    ) -> (Intake, Deadline) {
        var intake = request(at: submitted, isOpen: true, from: village, &chance)
        intake.origin = .campaign
        intake.kind = .agency
        intake.note = chance.pick(Wording.campaigns)
        intake.isUrgent = true
        let warnBefore = rules.rulebook.acceptance.warnBefore
        let rule = ClockRule(
            kind: .target, limit: 0, unit: .hours, skip: .nothing, warnBefore: warnBefore,
            clause: Wording.campaignClause)
        let deadline = Deadline(
            rule: rule, start: submitted, due: due, warnAt: due.advanced(minutes: -warnBefore), isProvisional: false)
        return (intake, deadline)
    }
}
