import Casework

/// The words under which a case stands in the index, as FTS5 sees them: tokens with blanks between, UTF-8.
///
/// An applicant's name gives each of its characters and each two neighbours; the same again in initials, with all
/// readings. So names of two characters are found as fast as long ones. Item, village and holder are one token each: what is typed is
/// compared with their few names, and their tokens are looked for. A number gives its tails, its sequence and its day.
///
/// The tokenizer splits at ASCII punctuation and folds ASCII letters. Punctuation goes to the private use area of Unicode
/// therefore, and a control character of Latin-1 leads every token that is no part of a name, so that nothing typed can
/// be taken for it.
struct SearchTokens {
    /// What leads a token; U+0080 … U+009F never stand in a name's tokens.
    enum Mark: UInt32 {
        case tail = 0x80
        case sequence
        case day
        case item
        case village
        case holder
    }

    private(set) var bytes: [UInt8] = []

    /// - Parameters:
    ///   - item, village: ids of `search_names`.
    init(number: String, applicant: String, item: Int64, village: Int64, holder: Int64?) {
        bytes.reserveCapacity(160)
        add(name: SearchedText(applicant, isPerson: true))
        add(number: number.unicodeScalars.map { SearchedText.folded($0.value) })
        add(.item, item)
        add(.village, village)
        if let holder { add(.holder, holder) }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func add(name: SearchedText) {
        let characters = name.characters
        for place in characters.indices {
            let character = characters[place]
            guard Self.isSearchable(character) else { continue }
            append(character)
            end()
            let letters = name.initials[place].ascii
            for letter in letters {
                bytes.append(letter)
                end()
            }
            guard place + 1 < characters.count, Self.isSearchable(characters[place + 1]) else { continue }
            append(character)
            append(characters[place + 1])
            end()
            // Two neighbours in initials; a letter stands for itself.
            let first = letters + Self.own(character)
            let second = name.initials[place + 1].ascii + Self.own(characters[place + 1])
            guard !(letters.isEmpty && name.initials[place + 1].isEmpty) else { continue }
            for one in first {
                for other in second {
                    bytes.append(one)
                    bytes.append(other)
                    end()
                }
            }
        }
    }

    /// A letter of a name stands among the initials as it is.
    private static func own(_ character: UInt32) -> [UInt8] {
        (0x61...0x7A).contains(character) ? [UInt8(character)] : []
    }

    private mutating func add(number: [UInt32]) {
        for length in [3, 4] where number.count >= length {
            lead(.tail)
            for scalar in number.suffix(length) { append(scalar) }
            end()
        }
        let runs = NumberSearch.runs(number)
        if let sequence = runs.last {
            lead(.sequence)
            for scalar in NumberSearch.withoutZeros(sequence) { append(scalar) }
            end()
        }
        for day in NumberSearch.days(among: runs) {
            lead(.day)
            for scalar in day.prefix(6) { append(scalar) }
            end()
        }
    }

    private mutating func add(_ mark: Mark, _ id: Int64) {
        lead(mark)
        bytes.append(contentsOf: String(id).utf8)
        end()
    }

    private mutating func lead(_ mark: Mark) { append(raw: mark.rawValue) }
    private mutating func end() { bytes.append(0x20) }

    private mutating func append(_ scalar: UInt32) { append(raw: Self.encoded(scalar)) }

    private mutating func append(raw scalar: UInt32) {
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        } else {
            bytes.append(UInt8(0xF0 | scalar >> 18))
            bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
    }

    /// ASCII that the tokenizer would split at, moved out of its way.
    static func encoded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: scalar
        case 0..<0x80: 0xE000 + scalar
        default: scalar
        }
    }

    /// Blanks and controls are no part of a word.
    static func isSearchable(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21..<0x7F, 0x4E00...0x9FFF: true
        case 0x00...0x20, 0x7F...0x9F: false
        default: Unicode.Scalar(scalar)?.properties.isWhitespace != true
        }
    }
}
