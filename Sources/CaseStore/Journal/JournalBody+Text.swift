import Casework

/// Reading an event from a body that is a text already.
extension CaseEvent {
    init(kind name: String, body: String) throws {
        var body = body
        self = try body.withUTF8 { try CaseEvent(kind: name, body: JournalBody(bytes: $0)) }
    }
}

extension StaffEvent {
    init(kind name: String, body: String) throws {
        var body = body
        self = try body.withUTF8 { try StaffEvent(kind: name, body: JournalBody(bytes: $0)) }
    }
}
