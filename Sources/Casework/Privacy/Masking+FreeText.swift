/// Personal data inside sentences: notes and reasons are typed freely, and what the fields beside them mask is often
/// written out in them.
extension Masking {
    /// So many digits in a row are a number that names somebody: the shortest is a landline's seven.
    private static let shortestNumber = 7

    /// `text` with the applicant's full name masked as ``name(_:)`` does it, and six stars for every run of seven or more
    /// digits (ASCII or full-width; up to two blanks or hyphens may stand between two of them, an X may follow). Names of
    /// relatives (父亲张大山) and numbers of houses (三组12号) are masked, too.
    ///
    /// Dates written with hyphens and numbers of cases fall under it, too: the one is often a birthday, and a rule that
    /// hides too much is mended by looking, one that hides too little is not.
    public static func freeText(_ text: String, hiding name: String) -> String {
        maskedHouseNumbers(in: maskedNumbers(in: maskedRelatives(in: hidden(name, in: text))))
    }

    /// `text`, such as the words of a service item, with the applicant's full name masked: somebody has typed it there. Other
    /// words stay as they are, since they are the office's own.
    public static func item(_ text: String, hiding name: String) -> String {
        hidden(name, in: text)
    }

    private static func hidden(_ name: String, in text: String) -> String {
        guard mayStand(name, in: text) else { return text }
        let name = Array(name.trimmingWhitespace())
        // A single character would take every word that holds it along.
        guard name.count > 1 else { return text }
        let lowered = name.map { $0.lowercased() }
        let masked = Masking.name(String(name))
        let characters = Array(text)
        var result = ""
        var place = 0
        while place < characters.count {
            let end = place + name.count
            if end <= characters.count, zip(characters[place..<end], lowered).allSatisfy({ $0.lowercased() == $1 }) {
                result += masked
                place = end
            } else {
                result.append(characters[place])
                place += 1
            }
        }
        return result
    }

    /// `false` when the name is nowhere in the text: of the thousands of rows that are masked that is so in nearly all, and
    /// to look character by character costs more than reading them.
    ///
    /// Bytes are compared where both are ASCII and ideographs of the two large blocks only; these have one spelling and
    /// combine with nothing. For everything else it says `true`.
    private static func mayStand(_ name: String, in text: String) -> Bool {
        guard isPlain(name), isPlain(text) else { return true }
        var (name, text) = (name, text)
        return name.withUTF8 { name in
            text.withUTF8 { text in
                // Blanks around it are no part of the name.
                let name = name.drop { $0 <= 0x20 }
                guard let last = name.last, last > 0x20 else { return true }
                guard name.count <= text.count else { return false }
                return (0...(text.count - name.count)).contains { place in
                    zip(name, text[place...]).allSatisfy { lowered($0) == lowered($1) }
                }
            }
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value < 0x80 || isIdeograph($0) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func maskedNumbers(in text: String) -> String {
        let characters = Array(text)
        var result = ""
        var place = 0
        while place < characters.count {
            guard isDigit(characters[place]) else {
                result.append(characters[place])
                place += 1
                continue
            }
            let (end, digits) = run(in: characters, from: place)
            if digits >= shortestNumber {
                result += "******"
            } else {
                result += String(characters[place..<end])
            }
            place = end
        }
        return result
    }

    /// Where the run of digits that begins at `start` ends, and how many digits it has.
    private static func run(in characters: [Character], from start: Int) -> (end: Int, digits: Int) {
        var end = start
        var digits = 0
        var place = start
        while place < characters.count {
            if isDigit(characters[place]) {
                digits += 1
                place += 1
                end = place
            } else if isSeparator(characters[place]), place - end < 2 {
                place += 1
            } else {
                break
            }
        }
        // The check digit of an identity number (GB 11643) may be an X.
        if end < characters.count, "XxＸｘ".contains(characters[end]), digits >= shortestNumber { end += 1 }
        return (end, digits)
    }

    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character) || ("０"..."９").contains(character)
    }

    private static func isSeparator(_ character: Character) -> Bool {
        " \u{A0}\u{3000}-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}－".contains(character)
    }
}

extension Intake {
    /// The same intake with the applicant's data masked, in the note as well.
    public var masked: Intake {
        var intake = self
        intake.applicant = applicant.masked
        intake.note = note.map { Masking.freeText($0, hiding: applicant.name) }
        intake.item = Masking.item(item, hiding: applicant.name)
        return intake
    }
}

extension Case {
    /// What somebody wrote about this case, shown where its applicant is shown masked.
    public func masked(_ text: String) -> String {
        Masking.freeText(text, hiding: intake.applicant.name)
    }

    /// What the case is about, shown where its applicant is shown masked.
    public var maskedItem: String { Masking.item(intake.item, hiding: intake.applicant.name) }
}

extension CaseEvent {
    /// The same event with the applicant's data masked, in everything that was typed with it.
    ///
    /// - Parameter name: the applicant's, which only the registration knows by itself.
    public func masked(hiding name: String) -> CaseEvent {
        let event = mappingTexts { Masking.freeText($0, hiding: name) }
        switch (event, self) {
        case (.registered(var registration), _):
            registration.intake.item = Masking.item(registration.intake.item, hiding: name)
            registration.intake.applicant = registration.intake.applicant.masked
            if case .registered(let plain) = self, let signer = plain.history?.carried?.facts?.delivery?.signedBy {
                registration.history?.carried?.facts?.delivery?.signedBy = Masking.name(signer)
            }
            return .registered(registration)
        case (.delivered(var delivery), .delivered(let plain)):
            // Whoever signs in the applicant's place is a person, too.
            delivery.signedBy = Masking.name(plain.signedBy)
            return .delivered(delivery)
        default: return event
        }
    }
}
