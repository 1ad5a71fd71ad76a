import Foundation
import PseudoTerminal
import Testing

@Suite("A damaged record on the command line")
struct DamagedRecordJourneys {
    private static let page = 4_096

    /// A record whose last leaf of an index is torn (sqlite.org/fileformat2.html, 1.6): no entry of the journal stands there.
    private func damaged() throws -> Township {
        let town = try Township()
        let url = URL(fileURLWithPath: town.database)
        var bytes = try Data(contentsOf: url)
        let leaf = try #require((1..<bytes.count / Self.page).last { bytes[$0 * Self.page] == 10 })
        for place in 0..<64 { bytes[leaf * Self.page + place] ^= 0xFF }
        try bytes.write(to: url)
        return town
    }

    @Test("verify advises the way that loses nothing, and following it word by word mends the record")
    func newFile() throws {
        let town = try damaged()
        let found = try town.run(["verify"])
        #expect(found.status == .exited(5), "\(found)")
        let advice = "daiban rebuild --database \(town.database) --new-file --reason"
        #expect(found.output.contains(advice), "\(found)")
        let inPlace = try town.run(["rebuild", "--reason", "坏页", "--as", "R01"])
        #expect(inPlace.status == .exited(1) && inPlace.errors.contains("--new-file"), "\(inPlace)")
        let mended = try town.run(["rebuild", "--new-file", "--reason", "坏页", "--as", "R01"])
        try mended.require()
        #expect(mended.output.contains("在新文件里重做") && mended.errors.contains("before-rebuild"), "\(mended)")
        let sound = try town.run(["verify", "--full"])
        try sound.require()
        let again = try town.run(["rebuild", "--new-file", "--compare", "--reason", "坏页", "--as", "R01"])
        #expect(again.status == .exited(64) && again.errors.contains("--compare"), "\(again)")
    }

    @Test("Whoever may not is refused, and nothing is left beside the record", arguments: [("A01", 2), ("X99", 4)])
    func refused(person: String, status: Int32) throws {
        let town = try damaged()
        let before = try Data(contentsOf: URL(fileURLWithPath: town.database))
        let outcome = try town.run(["rebuild", "--new-file", "--reason", "坏页", "--as", person])
        #expect(outcome.status == .exited(status), "\(outcome)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: town.database)) == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: town.folder.path)
        #expect(!names.contains { $0.contains("before-rebuild") || $0.contains(".part-") }, "\(names)")
    }
}
