import Foundation
import PseudoTerminal
import Testing

/// The program under test without a terminal.
enum Daiban {
    /// A person whose terminal speaks Chinese; nothing of the developer's own configuration gets in.
    static let chinese = ["LANG": "zh_CN.UTF-8"]

    static var path: String {
        get throws { try BuiltProduct.path("daiban") }
    }

    /// Runs it to its end, in a folder that holds no configuration.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: String = "/"
    ) throws -> Child.Outcome {
        try Child.run(
            path, arguments, environment: chinese.merging(environment) { $1 }, workingDirectory: folder,
            patience: .seconds(60))
    }
}

extension Child.Outcome {
    /// What it printed, read as JSON.
    func decoded<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(output.utf8))
    }

    /// The lines of its standard error.
    var errorLines: [String] {
        errors.split(separator: "\n").map(String.init)
    }

    /// Fails the test when it did not end with `code`, showing what it said.
    func require(exit code: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try #require(status == .exited(code), "\(errors)\(output)", sourceLocation: sourceLocation)
    }
}
