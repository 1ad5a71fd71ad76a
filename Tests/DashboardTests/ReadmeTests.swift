import Dashboard
import Foundation
import Testing

@Suite struct ReadmeTests {
    @Test func theKeyTableOfTheReadmeIsTheRegistrys() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = String(decoding: try Data(contentsOf: root.appendingPathComponent("README.md")), as: UTF8.self)
        #expect(readme.contains(KeyTable.markdown), "paste the output of `daiban keys --markdown`")
    }
}
