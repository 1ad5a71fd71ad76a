/// The value of an option as it stands on the command line, for what has to be known before, or without, a command
/// that reads: the language of help texts and of errors.
enum GivenOption {
    /// What follows `option`, as `--option value` or `--option=value`. The last one counts, as ArgumentParser has it;
    /// after `--` there are no options.
    static func value(of option: String, in arguments: [String] = CommandLine.arguments) -> String? {
        let options = arguments.prefix { $0 != "--" }
        var value: String?
        for (place, argument) in options.enumerated() {
            if argument.hasPrefix(option + "=") {
                value = String(argument.dropFirst(option.count + 1))
            } else if argument == option, place + 1 < options.count {
                value = options[place + 1]
            }
        }
        return value
    }
}
