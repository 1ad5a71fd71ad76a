import ArgumentParser
import Dashboard

/// A word where a command should stand, which is none, and the commands that may have been meant.
///
/// Without it the word would be told of as one argument too many of the desk, which opens when no command is named.
struct MistypedCommand {
    var word: String
    /// The commands before it, such as `relay`.
    var group: [String]
    var suggestions: [String]

    /// - Parameter arguments: without the program's name.
    /// - Returns: `nil` when every word that stands for a command is one.
    init?(_ arguments: [String]) {
        var command: any ParsableCommand.Type = Daiban.self
        var group: [String] = []
        for word in arguments {
            let known = command.configuration.subcommands
            // What follows options may be the value of one.
            guard !word.hasPrefix("-"), !known.isEmpty else { return nil }
            if word == "help" { continue }
            if let next = known.first(where: { Self.names($0).contains(word) }) {
                command = next
                group.append(word)
                continue
            }
            // A group whose default command takes arguments says itself what it cannot take; the desk takes none.
            guard command == Daiban.self || command.configuration.defaultSubcommand == nil else { return nil }
            self.word = word
            self.group = group
            suggestions = Self.suggestions(for: word, in: command)
            return
        }
        return nil
    }

    func words(_ language: Language) -> String {
        let place = (["daiban"] + group).joined(separator: " ")
        let meant = suggestions.map { "\(place) \($0)" }
        return Words.mistyped(word, meant: meant, place: place).text(language)
    }

    private static func names(_ command: any ParsableCommand.Type) -> [String] {
        [command._commandName] + command.configuration.aliases
    }

    /// Those a slip of the finger away, else those of that very name in a group below, at most three.
    private static func suggestions(for word: String, in command: any ParsableCommand.Type) -> [String] {
        let shown = command.configuration.subcommands.filter { $0.configuration.shouldDisplay }
        let near = shown.flatMap { names($0) }.map { (name: $0, distance: distance(word, $0)) }
            .filter { $0.distance <= max(1, min(2, word.count / 2)) || (word.count > 2 && $0.name.hasPrefix(word)) }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.map(\.name)
        let below = shown.flatMap { group in
            group.configuration.subcommands.flatMap { names($0) }.filter { $0 == word }.map {
                "\(group._commandName) \($0)"
            }
        }
        return Array((near + below).prefix(3))
    }

    /// How many letters have to be put in, left out, changed or exchanged with their neighbour (optimal string alignment).
    static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.lowercased()), Array(other))
        var rows = [Array(0...other.count)]
        for i in one.indices {
            var row = [i + 1]
            for j in other.indices {
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[one.count][other.count]
    }
}
