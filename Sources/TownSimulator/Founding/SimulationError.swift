import CaseStore
import Casework

/// Why the simulator cannot go on.
public enum SimulationError: Error, Sendable {
    case store(StoreError)
    /// The record did not take an entry: a number is taken, a person unknown.
    case record(RecordError)
    /// A command of the made-up past was not allowed.
    case action(ActionError)
    /// The record that a township was to be founded in has people already.
    case inhabited
    /// The caller did not want to go on.
    case stopped
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
