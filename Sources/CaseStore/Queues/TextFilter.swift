import Casework
import GRDB

/// What a person typed into a filter, as a LIKE pattern in which every character means itself.
///
/// SQLite folds the case of ASCII letters only, which is what case numbers and imported names need.
struct TextFilter: Sendable {
    var pattern: String

    /// `nil` when nothing but blanks was typed.
    init?(_ text: String) {
        let words = text.trimmingWhitespace()
        guard !words.isEmpty else { return nil }
        // By scalars, as SQLite reads it: a `%` that carries an accent is a `%` there.
        var pattern = "%".unicodeScalars
        for scalar in words.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { pattern.append("\\") }
            pattern.append(scalar)
        }
        pattern.append("%")
        self.pattern = String(pattern)
    }

    /// A case matches by number, applicant, item, village or its agent's name. Takes the pattern five times.
    static let caseCondition = """
        (cases.number LIKE ? ESCAPE '\\' OR cases.applicant LIKE ? ESCAPE '\\' OR cases.item LIKE ? ESCAPE '\\' \
        OR cases.village LIKE ? ESCAPE '\\' \
        OR cases.holder IN (SELECT id FROM staff WHERE name LIKE ? ESCAPE '\\'))
        """
    var caseArguments: [DatabaseValue] { Array(repeating: pattern.databaseValue, count: 5) }
}
