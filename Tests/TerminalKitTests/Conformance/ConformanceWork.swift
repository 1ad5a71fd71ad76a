// What the encoder did in the cases of a test. A way of saving bytes that was never taken has not been tried, however green the
// test is.

@testable import TerminalKit

struct ConformanceWork {
    private(set) var frames = FrameCounters()
    /// Scrolls between left and right margins.
    private(set) var narrowScrolls = 0

    /// Ways of saving bytes.
    enum Way: Hashable, CaseIterable {
        case repaints, erasures, repeats, wideScrolls, narrowScrolls, synchronized
    }

    mutating func add(_ counters: FrameCounters, _ bytes: [UInt8]) {
        frames.add(counters)
        guard counters.scrolls > 0 else { return }
        narrowScrolls += String(decoding: bytes, as: UTF8.self).matches(of: #/\e\[\?69h/#).count
    }

    mutating func add(_ other: ConformanceWork) {
        frames.add(other.frames)
        narrowScrolls += other.narrowScrolls
    }

    func count(_ way: Way) -> Int {
        switch way {
        case .repaints: frames.repaints
        case .erasures: frames.erasures
        case .repeats: frames.repeats
        case .wideScrolls: frames.scrolls - narrowScrolls
        case .narrowScrolls: narrowScrolls
        case .synchronized: frames.synchronized
        }
    }

    /// The ways that were never taken.
    var missing: Set<Way> { Set(Way.allCases.filter { count($0) == 0 }) }
}

extension ConformanceWork: CustomStringConvertible {
    var description: String {
        let ways = Way.allCases.map { "\(count($0)) \($0)" }.joined(separator: ", ")
        return "\(frames.frames) frames, \(frames.bytes) bytes, \(ways)"
    }
}
