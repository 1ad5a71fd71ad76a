import PseudoTerminal
import Testing

@testable import TerminalKit

@Suite("Terminal profile")
struct TerminalProfileTests {
    private func depth(_ more: [String: String]) throws -> ColourDepth {
        let base = ["TERM": "xterm", "LANG": "zh_CN.UTF-8"]
        return try TerminalProfile.detect(environment: base.merging(more) { $1 }, isTerminal: true).colourDepth
    }

    @Test("colours follow NO_COLOR, COLORTERM and TERM, in this order")
    func colours() throws {
        #expect(try depth([:]) == .sixteen)
        #expect(try depth(["TERM": "xterm-256color"]) == .indexed256)
        #expect(try depth(["TERM": "xterm-direct"]) == .truecolour)
        #expect(try depth(["COLORTERM": "truecolor"]) == .truecolour)
        #expect(try depth(["COLORTERM": "24bit"]) == .truecolour)
        #expect(try depth(["COLORTERM": "truecolor", "NO_COLOR": "1"]) == .none)
        #expect(try depth(["NO_COLOR": ""]) == .sixteen)
        #expect(try depth(["TERM": "linux"]) == .sixteen)
        #expect(try depth(["TERM": "foot"]) == .truecolour)
        #expect(try depth(["WT_SESSION": "x", "NO_COLOR": "1"]) == .none)
        #expect(try depth(["TERM": "screen", "VTE_VERSION": "7600"]) == .sixteen)
    }

    @Test("the first locale variable that is set decides, in any spelling of UTF-8")
    func locale() throws {
        #expect(try depth(["LC_ALL": "C.utf8", "LANG": "zh_CN.GBK"]) == .sixteen)
        #expect(try depth(["LC_ALL": "", "LC_CTYPE": "UTF-8", "LANG": "C"]) == .sixteen)
        #expect(try depth(["LANG": "zh_CN.UTF-8@pinyin"]) == .sixteen)
        #expect(throws: TerminalError.notUTF8(locale: "zh_CN.GB18030")) { try depth(["LC_ALL": "zh_CN.GB18030"]) }
        #expect(throws: TerminalError.notUTF8(locale: "")) { try depth(["LANG": ""]) }
    }

    @Test("no terminal and a dumb terminal are refused")
    func refused() {
        #expect(throws: TerminalError.notATerminal) {
            try TerminalProfile.detect(environment: [:], isTerminal: false)
        }
        #expect(throws: TerminalError.dumb(term: "")) {
            try TerminalProfile.detect(environment: ["LANG": "C.UTF-8"], isTerminal: true)
        }
        #expect(throws: TerminalError.dumb(term: "dumb")) { try depth(["TERM": "dumb"]) }
    }

    @Test("over SSH a lone ESC waits longer")
    func remote() throws {
        let environment = ["TERM": "xterm", "LANG": "C.UTF-8", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"]
        #expect(try TerminalProfile.detect(environment: environment, isTerminal: true).escapeDelay == 150)
    }

    @Test("leaving takes back every mode that entering set", arguments: [true, false])
    func modes(usesMouse: Bool) {
        let modes = TerminalModes(usesMouse: usesMouse)
        let before = PseudoTerminal.TerminalModel(columns: 20, rows: 5)
        var screen = before
        screen.feed(modes.enter)
        #expect(screen.modes != before.modes && screen.reportsMouse == usesMouse)
        screen.feed(modes.leave)
        #expect(screen.modes == before.modes)
        #expect(screen.isGivenBack)
    }
}
