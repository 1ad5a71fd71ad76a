import Casework
import Dashboard
import Foundation
import Testing
import TerminalKit

/// Whole screens as text files that a person can read. Record them anew with `DAIBAN_RECORD=1 swift test --filter Golden`
/// and look at the difference before committing.
@Suite struct GoldenScreenTests {
    static let sizes = [(80, 24), (120, 36), (160, 45)]
    static let scenes = [
        "panes", "reject", "reassign", "detail", "explanation", "help", "ghost", "intake", "intake-search",
        "intake-faults", "receipt", "more", "form", "life", "counters", "sheets", "appraisal", "decide",
    ]

    @Test(arguments: scenes, Language.allCases)
    func theScreenIsAsRecorded(_ scene: String, _ language: Language) throws {
        for (columns, rows) in Self.sizes {
            var desk = DeskHarness(columns: columns, rows: rows, language: language)
            try Self.play(scene, &desk)
            try compare(desk.screen, "\(scene)-\(columns)x\(rows)-\(language.rawValue)")
        }
    }

    static func play(_ scene: String, _ desk: inout DeskHarness) throws {
        switch scene {
        case "reject":
            desk.type("3")
            desk.press(.down)
            desk.type("r缺住院证明")
        case "reassign":
            desk.type("ts")
            desk.press(.escape)
            desk.type("s")
        case "detail", "explanation":
            desk.type("3")
            desk.press(.down)
            desk.press(.enter)
            desk.send(.detail(Township.inReview[1].id, .success(try Township.detail())))
            if scene == "explanation" { desk.type("e") }
        case "life":
            desk.type("3")
            desk.press(.down)
            desk.press(.enter)
            desk.send(.detail(Township.inReview[1].id, .success(try Township.lifeDetail())))
        case "more", "form":
            desk.type("3")
            desk.press(.down)
            desk.type("m")
            desk.send(.detail(Township.inReview[1].id, .success(try Township.detail())))
            guard scene == "form" else { break }
            desk.type("ask-help")
            desk.press(.enter)
            desk.type("2")
            desk.press(.enter)
            desk.type("县民政局")
        case "decide":
            desk.wait(milliseconds: 15 * 86_400_000)
            desk.state = DeskState(
                centre: Township.centre,
                person: StaffMember(id: StaffID(9), number: "D01", name: "何远山", role: .director),
                language: desk.state.language, calendar: .national, size: desk.state.size, now: desk.now)
            desk.load(Township.snapshot())
            desk.type("4p")
            desk.press(.left)
            desk.send(
                .appraisal(
                    Township.appraisal.member.id, Township.appraisal.proposal.month, .success(Township.appraisal)))
            desk.type("d谈话后留任")
        case "appraisal":
            desk.type("4p")
            desk.send(
                .appraisal(
                    Township.appraisal.member.id, Township.appraisal.proposal.month, .success(Township.appraisal)))
        case "help":
            desk.type("?")
        case "ghost":
            desk.press(.down)
            desk.load(Township.snapshot(pending: [Township.pending[0], Township.pending[2]]))
        case "intake":
            desk.openIntake()
            desk.fillIn(identityNumber: "999999195001010042")
            desk.answerDuplicates([Township.dueSoon[0]])
        case "intake-search":
            desk.openIntake()
            desk.type("养老")
        case "intake-faults":
            desk.openIntake()
            desk.fillIn(identityNumber: "999999195001010041", phone: "1391234")
            desk.press(KeyPress(.character("s"), .control))
        case "receipt":
            desk.openIntake()
            desk.fillIn(identityNumber: "999999195001010042")
            desk.press(.tab)
            desk.type("1")
            desk.press(KeyPress(.character("s"), .control))
            try desk.answerRegistration()
        case "sheets":
            desk.type("R")
            desk.press(.right)
            desk.press(.right)
            guard case .sheets(let open) = desk.state.overlay else { break }
            desk.send(.sheet(open.request, .success(SheetSamples.allowance)))
        case "counters":
            desk.figures = FrameCountersTests.figures
            desk.press(KeyPress(.function(12)))
        default:
            break
        }
    }

    private func compare(_ screen: String, _ name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
        let file = folder.appendingPathComponent(name + ".txt")
        if ProcessInfo.processInfo.environment["DAIBAN_RECORD"] != nil {
            try Data((screen + "\n").utf8).write(to: file)
            return
        }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(screen + "\n" == recorded, "\(name)")
    }
}
