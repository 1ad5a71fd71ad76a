import Dashboard

/// The sentences of ArgumentParser in Chinese: it speaks English only, and its public interface gives them as finished text.
/// So they are known by how they begin; a sentence of a later version that is not known stays as it is.
enum ParserWords {
    static func text(_ text: String, _ language: Language) -> String {
        switch language {
        case .english: text
        case .chinese: text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
        }
    }

    private static func line(_ line: Substring) -> String {
        for (beginning, words) in headings where line.hasPrefix(beginning) {
            return words + (beginning == "Error: " ? sentence : { String($0) })(line.dropFirst(beginning.count))
        }
        if let name = between(line, "  See '", "' for more information.") { return "  详见：\(name)" }
        if let name = between(line, "  See '", "' for detailed help.") { return "  各子命令的说明：\(name)" }
        if line.hasSuffix(" SUBCOMMANDS:") { return line.dropLast(" SUBCOMMANDS:".count) + "：" }
        for (ending, words) in endings where line.hasSuffix(ending) {
            return line.dropLast(ending.count) + words
        }
        return choices.reduce(String(line)) { text, choice in text.replacing(choice.0, with: choice.1) }
    }

    /// What an option can be, and what it is when nothing is said; lines may be broken behind the words.
    private static let choices = [
        ("(values: ", "(可用："), ("(values:", "(可用："), ("; default: ", "；默认："), ("; default:", "；默认："),
        ("(default: ", "(默认："), ("(default:", "(默认："),
    ]

    private static let headings = [
        ("Error: ", "daiban: "), ("Help:  ", "说明："), ("Usage: ", "用法："), ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："),
        ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
    ]

    private static let endings = [
        ("Show the version.", "显示版本"), ("Show help information.", "显示说明"),
        ("Show subcommand help information.", "显示子命令的说明"),
    ]

    private static func sentence(_ text: Substring) -> String {
        if let rest = after(text, "Unknown option '") {
            if let (option, known) = split(rest, "'. Did you mean '") {
                return "没有选项 \(option)；是不是 \(known.dropLast(2))？"
            }
            return "没有选项 \(rest.dropLast())"
        }
        if let name = between(text, "Missing expected argument '", "'") { return "缺少参数 \(name)" }
        if let names = between(text, "Missing one of: '", "'") { return "缺少其中一个：\(list(names))" }
        if let name = between(text, "Missing value for '", "'") { return "缺少 \(name) 的值" }
        if let word = between(text, "Unexpected argument '", "'") { return "多出的参数：\(word)" }
        if let (_, words) = split(text, " unexpected arguments: '") { return "多出的参数：\(list(words.dropLast()))" }
        if let rest = after(text, "The value '"), let (value, place) = split(rest, "' is invalid for '"),
            let (name, more) = split(place, "'")
        {
            return "\(name) 不能是 \(value)\(choice(more))"
        }
        if let rest = after(text, "The option '"), let (name, more) = split(rest, "' does not take any value, but '") {
            return "选项 \(name) 不带值，却写了 \(more.dropLast("' was specified.".count))"
        }
        if let option = after(text, "Invalid option: ") { return "选项写得不对：\(option)" }
        if text == "Missing required subcommand." { return "缺少子命令" }
        if let rest = after(text, "Value to be set with flag '"),
            let (one, other) = split(rest, "' had already been set with flag '")
        {
            return "\(one) 与 \(other.dropLast()) 只能写一个"
        }
        return String(text)
    }

    /// What may stand there, after the value that may not.
    private static func choice(_ text: Substring) -> String {
        // The longer beginning first: the list then stands on lines of its own.
        if text.hasPrefix(". Please provide one of the following:") { return "；可用：" }
        if let words = after(text, ". Please provide one of ") {
            let names = words.dropLast().replacing(" and ", with: ", ").replacing(" or ", with: ", ")
            return "；可用：\(names.replacing("'", with: ""))"
        }
        return text.hasPrefix(": ") ? "：\(text.dropFirst(2))" : String(text)
    }

    private static func list(_ words: Substring) -> String { String(words).replacing("', '", with: "、") }

    private static func after(_ text: Substring, _ beginning: String) -> Substring? {
        text.hasPrefix(beginning) ? text.dropFirst(beginning.count) : nil
    }

    private static func between(_ text: Substring, _ beginning: String, _ end: String) -> Substring? {
        guard let rest = after(text, beginning), rest.hasSuffix(end) else { return nil }
        return rest.dropLast(end.count)
    }

    private static func split(_ text: Substring, _ middle: String) -> (Substring, Substring)? {
        text.firstRange(of: middle).map { (text[..<$0.lowerBound], text[$0.upperBound...]) }
    }
}
