import CaseStore
import Casework
import Dashboard
import TerminalKit
import Testing

/// How little a desk sends: what a person at the far end of a slow line has to wait for.
@Suite("What the desk's frames send") struct FrameBytesTests {
    @Test("a picture that is drawn again sends nothing", arguments: DrawnDesk.Terminal.all)
    func drawnAgain(_ terminal: DrawnDesk.Terminal) throws {
        var drawn = try DrawnDesk(terminal)
        #expect(!drawn.frame().isEmpty)
        #expect(drawn.frame().isEmpty)
    }

    @Test("events that change nothing on the screen send nothing", arguments: DrawnDesk.Terminal.all)
    func idle(_ terminal: DrawnDesk.Terminal) throws {
        var drawn = try DrawnDesk(terminal)
        _ = drawn.frame()
        drawn.desk.wait(milliseconds: 40_000)
        drawn.desk.send(.tick)
        #expect(drawn.frame().isEmpty)
        drawn.desk.load(Township.busySnapshot())
        #expect(drawn.frame().isEmpty)
        drawn.desk.send(.input(.focus(true)))
        #expect(drawn.frame().isEmpty)
    }

    @Test("a minute in which only the clock moves sends less than 64 bytes", arguments: DrawnDesk.Terminal.all)
    func clock(_ terminal: DrawnDesk.Terminal) throws {
        var drawn = try DrawnDesk(
            terminal, snapshot: Township.snapshot(pending: [], dueSoon: [], inReview: [], agents: []))
        // One digit, two, the hour, the day, the year.
        for time in [
            "2026-11-20 09:41", "2026-11-20 09:49", "2026-11-20 09:59", "2026-11-20 23:59", "2026-12-31 23:59",
        ] {
            drawn.desk.now = Township.at(time)
            drawn.desk.send(.tick)
            _ = drawn.frame()
            drawn.desk.wait(milliseconds: 60_000)
            drawn.desk.send(.tick)
            let sent = drawn.frame().count
            #expect(1..<64 ~= sent, "\(sent) bytes in the minute after \(time)")
        }
    }

    @Test("a minute on a full desk sends the clock and the digits of the times left", arguments: DrawnDesk.Terminal.all)
    func fullMinute(_ terminal: DrawnDesk.Terminal) throws {
        var drawn = try DrawnDesk(terminal)
        _ = drawn.frame()
        for minute in 1...10 {
            drawn.desk.wait(milliseconds: 60_000)
            drawn.desk.send(.tick)
            let sent = drawn.frame().count
            let times = drawn.screen.plainText().matches(of: /\d(?:h|时)\d\d/).count
            #expect(times >= terminal.rows / 3)
            #expect(sent < 64 + 14 * times, "\(sent) bytes for \(times) times in minute \(minute)")
        }
    }

    @Test(
        "a selection that moves sends no more than the text of two rows, and its styles",
        arguments: DrawnDesk.Terminal.all)
    func selection(_ terminal: DrawnDesk.Terminal) throws {
        for (key, pane) in zip("123", [PaneID.pending, .dueSoon, .inReview]) {
            var drawn = try DrawnDesk(terminal)
            drawn.desk.type(String(key))
            _ = drawn.frame()
            let region = try #require(drawn.desk.state.layout.panes[pane]).inset(by: 1)
            for line in 1...4 {
                drawn.desk.press(.down)
                let sent = drawn.frame().count
                let text = drawn.textBytes(in: Region(x: region.x, y: region.y + line, width: region.width, height: 2))
                #expect(sent > 0)
                #expect(sent <= text + Self.styles(of: terminal), "\(sent) bytes for \(text) of text")
            }
        }
    }

    /// The selected row has one style, the other up to five, one after the other; in 24-bit colours each takes about 20
    /// bytes (SGR 38;2), and the bar its ground besides.
    private static func styles(of terminal: DrawnDesk.Terminal) -> Int { terminal.depth == .truecolour ? 128 : 48 }
}
