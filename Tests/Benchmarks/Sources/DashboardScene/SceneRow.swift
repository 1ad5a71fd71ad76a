// The rows of the scene's lists, made by a generator of random numbers that every implementation of the scene shares.

import TerminalKit

/// One row: what a case in a list shows. Loaded once and never changed, so it is an object that all frames share.
final class SceneRow: Sendable {
    let number: SceneText
    let name: SceneText
    let item: SceneText
    let village: SceneText
    /// Seconds from the scene's beginning, also negative.
    let deadline: Int

    /// Row `index` of the list of `pane`, in a generation of the data.
    init(pane: Int, index: Int, generation: Int) {
        var random = SceneRandom(
            state: 20_260_302 + UInt64(pane) * 1_000_003 + UInt64(index) * 7_919 + UInt64(generation) * 104_729)
        _ = random.next()
        _ = random.next()
        let prefix = SceneWords.prefixes[random.below(4)]
        let digits = String(random.below(10_000_000))
        number = SceneText("\(prefix)2026-" + String(repeating: "0", count: 7 - digits.count) + digits)
        let surname = SceneWords.surnames[random.below(16)]
        let dice = random.next()
        let (first, second) = (random.below(32), random.below(32))
        name = SceneText(
            ((dice >> 1) % 16 == 0 ? "欧阳" : surname) + SceneWords.givenNames[first]
                + (dice % 2 == 1 ? SceneWords.givenNames[second] : ""))
        item = SceneText(SceneWords.items[random.below(24)])
        let (town, place) = (SceneWords.towns[random.below(16)], SceneWords.villages[random.below(16)])
        village = SceneText("\(town)镇\(place)村\(1 + random.below(12))组")
        let minutes = random.below(10_080)
        deadline = (minutes - 1_440) * 60 + random.below(60)
    }
}

/// A text of a row, made once: as it came, and shaped.
struct SceneText: ~Copyable, Sendable {
    let string: String
    let shaped: ShapedText

    init(_ string: String) {
        self.string = string
        shaped = ShapedText(string)
    }
}

/// A linear congruential generator (Knuth's MMIX), of which the upper 31 bits are taken.
private struct SceneRandom {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    mutating func below(_ limit: UInt64) -> Int { Int(next() % limit) }
}
