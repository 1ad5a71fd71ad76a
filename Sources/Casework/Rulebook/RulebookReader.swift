/// Takes a rulebook's headings one by one, and keeps what it has seen: the entries for people, and every key that a
/// rulebook may have, so that what was never asked for is refused.
struct RulebookReader {
    let source: String
    private(set) var entries: [RulebookEntry] = []
    private let text: String
    private let root: [String: RulebookValue]
    private let reasons: [String: String]
    /// The keys of each heading, known ones only.
    private var children: [String: [String]] = [:]
    /// The headings that hold settings, in their order.
    private(set) var sections: [String] = []

    /// What every heading may have besides its settings.
    static let common = ["clause", "decided"]

    /// - Parameter reasons: the reasons of a centre for the paths that it overrode.
    init(source: String, text: String, root: [String: RulebookValue], reasons: [String: String]) {
        self.source = source
        self.text = text
        self.root = root
        self.reasons = reasons
    }

    func error(_ key: String, under path: String, _ problem: ConfigurationError.Problem) -> ConfigurationError {
        TOMLPlace(text: text, source: source).error(key, under: path, problem)
    }

    /// Every setting that a rulebook may have under that heading, also those that this one does not have.
    func keys(of section: String) -> [String] { children[section] ?? [] }

    /// A text at the top of the file.
    mutating func title(_ key: String) throws(ConfigurationError) -> String {
        children["", default: []].append(key)
        guard let value = root[key] else { throw error(key, under: "", .missingKey) }
        guard case .text(let text) = value, !text.isEmpty else {
            throw error(key, under: "", .value(value.text, expected: "\"…\""))
        }
        return text
    }

    /// A text at the top of the file, in one or both languages.
    mutating func bilingual(_ key: String) throws(ConfigurationError) -> BilingualText {
        children["", default: []].append(key)
        guard let value = root[key] else { throw error(key, under: "", .missingKey) }
        return try wording(value, key, under: "")
    }

    /// The heading `path`: its clause, what was decided, its settings.
    ///
    /// - Parameters:
    ///   - keys: the settings that have to be there, in the order in which people see them.
    ///   - optional: those that only some choices bring along.
    mutating func section(
        _ path: String, keys: [String], optional: [String] = []
    ) throws(ConfigurationError) -> RulebookSection {
        note(path, keys: keys + optional)
        let table = try table(at: path)
        for key in table.keys.sorted() where !(keys + optional + Self.common).contains(key) {
            throw error(key, under: path, .unknownKey(allowed: keys + optional + Self.common))
        }
        for key in keys where table[key] == nil { throw error(key, under: path, .missingKey) }
        guard let clause = table["clause"] else { throw error("clause", under: path, .missingKey) }
        guard case .text(let clause) = clause, !clause.allSatisfy(\.isWhitespace) else {
            throw error("clause", under: path, .value(clause.text, expected: "\"…〔2022〕36号 第十一条\""))
        }
        var decided: BilingualText?
        if let value = table["decided"] { decided = try wording(value, "decided", under: path) }
        for key in keys + optional {
            guard let value = table[key] else { continue }
            let reason = reasons["\(path).\(key)"] ?? reasons[path]
            entries.append(
                RulebookEntry(
                    path: "\(path).\(key)", section: path, value: value.text, clause: clause,
                    decided: reason.map { BilingualText($0) } ?? decided, isOverridden: reason != nil))
        }
        let place = TOMLPlace(text: text, source: source)
        return RulebookSection(
            path: path, values: table, clause: clause, error: { place.error($0, under: path, $1) })
    }

    /// Refuses every heading that nobody asked for.
    func refuseOthers() throws(ConfigurationError) {
        try refuseOthers(in: root, at: "")
    }

    private func refuseOthers(in table: [String: RulebookValue], at path: String) throws(ConfigurationError) {
        let known = children[path] ?? []
        for key in table.keys.sorted() {
            guard known.contains(key) else { throw error(key, under: path, .unknownKey(allowed: known)) }
            let inner = path.isEmpty ? key : "\(path).\(key)"
            // A heading with settings has refused its own strangers already.
            guard !sections.contains(inner), children[inner] != nil, case .table(let members)? = table[key] else {
                continue
            }
            try refuseOthers(in: members, at: inner)
        }
    }

    private mutating func note(_ path: String, keys: [String]) {
        sections.append(path)
        children[path] = keys
        var outer = ""
        for part in path.split(separator: ".").map(String.init) {
            if !(children[outer] ?? []).contains(part) { children[outer, default: []].append(part) }
            outer = outer.isEmpty ? part : "\(outer).\(part)"
        }
    }

    private func table(at path: String) throws(ConfigurationError) -> [String: RulebookValue] {
        var table = root
        var outer = ""
        for part in path.split(separator: ".").map(String.init) {
            guard let value = table[part] else { throw error(part, under: outer, .missingKey) }
            let inner = outer.isEmpty ? part : "\(outer).\(part)"
            guard case .table(let members) = value else {
                throw error(part, under: outer, .value(value.text, expected: "[\(inner)]"))
            }
            table = members
            outer = inner
        }
        return table
    }

    /// One text, or one for each language: `{ zh = "…", en = "…" }`.
    private func wording(
        _ value: RulebookValue, _ key: String, under path: String
    ) throws(ConfigurationError) -> BilingualText {
        switch value {
        case .text(let text) where !text.allSatisfy(\.isWhitespace): return BilingualText(text)
        case .table(let members):
            if members.count == 2, case .text(let chinese)? = members["zh"], case .text(let english)? = members["en"],
                !chinese.isEmpty, !english.isEmpty
            {
                return BilingualText(chinese: chinese, english: english)
            }
        case .text, .integer, .flag, .list, .other: break
        }
        throw error(key, under: path, .value(value.text, expected: "\"…\", { zh = \"…\", en = \"…\" }"))
    }
}
