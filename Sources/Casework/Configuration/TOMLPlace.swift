import TOMLKit

/// The text of a TOML file, to say on which line something stands that was found wrong after the file was read.
struct TOMLPlace: Sendable {
    let text: String
    let source: String

    /// - Parameter path: the dotted heading under which `key` stands, or should; empty at the top.
    func error(
        _ key: String, under path: String, _ problem: ConfigurationError.Problem
    ) -> ConfigurationError {
        TOMLSection(table: TOMLTable(), path: path, source: source, text: text).error(key, problem)
    }
}
