/// What is wrong with something that cannot be read, in a few words: Swift's own descriptions run over lines and name types.
extension Error {
    var brief: String {
        switch self {
        case let error as DecodingError: error.words
        case let error as UnreadableRecord: "\(error.place): \(error.detail)"
        default: "\(self)"
        }
    }
}

extension DecodingError {
    fileprivate var words: String {
        switch self {
        case .keyNotFound(let key, let context): "no “\(key.stringValue)”" + Self.place(context)
        case .valueNotFound(_, let context), .typeMismatch(_, let context), .dataCorrupted(let context):
            context.debugDescription + Self.place(context)
        @unknown default: "cannot be read"
        }
    }

    private static func place(_ context: Context) -> String {
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        return path.isEmpty ? "" : " in \(path)"
    }
}

extension UnreadableRecord {
    /// Because of an error that came up when it was read.
    init(place: String, _ error: any Error) {
        self.init(place: place, detail: error.brief)
    }
}
