import CaseStore
import Casework
import Testing

@testable import TownSimulator

/// The figures of a made-up township against a slow recomputation from the traces of all its cases.
@Suite("Appraisals of a made-up township")
struct TownAppraisalTests {
    private struct Key: Hashable {
        var staff: StaffID
        var month: CivilMonth
        var kind: CaseWork.Kind
    }

    /// Plays every case through, and counts each step for who had it before the step.
    private func recomputed(_ town: Town) throws -> [Key: Int] {
        var counts: [Key: Int] = [:]
        for row in try town.store.list(CaseListQuery()) {
            let trace = try #require(try town.store.detail(of: row.id)).trace.reversed()
            var current: Case?
            for entry in trace {
                func count(_ kind: CaseWork.Kind, _ staff: StaffID?, at: Instant, _ by: Int = 1) {
                    guard let staff else { return }
                    let month = CivilMonth(of: town.rules.offset.civil(at).date)
                    counts[Key(staff: staff, month: month, kind: kind), default: 0] += by
                }
                if case .registered(let registration) = entry.event {
                    current = Case(id: row.id, registration: registration, at: entry.at)
                    guard let past = registration.history else { continue }
                    if let at = past.acceptedAt { count(.accepted, registration.holder, at: at) }
                    if let at = past.completedAt { count(.completed, registration.holder, at: at) }
                    if let at = past.closedAt {
                        count(past.state == .declined ? .declined : .approved, registration.holder, at: at)
                    }
                    continue
                }
                let holder = current?.holder
                switch entry.event.kind {
                case .accepted: count(.accepted, holder, at: entry.at)
                case .declined: count(.declined, holder, at: entry.at)
                case .answered: count(.answered, holder, at: entry.at)
                case .completed: count(.completed, holder, at: entry.at)
                case .approved: count(.approved, holder, at: entry.at)
                case .rejected: count(.returned, holder, at: entry.at)
                case .rated: count(.rated, holder, at: entry.at)
                case .ratingFollowedUp: count(.followedUp, holder, at: entry.at)
                case .complained: count(.complained, holder, at: entry.at)
                case .complaintDecided:
                    if case .complaintDecided(let decided) = entry.event {
                        count(decided.isUpheld ? .complaintUpheld : .complaintDismissed, holder, at: entry.at)
                    }
                default: break
                }
                current?.apply(entry.event, at: entry.at, by: entry.actor)
            }
        }
        return counts
    }

    @Test("W10, W17, J4: the counts are those of a slow recomputation from the journal")
    func agree() throws {
        let town = try Town(history: 180)
        let expected = try recomputed(town)
        let first = CivilMonth(of: town.rules.offset.civil(town.now).date).advanced(by: -24)
        let sums = try town.store.work(WorkQuery(from: first, through: first.advanced(by: 24)))
        let found = Dictionary(
            sums.map { (Key(staff: $0.staff, month: $0.month, kind: $0.kind), $0.count) }, uniquingKeysWith: +)
        #expect(found == expected)
        #expect(expected.keys.contains { $0.kind == .complaintUpheld } && expected.keys.contains { $0.kind == .rated })
        let approved = try town.store.approved(WorkQuery(from: first, through: first.advanced(by: 24)))
        #expect(
            approved.reduce(0) { $0 + $1.count }
                == expected.filter { $0.key.kind == .approved }.reduce(0) { $0 + $1.value })
        // One person's share is the same as everybody's part of it.
        let agent = try #require(try town.store.staff(role: .agent).first)
        let own = try town.store.work(WorkQuery(person: agent.id, from: first, through: first.advanced(by: 24)))
        #expect(own == sums.filter { $0.staff == agent.id })
        #expect(try town.store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("J3, J4: the attendance sheet, the month on the desk and the appraisal are one count, month by month")
    func oneCount() throws {
        let town = try Town(history: 180)
        let last = CivilMonth(of: town.rules.offset.civil(town.now).date)
        let appraisals = try town.store.appraisals(in: last, rules: town.rules, at: town.now)
        var attended = 0
        for distance in 0..<3 {
            let month = last.advanced(by: -distance)
            let months = try town.store.attendance(in: month, rules: town.rules, now: town.now)
            let sheet = try town.store.sheet(
                SheetRequest(kind: .attendance, period: .month(month)), at: town.now, rules: town.rules)
            for appraisal in appraisals {
                let figures = try #require(appraisal.months.first { $0.month == month })
                let number = appraisal.member.number
                let own = months.first { $0.member.id == appraisal.member.id }
                #expect(
                    figures.attended == own?.present ?? 0 && figures.sessions == own?.due ?? 0, "\(number) \(month)")
                #expect(figures.outsideDuty == own?.acceptedOutside ?? 0, "\(number) \(month)")
                #expect(sheet.cell(number, "present")?.value == own.map { .count($0.present) }, "\(number) \(month)")
                #expect(sheet.cell(number, "due")?.value == own.map { .count($0.due) }, "\(number) \(month)")
                #expect(sheet.cell(number, "outside")?.value == own.map { .count($0.acceptedOutside) })
                attended += figures.attended
                // Alone it is the same as among all.
                if distance == 0, number == "A07" {
                    let alone = try town.store.appraisal(
                        of: appraisal.member.id, in: last, rules: town.rules, at: town.now)
                    #expect(alone == appraisal)
                }
            }
        }
        #expect(attended > 100)
        // Whoever is appraised was asked to come on no day before anybody's first check-in.
        #expect(appraisals.allSatisfy { $0.months[0].sessions == 0 })
        #expect(appraisals.filter { $0.current.sessions > 0 || $0.months[10].sessions > 0 }.count == 22)
    }

    @Test("J4, W17: an appraisal adds up what its entries say, and tells which they are")
    func appraisal() throws {
        let town = try Town(history: 180)
        let month = CivilMonth(of: town.rules.offset.civil(town.now).date)
        let appraisals = try town.store.appraisals(in: month, rules: town.rules, at: town.now)
        #expect(appraisals.count == 22)
        for appraisal in appraisals {
            let person = appraisal.member.id
            for figure in Appraisal.Figure.allCases {
                guard let kind = figure.kind, figure != .outsideDuty, figure != .badRatings else { continue }
                let entries = try town.store.workEntries(of: person, kind: kind, in: month)
                #expect(
                    appraisal.current.value(of: figure) == entries.reduce(0) { $0 + $1.work.factor },
                    "\(appraisal.member.number) \(figure)")
            }
            #expect(appraisal.months.count == 12)
            #expect(appraisal.trend(.accepted).last == appraisal.current[.accepted])
            #expect(appraisal.current.outsideDuty <= appraisal.current[.accepted])
        }
        // The made-up supervisor's week: one absence that counts, one finding under appeal.
        #expect(appraisals[1].current.findings.map(\.kind) == [.notAtPost])
        #expect(appraisals[4].current.findings.map(\.standing) == [.appealed])
        #expect(appraisals[2].current.findings.isEmpty)
        let village = try #require(appraisals[1].member.village)
        #expect(
            try town.store.appraisals(in: month, village: village, rules: town.rules, at: town.now) == [appraisals[1]])
    }
}
