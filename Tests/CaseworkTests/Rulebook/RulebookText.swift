import Casework
import Testing

/// The standard rulebook's file with one thing changed, to see what the loader says.
struct RulebookText {
    var lines: [String]

    init() throws {
        lines = try #require(Rulebook.embeddedText("standard")).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    var text: String { lines.joined(separator: "\n") }

    /// The place of a key under a heading, or of the heading itself; 0-based.
    func place(of key: String?, under heading: String) throws -> Int {
        let start = try #require(lines.firstIndex(of: "[\(heading)]"), "[\(heading)]")
        guard let key else { return start }
        return try #require(lines[start...].firstIndex { $0.hasPrefix("\(key) = ") }, "\(heading).\(key)")
    }

    /// Replaces the line of a key under a heading, or takes it away.
    mutating func set(_ key: String, under heading: String, to line: String?) throws {
        let place = try place(of: key, under: heading)
        if let line { lines[place] = line } else { lines.remove(at: place) }
    }

    mutating func add(_ line: String, under heading: String) throws {
        lines.insert(line, at: try place(of: nil, under: heading) + 1)
    }

    /// What the loader says; `nil` when it takes the text.
    var problem: ConfigurationError? {
        do {
            _ = try Rulebook(toml: text, source: "mine.toml")
            return nil
        } catch {
            return error
        }
    }
}
