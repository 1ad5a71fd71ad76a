import ArgumentParser
import Dashboard

/// What is wrong with the value of an option, in whole sentences of the language that was asked for.
enum UsageWords {
    /// A number outside its range, with the option's name.
    case range(String, least: String, most: String?)
    /// A value that has another form.
    case form(String, example: String)
    /// So many capital letters.
    case letters(String, most: Int)
    /// Two of which exactly one is needed.
    case either(String, String)
    /// The first is needed with the second.
    case needed(String, with: String)
    /// Two that exclude each other.
    case both(String, String)

    func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch self {
        case .range(let option, let least, nil): "\(option) 不能小于 \(least)"
        case .range(let option, let least, let most?): "\(option) 只能是 \(least) 到 \(most)"
        case .form(let option, let example): "\(option) 写法不对，应如 \(example)"
        case .letters(let option, let most): "\(option) 只能是大写字母 A 到 Z，1 到 \(most) 个"
        case .either(let one, let other): "\(one) 与 \(other) 只能写一个，也不能都不写"
        case .needed(let one, let other): "用 \(other) 时要写 \(one)"
        case .both(let one, let other): "\(one) 与 \(other) 只能写一个"
        }
    }

    private var english: String {
        switch self {
        case .range(let option, let least, nil): "\(option) cannot be less than \(least)"
        case .range(let option, let least, let most?): "\(option) must be \(least) to \(most)"
        case .form(let option, let example): "\(option) is not understood; it looks like \(example)"
        case .letters(let option, let most): "\(option) must be capital letters A to Z, 1 to \(most) of them"
        case .either(let one, let other): "one of \(one) and \(other), and not both"
        case .needed(let one, let other): "\(other) needs \(one)"
        case .both(let one, let other): "\(one) and \(other) cannot go together"
        }
    }
}

extension ValidationError {
    init(_ words: UsageWords) { self.init(words.text(Words.helpLanguage)) }
}
