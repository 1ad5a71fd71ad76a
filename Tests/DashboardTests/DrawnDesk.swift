import CaseStore
import Casework
import Dashboard
import TerminalKit
import Testing

/// A desk and the frames of its terminal: tells what each picture sends after the one before.
struct DrawnDesk: ~Copyable {
    /// What differs between terminals.
    struct Terminal: Hashable, Sendable, CustomTestStringConvertible {
        var columns: Int
        var rows: Int
        var language: Language
        var depth: ColourDepth

        var testDescription: String { "\(columns)x\(rows) \(language.rawValue) \(depth)" }

        static let all: [Terminal] = [(80, 24), (120, 36), (160, 45), (200, 60)].flatMap { columns, rows in
            Language.allCases.flatMap { language in
                [ColourDepth.truecolour, .sixteen].map {
                    Terminal(columns: columns, rows: rows, language: language, depth: $0)
                }
            }
        }
    }

    var desk: DeskHarness
    private let view: DeskView
    private(set) var screen = CellBuffer(size: TerminalSize(columns: 0, rows: 0))
    private var encoder: FrameEncoder

    /// - Parameter snapshot: By default a township with more cases than any screen shows.
    init(_ terminal: Terminal, snapshot: DeskSnapshot = Township.busySnapshot()) throws {
        desk = DeskHarness(
            columns: terminal.columns, rows: terminal.rows, language: terminal.language, snapshot: snapshot)
        view = DeskView(theme: try .embedded("dark"), glyphs: Glyphs(.unicode))
        encoder = FrameEncoder(depth: terminal.depth)
        // Shortly after the turn of a minute, as the desk's own clock wakes it.
        desk.wait(milliseconds: 5)
        desk.send(.tick)
        desk.load(snapshot)
    }

    /// Draws the desk as it is now and gives what that sends.
    mutating func frame() -> [UInt8] {
        let figures = FrameFigures(last: encoder.counters, total: encoder.totals)
        let cursor = view.draw(desk.state, figures: figures, in: &screen)
        return encoder.encode(screen, cursor: cursor)
    }

    /// The bytes of the text in a region, blanks included.
    func textBytes(in region: Region) -> Int {
        (region.y..<region.maxY).reduce(0) { sum, y in
            (region.x..<region.maxX).reduce(sum) { $0 + screen.cell(x: $1, y: y).text.utf8.count }
        }
    }
}

extension Township {
    /// A township in which every pane has more rows than a screen, all due within two days, when minutes are told.
    static func busySnapshot() -> DeskSnapshot {
        func rows(_ first: Int64, _ state: CaseState, due: Int, step: Int) -> [QueueRow] {
            let matters = [("张*", "城乡居民养老参保"), ("欧阳**", "残疾人证换领"), ("李**", "城乡居民医疗保险参保登记与缴费")]
            return (0..<30).map { index in
                let (applicant, item) = matters[index % matters.count]
                return row(
                    first + Int64(index), state, applicant, item, due: due + step * index, agent: index % agents.count,
                    version: state == .pending ? 1 : 3)
            }
        }
        return snapshot(
            pending: rows(10, .pending, due: 190, step: 47), dueSoon: rows(40, .accepted, due: -725, step: 33),
            inReview: rows(70, .inReview, due: 75, step: 61))
    }
}
