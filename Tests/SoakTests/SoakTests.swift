import Foundation
import PseudoTerminal
import Testing

/// A short soak; by hand it is run for ten minutes.
@Suite("Many desks that are killed at random")
struct SoakTests {
    @Test("Lose nothing that was acknowledged, and leave nothing half-done")
    func soak() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try BuiltProduct.path("soak"))
        process.arguments = ["--seconds", "20"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(words)")
        #expect(words.contains("nothing lost"))
    }
}
