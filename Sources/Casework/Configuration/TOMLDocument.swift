import TOMLKit

/// A TOML file read strictly: a missing key, a key nobody knows and a value of the wrong kind are errors with a place.
///
/// TOMLKit parses; this adds what it does not give: dotted paths and line numbers in errors, and the refusal of what is
/// not understood.
public struct TOMLDocument {
    public let root: TOMLTable
    public let source: String
    private let text: String

    public init(_ text: String, source: String) throws(ConfigurationError) {
        self.text = text
        self.source = source
        do {
            try TOMLGrammar.check(text)
        } catch {
            throw ConfigurationError(source: source, line: error.line, problem: .syntax(error.found))
        }
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw ConfigurationError(
                source: source, line: Int(error.source.begin.line), problem: .syntax(error.description))
        } catch {
            throw ConfigurationError(source: source, problem: .syntax("\(error)"))
        }
    }

    public var section: TOMLSection {
        TOMLSection(table: root, path: "", source: source, text: text)
    }
}

/// One table of a ``TOMLDocument`` and the path that leads to it.
public struct TOMLSection {
    public let table: TOMLTable
    public let path: String
    public let source: String
    private let text: String

    public init(table: TOMLTable, path: String, source: String, text: String = "") {
        self.table = table
        self.path = path
        self.source = source
        self.text = text
    }

    public var keys: [String] { table.keys }

    public func error(_ key: String, _ problem: ConfigurationError.Problem) -> ConfigurationError {
        ConfigurationError(source: source, line: line(of: key), key: dotted(key), problem: problem)
    }

    public func contains(_ key: String) -> Bool { table.contains(key: key) }

    public func isList(_ key: String) -> Bool { table[key]?.array != nil }

    public func string(_ key: String) throws(ConfigurationError) -> String {
        guard let value = table[key] else { throw error(key, .missingKey) }
        guard let text = value.string else { throw error(key, .value(value.debugDescription, expected: "text")) }
        return text
    }

    public func integer(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        guard let value = table[key] else { throw error(key, .missingKey) }
        guard let number = value.int, range.contains(number) else {
            throw error(key, .value(value.debugDescription, expected: "\(range.lowerBound) … \(range.upperBound)"))
        }
        return number
    }

    public func bool(_ key: String) throws(ConfigurationError) -> Bool {
        guard let value = table[key] else { throw error(key, .missingKey) }
        guard let flag = value.bool else { throw error(key, .value(value.debugDescription, expected: "true, false")) }
        return flag
    }

    public func strings(_ key: String) throws(ConfigurationError) -> [String] {
        guard let value = table[key] else { throw error(key, .missingKey) }
        guard let array = value.array else { throw error(key, .value(value.debugDescription, expected: "a list")) }
        var result: [String] = []
        for element in array {
            guard let text = element.string else {
                throw error(key, .value(element.debugDescription, expected: "text"))
            }
            result.append(text)
        }
        return result
    }

    /// One of the raw values of `Choice`.
    public func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ key: String, _: Choice.Type = Choice.self
    ) throws(ConfigurationError) -> Choice {
        let text = try string(key)
        guard let choice = Choice(rawValue: text) else {
            throw error(key, .value(text, expected: Choice.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        return choice
    }

    public func section(_ key: String) throws(ConfigurationError) -> TOMLSection {
        guard let value = table[key] else { throw error(key, .missingKey) }
        guard let inner = value.table else {
            throw error(key, .value(value.debugDescription, expected: "[\(dotted(key))]"))
        }
        return TOMLSection(table: inner, path: dotted(key), source: source, text: text)
    }

    public func tables(_ key: String) throws(ConfigurationError) -> [TOMLSection] {
        guard let value = table[key] else { throw error(key, .missingKey) }
        guard let array = value.array else { throw error(key, .value(value.debugDescription, expected: "a list")) }
        var result: [TOMLSection] = []
        for (index, element) in array.enumerated() {
            guard let inner = element.table else {
                throw error(key, .value(element.debugDescription, expected: "{ … }"))
            }
            result.append(TOMLSection(table: inner, path: "\(dotted(key))[\(index + 1)]", source: source, text: text))
        }
        return result
    }

    /// Refuses every key that is not in `known`, with its place.
    public func refuseOthers(than known: [String]) throws(ConfigurationError) {
        for key in table.keys where !known.contains(key) {
            throw error(key, .unknownKey(allowed: known))
        }
    }

    private func dotted(_ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// The line on which `key` stands under its own section heading (1-based), as far as the text tells; where the key
    /// does not stand there at all, the line of the heading, or that of the key whose value the table is.
    private func line(of key: String) -> Int? { line(of: key, in: path) }

    private func line(of key: String, in path: String) -> Int? {
        let dotted = path.isEmpty ? key : "\(path).\(key)"
        var inside = path.isEmpty
        var ownHeading: Int?
        var lists: [String: Int] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let bare = line.drop { $0 == " " || $0 == "\t" }
            if bare.hasPrefix("[") {
                var heading = String(bare.drop { $0 == "[" }.prefix { $0 != "]" })
                if heading == dotted { return index + 1 }
                if bare.hasPrefix("[[") {
                    lists[heading, default: 0] += 1
                    // As `tables` names the elements of a list.
                    heading += "[\(lists[heading, default: 0])]"
                }
                inside = heading == path
                if inside { ownHeading = index + 1 }
            } else if inside, bare.hasPrefix(key), bare.dropFirst(key.count).drop(while: { $0 == " " }).hasPrefix("=") {
                return index + 1
            }
        }
        if let ownHeading { return ownHeading }
        // A table that is written as a value, `{ … }`, stands on the line of its key.
        guard let dot = path.lastIndex(of: ".") else { return path.isEmpty ? nil : line(of: path, in: "") }
        return line(of: String(path[path.index(after: dot)...]), in: String(path[..<dot]))
    }
}
