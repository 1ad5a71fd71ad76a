import CaseStore
import Casework

/// Why the simulator cannot go on.
public enum SimulationError: Error, Sendable {
    case store(StoreError)
    /// The record did not take an entry: a number is taken, a person unknown. A township can be founded only once.
    case record(RecordError)
    /// A command of the made-up past was not allowed.
    case action(ActionError)
    case other(String)

    init(_ error: any Error) {
        switch error {
        case let error as SimulationError: self = error
        case let error as StoreError: self = .store(error)
        case RecordError.store(let error): self = .store(error)
        case let error as RecordError: self = .record(error)
        case ActionError.store(let error): self = .store(error)
        case let error as ActionError: self = .action(error)
        default: self = .other("\(error)")
        }
    }
}

extension CaseStore {
    /// ``batch(_:)`` with a typed error.
    func simulate<Result>(_ body: (inout RecordWriter) throws -> Result) throws(SimulationError) -> Result {
        do {
            return try batch(body)
        } catch {
            throw SimulationError(error)
        }
    }
}
