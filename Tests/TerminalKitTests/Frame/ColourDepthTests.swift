import Testing

@testable import TerminalKit

@Suite("Colours")
struct ColourDepthTests {
    @Test("every colour of the cube and the ramp is its own nearest")
    func exact() {
        for index in UInt8(16)...255 {
            let (red, green, blue) = Palette.rgb(ofIndex: index)
            let nearest = Colour.rgb(red, green, blue).reduced(to: .indexed256)
            guard case .indexed(let found) = nearest else {
                Issue.record("no palette colour for \(index)")
                continue
            }
            #expect(Palette.rgb(ofIndex: found) == (red, green, blue))
        }
    }

    @Test(
        "colours go to the nearest of the 16",
        arguments: [
            (Colour.rgb(250, 5, 5), Colour.indexed(9)), (.rgb(200, 10, 10), .indexed(1)), (.rgb(0, 0, 0), .indexed(0)),
            (.rgb(255, 250, 250), .indexed(15)), (.indexed(196), .indexed(9)), (.indexed(244), .indexed(8)),
            (.indexed(3), .indexed(3)),
            (.standard, .standard),
        ])
    func sixteen(colour: Colour, nearest: Colour) { #expect(colour.reduced(to: .sixteen) == nearest) }

    @Test("a deep terminal keeps what it can show, a colourless one nothing")
    func depths() {
        #expect(Colour.rgb(1, 2, 3).reduced(to: .truecolour) == .rgb(1, 2, 3))
        #expect(Colour.indexed(7).reduced(to: .indexed256) == .indexed(7))
        #expect(Colour.indexed(7).reduced(to: .none) == .standard)
        #expect(Colour.rgb(128, 128, 128).reduced(to: .indexed256) == .indexed(244))
    }
}
