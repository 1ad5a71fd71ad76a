import Foundation
import Testing

@testable import soak

@Suite("What the writers of a soak note")
struct SoakNotesTests {
    @Test("A line that was cut off by a kill is no line, and takes nothing of the next life with it")
    func cutOff() throws {
        let path = NSTemporaryDirectory() + "soak-notes-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("I 1 5\nA 1 5 1 900\nI 2 5\nA 2".utf8).write(to: URL(fileURLWithPath: path))
        for at in [3, 4] {
            let notes = try SoakNotes(path: path, syncs: false)
            notes.put("I \(at) 0")
        }
        let ledger = try SoakLedger(paths: [path])
        #expect(ledger.faults.isEmpty, "\(ledger.faults)")
        #expect(ledger.intended == [1, 2, 3, 4] && Set(ledger.acknowledged.keys) == [1])
    }
}
