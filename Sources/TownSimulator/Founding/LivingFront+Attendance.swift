import Casework

/// Who is at the post: 18 of 22 agents, two on leave, one who has left for a village, one who has not come yet.
extension LivingFront {
    /// - Parameter day: the day of service, of which at least 08:20 has passed.
    mutating func planAttendance(on day: CivilDate, _ chance: inout SeededGenerator) {
        let agents = chance.shuffled(office.agents)
        let yesterday = hours.openDay(before: day)
        for agent in agents {
            add(moment(yesterday, 465...508, &chance), .checkedIn, agent)
            add(moment(yesterday, 1_050...1_085, &chance), .checkedOut, agent)
        }
        for (index, agent) in agents.enumerated() {
            switch index {
            case 0, 1:
                let reason = Wording.leaves[index % Wording.leaves.count]
                add(moment(day, 450...470, &chance), .leaveTaken(StaffEvent.LeaveTaken(reason: reason)), agent)
            case 2:
                break
            case 3:
                add(moment(day, 460...480, &chance), .checkedIn, agent)
                add(min(moment(day, 492...498, &chance), now), .checkedOut, agent)
            default:
                add(moment(day, 465...499, &chance), .checkedIn, agent)
            }
        }
    }

    private func moment(_ day: CivilDate, _ minutes: ClosedRange<Int>, _ chance: inout SeededGenerator) -> Instant {
        hours.offset.instant(day, minute: chance.number(minutes)).advanced(seconds: chance.number(0...59))
    }

    private mutating func add(_ at: Instant, _ event: StaffEvent, _ member: StaffMember) {
        acts.append((min(at, now), .toStaff(event, member)))
    }
}
