import Testing

@testable import TerminalKit

@Suite struct ColourDepthTests {
    @Test(arguments: [
        (Colour.rgb(0x8A, 0x93, 0xA3), UInt8(7)), (.rgb(0xFF, 0x6B, 0x6B), 9), (.rgb(0xFF, 0xC8, 0x57), 11),
        (.rgb(0x8F, 0xD1, 0x9E), 10), (.rgb(0x2B, 0x4A, 0x78), 4), (.rgb(0x1D, 0x26, 0x35), 0),
        (.rgb(0xC0, 0x1C, 0x28), 9),
        (.rgb(0, 0, 0), 0), (.rgb(255, 255, 255), 15), (.rgb(0x4A, 0x55, 0x68), 8),
    ])
    func sixteenColoursKeepTheHueAndWhatCanBeRead(_ colour: Colour, _ index: UInt8) {
        #expect(colour.reduced(to: .sixteen) == .indexed(index))
    }

    @Test func theNamedColoursAreThemselves() {
        for index in UInt8(0)..<16 { #expect(Colour.indexed(index).reduced(to: .sixteen) == .indexed(index)) }
    }
}
