import CaseStore
import Casework
import Dashboard
import TerminalKit
import Testing

@Suite("The month of attendance on the desk")
struct AttendanceScreenTests {
    static let november = CivilMonth(of: Township.centre.offset.civil(Township.now).date)

    /// A month of every kind of session, up to the 20th in the morning.
    static func months() throws -> [AttendanceMonth] {
        let source = AttendanceSource(.kiosk, host: "door")
        var entry: Int64 = 100
        func entered<Value>(_ value: Value) -> Entered<Value> {
            entry += 1
            return Entered(entry: entry, at: Township.now, actor: StaffID(1), value: value)
        }
        var people: [PersonalDuty] = []
        for (index, load) in Township.agents.prefix(5).enumerated() {
            var person = PersonalDuty(member: load.member)
            for day in 1...20 {
                let date = november.firstDay.advanced(days: day - 1)
                for session in KioskHarness.plan.sessions(on: date) {
                    guard session.from <= Township.now else { continue }
                    let turn = (day * 7 + session.number * 3 + index * 5) % 23
                    if turn == 1 || turn == 2 { continue }
                    let came = session.from.advanced(minutes: turn == 3 ? 12 : -8)
                    person.marks.append(entered(DutyMark(.into, at: came, session: session.id, source: source)))
                    if turn == 4 || session.to > Township.now { continue }
                    let went = session.to.advanced(minutes: turn == 5 ? -20 : 4)
                    person.marks.append(entered(DutyMark(.out, at: went, session: session.id, source: source)))
                }
            }
            let span = try DutySpan(
                from: november.firstDay.advanced(days: 8 + index), to: november.firstDay.advanced(days: 8 + index))
            if index < 2 {
                person.marks.removeAll { span.covers($0.value.session ?? DutySessionID(day: span.from, number: 0)) }
                let request = entered(try LeaveRequest(id: "A-\(index)", span: span, reason: "看病"))
                let decision = try LeaveDecision(request: "A-\(index)", span: span, standIn: "A05")
                person.leaves = [Leave(request: request, status: .granted(entered(decision)))]
            }
            people.append(person)
        }
        let book = AttendanceBook(plan: KioskHarness.plan, facts: DutyFacts(people: people))
        return people.map { person in
            book.month(
                november, of: person, accepted: OutsideDuty.Count(outside: 1), now: Township.now)
        }
    }

    private func opened(_ desk: inout DeskHarness) throws {
        desk.type("4")
        desk.type("b")
        #expect(desk.effects == [.loadAttendance(Self.november)])
        desk.send(.attendance(Self.november, .success(try Self.months())))
    }

    @Test(
        "J3, J5: b opens the month from the agents' pane only; arrows turn it; Enter tells why; Esc leads back"
    )
    func keys() throws {
        var desk = DeskHarness()
        desk.type("b")
        #expect(desk.shows("先按 4"))
        try opened(&desk)
        #expect(desk.shows("考勤 2026-11"))
        desk.press(.down)
        desk.press(.enter)
        #expect(desk.shows("逐节考勤"))
        #expect(desk.shows("签到机 door"))
        #expect(desk.shows("建政发〔2022〕33号 二(三)1"))
        desk.press(.escape)
        desk.press(.left)
        #expect(desk.effects == [.loadAttendance(Self.november.advanced(by: -1))])
        #expect(desk.shows("考勤 2026-10"))
        // A late answer about another month changes nothing.
        desk.send(.attendance(Self.november, .success(try Self.months())))
        #expect(desk.shows("考勤 2026-10"))
        desk.press(.right)
        desk.press(.right)
        desk.press(.right)
        #expect(desk.shows("考勤 2026-12"))
        desk.press(.escape)
        #expect(desk.shows("4 代办员在岗"))
    }

    @Test(
        "J3: where there is no room for a whole month each day has its blank, and the arrows move along the days first")
    func narrow() throws {
        for language in Language.allCases {
            var desk = DeskHarness(columns: 80, rows: 24, language: language)
            try opened(&desk)
            // It opens with the days up to today, the 20th, each with a blank before it.
            #expect(desk.shows(" 1  2  3  4") && desk.shows("19 20") && !desk.shows("29 30"))
            desk.press(.right)
            #expect(desk.effects.isEmpty && desk.shows("29 30") && !desk.shows(" 1  2  3"))
            desk.press(.left)
            #expect(desk.effects.isEmpty && desk.shows(" 1  2  3  4"))
            desk.press(.left)
            #expect(desk.effects == [.loadAttendance(Self.november.advanced(by: -1))])
            desk.press(.right)
            #expect(desk.effects == [.loadAttendance(Self.november)])
            // The keys of the hint are those of the footer.
            let lines = desk.screen.split(separator: "\n")
            #expect(lines.last?.contains("←") == true && lines.last?.contains("→") == true)
        }
    }

    @Test("J3: where there is room a village's name is whole, in both languages", arguments: Language.allCases)
    func villages(_ language: Language) throws {
        var desk = DeskHarness(columns: 160, rows: 45, language: language)
        try opened(&desk)
        for load in Township.agents.prefix(5) {
            #expect(desk.shows("\(load.member.name) \(load.member.village ?? "")"), "\(desk.screen)")
        }
    }

    @Test("J3: pane 4 shows today's sessions by the record and the rules")
    func today() throws {
        let agent = Township.agents[0].member
        var person = PersonalDuty(member: agent)
        person.marks = [
            Entered(
                entry: 9, at: Township.now, actor: agent.id,
                value: DutyMark(.into, at: Township.at("2026-11-20 09:05")))
        ]
        var snapshot = Township.snapshot()
        snapshot.duty = DutyFacts(people: [person])
        var desk = DeskHarness(snapshot: snapshot, duty: KioskHarness.duty)
        #expect(desk.state.today(of: agent.id).map(\.state) == [.late, .toCome])
        #expect(desk.shows("L ."))
        desk.type("4z")
        #expect(desk.shows("迟到 未到"))
    }

    @Test("Golden: the month of attendance is as recorded", arguments: Language.allCases)
    func monthGolden(_ language: Language) throws {
        for (columns, rows) in GoldenScreenTests.sizes {
            var desk = DeskHarness(columns: columns, rows: rows, language: language)
            try opened(&desk)
            try GoldenFile.compare(desk.screen, "attendance-\(columns)x\(rows)-\(language.rawValue)")
            desk.press(.enter)
            try GoldenFile.compare(desk.screen, "sessions-\(columns)x\(rows)-\(language.rawValue)")
        }
    }

    @Test("J4: who is there outside duty has a word of its own, is not on duty, and is not asked about twice")
    func outsideDuty() {
        var agents = Township.agents
        agents[0].presence = .outsideDuty
        agents[1].presence = .offDuty
        for (columns, rows) in GoldenScreenTests.sizes {
            for (language, words) in [(Language.chinese, "● 班外到岗"), (.english, "● unasked")] {
                var desk = DeskHarness(
                    columns: columns, rows: rows, language: language, snapshot: Township.snapshot(agents: agents))
                desk.type("4")
                #expect(desk.shows(words), "\(desk.screen)")
            }
        }
        var desk = DeskHarness(snapshot: Township.snapshot(agents: agents))
        #expect(desk.state.snapshot?.counters.onDuty == Township.agents.count { $0.presence == .onDuty } - 2)
        desk.type("1s\(agents[1].member.number)")
        desk.press(.enter)
        #expect(desk.performed?.command == .reassign(to: agents[1].member), "\(desk.screen)")
    }
}
