import Crypto
import Foundation
import Testing

@testable import CaseStore
@testable import Casework

@Suite("The table of initials and the search tables")
struct InitialsTableTests {
    /// Search tables are filled by the table of initials of the day on which a case was written. With another table the
    /// words of old cases are not found, and `verify --full` calls every one of them different.
    @Test("They go together: another table of initials needs a step of the schema that fills the search tables anew")
    func digest() {
        let digest = SHA256.hash(data: Data(PackageResources.pinyin_initials_txt)).hexadecimal
        #expect(
            digest == "bf1719233ef78b489576fa399a358c4135291f4aab5a62786c6e6761191828cc" && Schema.version >= 10,
            """
            Sources/Casework/Text/pinyin-initials.txt has changed. Append a step to Schema.steps whose `then` calls \
            CaseSearchTable.rebuild and OpenCaseSearchTable.rebuild, record its sample, and write the new digest here.
            """)
    }
}
