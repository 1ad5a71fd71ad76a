/// One heading of a rulebook with its settings: reads each strictly and says where it stands when it is wrong.
struct RulebookSection {
    let path: String
    let values: [String: RulebookValue]
    let clause: String
    /// Makes an error with the place of a key of this section.
    let error: (_ key: String, _ problem: ConfigurationError.Problem) -> ConfigurationError

    func contains(_ key: String) -> Bool { values[key] != nil }

    func value(_ key: String) throws(ConfigurationError) -> RulebookValue {
        guard let value = values[key] else { throw error(key, .missingKey) }
        return value
    }

    func text(_ key: String) throws(ConfigurationError) -> String {
        let value = try value(key)
        guard case .text(let text) = value, !text.allSatisfy(\.isWhitespace) else {
            throw error(key, .value(value.text, expected: "\"…\""))
        }
        return text
    }

    func integer(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        let value = try value(key)
        guard case .integer(let number) = value, range.contains(number) else {
            throw error(key, .value(value.text, expected: "\(range.lowerBound) … \(range.upperBound)"))
        }
        return number
    }

    /// A list of numbers.
    func integers(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> [Int] {
        let value = try value(key)
        let problem = ConfigurationError.Problem.value(
            value.text, expected: "[\(range.lowerBound), …, \(range.upperBound)]")
        guard case .list(let elements) = value else { throw error(key, problem) }
        var result: [Int] = []
        for element in elements {
            guard case .integer(let number) = element, range.contains(number) else { throw error(key, problem) }
            result.append(number)
        }
        return result
    }

    func flag(_ key: String) throws(ConfigurationError) -> Bool {
        let value = try value(key)
        guard case .flag(let flag) = value else { throw error(key, .value(value.text, expected: "true, false")) }
        return flag
    }

    func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ key: String, _: Choice.Type = Choice.self
    ) throws(ConfigurationError) -> Choice {
        let value = try value(key)
        guard case .text(let text) = value, let choice = Choice(rawValue: text) else {
            throw error(key, .value(value.text, expected: Choice.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        return choice
    }

    /// A list of texts, none empty, none twice, and, unless said otherwise, at least one.
    func texts(_ key: String, mayBeEmpty: Bool = false) throws(ConfigurationError) -> [String] {
        let value = try value(key)
        guard case .list(let elements) = value, mayBeEmpty || !elements.isEmpty else {
            throw error(key, .value(value.text, expected: "[\"…\", …]"))
        }
        var result: [String] = []
        for element in elements {
            guard case .text(let text) = element, !text.allSatisfy(\.isWhitespace) else {
                throw error(key, .value(element.text, expected: "\"…\""))
            }
            guard !result.contains(text) else { throw error(key, .contradiction("\(text), \(text)")) }
            result.append(text)
        }
        return result
    }

    /// The keys that `kind` brings along have to be there, and those of other kinds must not.
    func demand(_ keys: [String], when isNeeded: Bool, by kind: String) throws(ConfigurationError) {
        for key in keys {
            if isNeeded {
                _ = try value(key)
            } else if let value = values[key] {
                throw error(key, .contradiction("\(kind), \(key) = \(value.text)"))
            }
        }
    }

    // MARK: Times

    /// A minute of the day from `HH:MM`; 24:00 is the end of the day.
    func minute(_ key: String) throws(ConfigurationError) -> Int {
        let text = try text(key)
        guard let minute = Self.minute(of: text) else {
            throw error(key, .value(text, expected: "00:00 … 24:00"))
        }
        return minute
    }

    /// Sessions such as `09:00-11:30`: each ends after it begins, and none begins before the one before has ended.
    func sessions(_ key: String) throws(ConfigurationError) -> [AgentRules.Duty.Session] {
        var sessions: [AgentRules.Duty.Session] = []
        let texts = try texts(key)
        for (place, text) in texts.enumerated() {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.minute(of: String($0)) }
            guard parts.count == 2, let from = parts[0], let to = parts[1] else {
                throw error(key, .value(text, expected: "09:00-11:30"))
            }
            guard from < to else { throw error(key, .contradiction(text)) }
            if let last = sessions.last, from < last.to {
                throw error(key, .contradiction("\(texts[place - 1]), \(text)"))
            }
            sessions.append(AgentRules.Duty.Session(from: from, to: to))
        }
        return sessions
    }

    /// A day of every year from `MM-DD`: 29 February is none.
    func yearDay(_ key: String) throws(ConfigurationError) -> AgentRules.Duty.YearDay {
        let text = try text(key)
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard parts.count == 2, let month = Self.twoDigits(parts[0]), let day = Self.twoDigits(parts[1]),
            lengths.indices.contains(month - 1), (1...lengths[month - 1]).contains(day)
        else { throw error(key, .value(text, expected: "01-01 … 12-31")) }
        return AgentRules.Duty.YearDay(month: month, day: day)
    }

    private static func minute(of text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = twoDigits(parts[0]), let minute = twoDigits(parts[1]), minute < 60,
            hour * 60 + minute <= 1_440
        else { return nil }
        return hour * 60 + minute
    }

    private static func twoDigits(_ text: Substring) -> Int? {
        text.utf8.count == 2 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            ? Int(text) : nil
    }
}
