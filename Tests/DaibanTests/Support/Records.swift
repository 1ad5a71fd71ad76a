import Foundation

/// What `--json` prints, as far as the journeys look at it.

/// One entry of `daiban case list --json`.
struct ListedCase: Decodable, Hashable {
    var number: String
    var version: Int
    var state: String
    var applicant: String
    var item: String
    var village: String
    var agent: String?
}

/// `daiban case show --json`, and what the actions print.
struct ShownCase: Decodable {
    struct Entry: Decodable {
        var actor: String?
        var event: String
    }

    var number: String
    var version: Int
    var state: String
    var agent: String?
    var reason: String?
    var returns: Int
    var urgings: Int
    /// Newest first.
    var trace: [Entry]

    var events: [String] { trace.map(\.event) }
}

/// `daiban verify --json`.
struct VerifySummary: Decodable, Hashable {
    var sound: Bool
    var cases: Int
    var findings: [String]
}

/// `daiban import --json`.
struct ImportSummary: Decodable {
    var read: Int
    var imported: Int
    var alreadyThere: Int
    var rejected: Int
    var rejectsFile: String?
}
