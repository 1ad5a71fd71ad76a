import CaseStore
import Casework
import Foundation
import PseudoTerminal
import Testing

/// A centre with agents who have PINs, and duty at every hour of every day: journeys run at any time.
final class DutyOffice: Sendable {
    let folder: Folder
    let database: String
    let spool: String
    let store: CaseStore
    let rules: Rules

    init(agents: Int = 2) throws {
        folder = try Folder()
        database = folder.file("centre.sqlite")
        spool = folder.file("calls")
        let opening = Instant(milliseconds: 0)
        store = try CaseStore.create(
            at: database, centre: Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china), now: opening)
        rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
        let people = try store.batch { writer in
            try writer.record(.villageAdded(.init(name: "石门村")), at: opening, by: .office)
            for year in 2026...2060 {
                guard let first = CivilDate(year: year, month: 1, day: 1),
                    let last = CivilDate(year: year, month: 12, day: 31)
                else { continue }
                let always = try DutyException(
                    village: nil, from: first, to: last, kind: .hours, hours: [.init(from: 0, to: 1_440)], reason: "测试")
                try writer.record(.dutyExcepted(always), at: opening, by: .office)
            }
            var people = [try writer.enrol(number: "S01", name: "周定安", role: .supervisor, at: opening, by: .office)]
            for number in 1...agents {
                people.append(
                    try writer.enrol(
                        number: Self.number(number), name: "某\(number)", role: .agent, village: "石门村", at: opening,
                        by: .office))
            }
            return people
        }
        let pins = rules.rulebook.agents.duty.pins
        for person in people {
            try store.setPIN(
                PIN(Self.pin(person.number), of: person.number, rules: pins), of: person.id,
                by: Actor(id: .office, role: .director), source: AttendanceSource(.simulator), rules: pins, at: opening,
                rounds: 1_024)
        }
    }

    static func number(_ number: Int) -> String { number < 10 ? "A0\(number)" : "A\(number)" }
    static func pin(_ number: String) -> String { "26" + number.suffix(2) }

    func kiosk(_ options: [String] = [], columns: Int = 80, rows: Int = 24) throws -> TerminalJourney {
        let terminal = try TerminalJourney(
            Daiban.path, ["checkin", "--database", database, "--spool", spool] + options, columns: columns, rows: rows,
            environment: Daiban.chinese, workingDirectory: folder.path)
        try terminal.waitUntil("编号")
        return terminal
    }

    /// The numbers of who has checked in, each once for each mark.
    func arrivals() throws -> [String] {
        let names = Dictionary(
            try store.allStaff().map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
        let (first, last) = (CivilDate(dayNumber: 0), CivilDate(dayNumber: 60_000))
        return try store.duty(from: first, to: last).people.flatMap { person in
            person.marks.filter { $0.value.direction == .into }.map { _ in names[person.member.id] ?? "" }
        }.sorted()
    }

    func run(_ arguments: [String]) throws -> Child.Outcome {
        try Daiban.run(arguments + ["--database", database], in: folder.path)
    }
}

extension TerminalJourney {
    /// A number and a PIN, as a badge reader and a keyboard send them.
    func enter(_ number: String, _ pin: String) throws(ProcessError) {
        try sendRaw("\(number)\r\(pin)\r".utf8)
    }
}
