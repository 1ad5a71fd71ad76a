import Casework
import GRDB

/// What somebody typed, made ready: a case fits when each of the words fits it by applicant, number, item, village or
/// the name of its holder.
///
/// The index is asked with ``expression``, which no typed character can break out of: it is put together from tokens in
/// which ASCII has only letters and digits. Where tokens alone would let too much through (``isExact`` is false), the
/// rows that come are looked at once more.
struct CaseMatcher {
    /// What the index is asked; `nil` when no case can fit.
    let expression: String?
    /// Everything that the index gives fits.
    let isExact: Bool
    private let words: [Word]

    private struct Word {
        var typed: SearchWord
        var items: Set<String> = []
        var villages: Set<String> = []
        var holders: Set<Int64> = []
    }

    /// `nil` when nothing but blanks was typed: then everything fits.
    init?(_ text: String, in database: Database) throws {
        let typed = SearchWord.words(text)
        guard !typed.isEmpty else { return nil }
        var words = typed.map { Word(typed: $0) }
        var groups = typed.map { _ in [String]() }
        var isExact = true
        for place in words.indices {
            let name = NameTokens(words[place].typed)
            if let name { groups[place].append(name.expression) }
            let number = NumberTokens(words[place].typed)
            groups[place] += number.alternatives
            if name?.isExact == false || !number.isExact { isExact = false }
        }
        let names = try Row.fetchCursor(
            database.cachedStatement(sql: "SELECT kind, name, id FROM search_names"))
        while let row = try names.next() {
            let name: String = try row.value(1)
            let text = SearchedText(name)
            for place in words.indices {
                // One letter is an initial of nearly everything there is to ask for.
                guard !words[place].typed.isLoneLetter, text.contains(words[place].typed) else { continue }
                let isItem = try row.value(0) == SearchNames.Kind.item.rawValue
                if isItem { words[place].items.insert(name) } else { words[place].villages.insert(name) }
                groups[place].append(Self.token(isItem ? .item : .village, try row.value(2)))
            }
        }
        let people = try Row.fetchCursor(database.cachedStatement(sql: "SELECT id, name FROM staff"))
        while let row = try people.next() {
            let text = SearchedText((try row.value(1) as String), isPerson: true)
            for place in words.indices where text.contains(words[place].typed) {
                words[place].holders.insert(try row.value(0))
                groups[place].append(Self.token(.holder, try row.value(0)))
            }
        }
        self.words = words
        self.isExact = isExact
        expression =
            groups.contains { $0.isEmpty }
            ? nil : groups.map { "(\($0.joined(separator: " OR ")))" }.joined(separator: " AND ")
    }

    /// The case as its row is; what ``expression`` may let through is decided here.
    func fits(number: String, applicant: String, item: String, village: String, holder: Int64?) -> Bool {
        let number = number.unicodeScalars.map { SearchedText.folded($0.value) }
        let applicant = SearchedText(applicant, isPerson: true)
        return words.allSatisfy { word in
            word.items.contains(item) || word.villages.contains(village) || holder.map(word.holders.contains) == true
                || applicant.contains(word.typed) || NumberSearch.matches(number, word.typed)
        }
    }

    private static func token(_ mark: SearchTokens.Mark, _ id: Int64) -> String {
        SearchExpression.token(mark, String(id).unicodeScalars.map(\.value))
    }
}

/// Tokens as FTS5 reads them in a query.
enum SearchExpression {
    /// A string of FTS5. Nothing in it can end it: ASCII punctuation is moved out of the way.
    static func token(_ mark: SearchTokens.Mark? = nil, _ scalars: some Collection<UInt32>) -> String {
        var text = "\"".unicodeScalars
        if let mark, let scalar = Unicode.Scalar(mark.rawValue) { text.append(scalar) }
        for value in scalars {
            if let scalar = Unicode.Scalar(SearchTokens.encoded(value)) { text.append(scalar) }
        }
        text.append("\"")
        return String(text)
    }
}

/// The tokens by which a word is found in an applicant's name.
private struct NameTokens {
    var expression: String
    /// The tokens say it all: one character, or two of the same sort.
    var isExact: Bool

    /// `nil` when no name can have it.
    init?(_ word: SearchWord) {
        let characters = word.characters
        guard characters.allSatisfy(SearchTokens.isSearchable) else { return nil }
        var tokens: [String] = []
        var run: [UInt32] = []
        func close() {
            if run.count == 1 { tokens.append(SearchExpression.token(nil, run)) }
            for place in run.indices.dropLast() {
                let token = SearchExpression.token(nil, run[place...place + 1])
                if !tokens.contains(token) { tokens.append(token) }
            }
            run = []
        }
        var runs = 0
        for character in characters {
            if let last = run.last, Self.isLetter(last) != Self.isLetter(character) { close() }
            if run.isEmpty { runs += 1 }
            run.append(character)
        }
        close()
        expression = tokens.count == 1 ? tokens[0] : "(\(tokens.joined(separator: " AND ")))"
        // What punctuation is moved to may be typed, too.
        let isPrivate = characters.contains { (0xE000..<0xE080).contains($0) }
        isExact = runs == 1 && characters.count <= 2 && !isPrivate
    }

    private static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }
}

/// The tokens by which a word is found in a number; see ``NumberSearch``.
private struct NumberTokens {
    var alternatives: [String] = []
    var isExact = true

    init(_ word: SearchWord) {
        let typed = word.characters
        guard typed.contains(where: NumberSearch.isDigit), typed.allSatisfy(SearchTokens.isSearchable) else { return }
        if typed.count >= 3 {
            alternatives.append(SearchExpression.token(.tail, typed.suffix(4)))
            // A longer tail than the token's, or what punctuation is moved to.
            if typed.count > 4 || !typed.allSatisfy({ $0 < 0x80 }) { isExact = false }
        }
        let day = typed.allSatisfy(NumberSearch.isDigit) ? typed[...] : NumberSearch.runs(typed).first ?? []
        if day.count == typed.count {
            alternatives.append(SearchExpression.token(.sequence, NumberSearch.withoutZeros(typed[...])))
            if typed.first == 0x30 { isExact = false }
        }
        if day.count >= 4 {
            let token = SearchExpression.token(.day, day.prefix(6))
            alternatives.append(day.count < 6 ? "\(token) *" : token)
            if day.count > 6 || day.count != typed.count { isExact = false }
        }
    }
}
