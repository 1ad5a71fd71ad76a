import CaseStore
import Casework
import Foundation
import PseudoTerminal
import Testing

@Suite("The kiosk at the door, through the real program")
struct KioskJourneys {
    @Test("J3: thirty people at full speed are all entered, each once, and the PINs are never on the screen")
    func burst() throws {
        let office = try DutyOffice(agents: 30)
        let kiosk = try office.kiosk()
        let numbers = (1...30).map(DutyOffice.number)
        try kiosk.sendRaw(numbers.map { "\($0)\r\(DutyOffice.pin($0))\r" }.joined().utf8)
        try kiosk.waitUntil("everybody to be in the record") { _ in (try? office.arrivals()) == numbers }
        #expect(kiosk.screen.find("2630") == nil)
        #expect(try office.store.verify().isSound)
        try kiosk.enter("*S01", "2601")
        #expect(try kiosk.waitForExit() == .exited(0))
    }

    @Test("J3: keys and sizes lead nowhere but on; a supervisor's PIN closes it and gives the terminal back")
    func shut() throws {
        let office = try DutyOffice()
        let kiosk = try office.kiosk()
        try kiosk.press(.control("c"), .control("z"), .control("\\"), .function(12), .control("d"))
        kiosk.signal(SIGTSTP)
        try kiosk.resize(columns: 120, rows: 36)
        try kiosk.enter("A01", "2601")
        try kiosk.waitUntil("已 签 到")
        try kiosk.resize(columns: 20, rows: 5)
        try kiosk.resize(columns: 80, rows: 24)
        // Twice in a session enters once.
        try kiosk.enter("A01", "2601")
        try kiosk.waitUntil("已 经 签 过 到 了")
        try kiosk.enter("-A01", "2601")
        try kiosk.waitUntil("已 签 退")
        try kiosk.enter("*A01", "2601")
        try kiosk.waitUntil("不 能 退 出")
        try kiosk.enter("A99", "1")
        try kiosk.waitUntil("没 有 这 个 编 号")
        #expect(kiosk.screen.find("某1") == nil)
        try kiosk.enter("*S01", "2601")
        #expect(try kiosk.waitForExit() == .exited(0))
        #expect(kiosk.screen.isGivenBack)
        #expect(try office.arrivals() == ["A01"])
    }

    @Test("J3: wrong PINs lock the number, also for the next kiosk; the command line unlocks it")
    func lock() throws {
        let office = try DutyOffice()
        let kiosk = try office.kiosk()
        for _ in 0..<3 { try kiosk.enter("A01", "9") }
        try kiosk.waitUntil("再错 3 次")
        try kiosk.enter("A01", "2601")
        try kiosk.waitUntil("请 稍 后 再 试")
        kiosk.signal(SIGTERM)
        #expect(try kiosk.waitForExit() == .exited(128 + SIGTERM))
        #expect(kiosk.screen.isGivenBack)
        let again = try office.kiosk()
        try again.enter("A01", "2601")
        try again.waitUntil("请 稍 后 再 试")
        #expect(try office.arrivals().isEmpty)
        // A supervisor need not let anybody wait, and has nothing to do where nobody does.
        try office.run(["staff", "pin", "A01", "--unlock", "--as", "S01"]).require()
        try office.run(["staff", "pin", "A01", "--unlock", "--as", "S01"]).require(exit: 2)
        try again.enter("A01", "2601")
        try again.waitUntil("an answer") { $0.find("已 签 到") != nil }
        #expect(try office.arrivals() == ["A01"])
    }

    @Test("J3: cut off between PIN and answer, a call is entered once or not at all, and the next try says which")
    func cut() throws {
        let office = try DutyOffice()
        for round in 0..<3 {
            let kiosk = try office.kiosk()
            try kiosk.enter("A01", "2601")
            kiosk.signal(SIGKILL)
            _ = try kiosk.waitForExit()
            let count = try office.arrivals().count
            #expect(count <= 1, "round \(round)")
        }
        let kiosk = try office.kiosk()
        try kiosk.enter("A01", "2601")
        try kiosk.waitUntil("an answer") { $0.find("已 签 到") != nil || $0.find("已 经 签 过 到 了") != nil }
        #expect(try office.arrivals() == ["A01"])
        #expect(try office.store.verify().isSound)
    }

    @Test(
        "J3: while the record is locked a call waits in a file, outlives kill -9, and is entered once afterwards"
    )
    func locked() throws {
        let office = try DutyOffice()
        let (held, release, freed) = (
            DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
        )
        let store = try CaseStore.open(at: office.database)
        let holder = Thread {
            try? store.batch { _ in
                held.signal()
                release.wait()
            }
            freed.signal()
        }
        holder.start()
        held.wait()
        let kiosk = try office.kiosk(["--patience", "0"])
        try kiosk.enter("A01", "2601")
        try kiosk.waitUntil("已 记 下")
        #expect(try office.arrivals().isEmpty)
        kiosk.signal(SIGKILL)
        _ = try kiosk.waitForExit()
        #expect(try AttendanceSpool(path: office.spool).waiting().map(\.number) == ["A01"])
        release.signal()
        freed.wait()
        // What waits is entered before anybody is heard.
        let again = try office.kiosk()
        try again.enter("A01", "2601")
        try again.waitUntil("已 经 签 过 到 了")
        #expect(try office.arrivals() == ["A01"])
        #expect(try AttendanceSpool(path: office.spool).waiting().isEmpty)
        #expect(try office.store.verify().isSound)
    }

    @Test("J3: who checks in at the kiosk is on duty at a desk without any key there")
    func feed() throws {
        let office = try DutyOffice()
        let desk = try TerminalJourney(
            Daiban.path, ["desk", "--database", office.database, "--as", "S01"], columns: 160, rows: 45,
            environment: Daiban.chinese, workingDirectory: office.folder.path)
        try desk.waitUntil("在岗 0/2")
        let kiosk = try office.kiosk()
        try kiosk.enter("A02", "2602")
        try desk.waitUntil("在岗 1/2")
    }

    @Test(
        "J3, J5: the command line checks in, asks for leave, grants, excepts, and shows a month with its reasons"
    )
    func commandLine() throws {
        let office = try DutyOffice()
        let outcome = try Daiban.run(
            ["attendance", "in", "--as", "A01", "--database", office.database, "--json"],
            environment: ["SSH_CONNECTION": "10.0.0.7 51000 10.0.0.1 22"], in: office.folder.path)
        try outcome.require()
        #expect(outcome.output.contains("\"entered\" : true"))
        try office.run(["attendance", "in", "--as", "S01"]).require(exit: 2)
        try office.run([
            "attendance", "leave", "ask", "--as", "A02", "--from", "2059-01-01", "--reason", "看病",
        ]).require()
        struct Leave: Decodable { var id: String }
        let leaves: [Leave] = try office.run(["attendance", "leave", "list", "--open", "--json"]).decoded()
        let id = try #require(leaves.first?.id)
        try office.run(["attendance", "leave", "grant", id, "--as", "A01"]).require(exit: 2)
        try office.run(["attendance", "leave", "grant", id, "--as", "S01", "--stand-in", "A01"]).require()
        try office.run(["attendance", "leave", "refuse", id, "--as", "S01"]).require(exit: 2)
        try office.run([
            "attendance", "except", "--as", "S01", "--village", "石门村", "--from", "2059-02-03", "--reason", "停电",
        ]).require()
        let show = try office.run(["attendance", "show", "--person", "A01"])
        try show.require()
        #expect(show.output.contains("10.0.0.7 51000 10.0.0.1 22") && show.output.contains("[J3]"))
        let later = try office.run(["attendance", "show", "--period", "2059-02", "--village", "石门村", "--json"])
        #expect(later.output.contains("\"excused\" : 2"))
        try office.run(["verify", "--full"]).require()
    }
}
