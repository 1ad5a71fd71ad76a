import Casework
import Synchronization

/// The door: somebody gives a number and a PIN, and is told at once what became of it, whether the record can be reached or
/// not.
///
/// When the record is locked by somebody else the PIN can still be read and looked at, and only the mark waits in the
/// ``AttendanceSpool``. When the record is away the PIN cannot be looked at at all; a copy of it at the door would be one
/// more place from which it could be tried out. The mark is kept then *unverified*: people are not turned away for what is
/// not their fault, and the supervisor sees which ones to ask about.
public final class AttendanceDoor: Sendable {
    private let store: CaseStore
    private let spool: AttendanceSpool
    private let rules: Rules
    private let source: AttendanceSource
    /// Wrong tries that could not be counted in the record, by number: they end the trying here.
    private let uncounted = Mutex<[String: Int]>([:])

    /// - Parameter rules: with the national calendar; the centre's own changes are read each time.
    public init(store: CaseStore, spool: AttendanceSpool, rules: Rules, source: AttendanceSource) {
        self.store = store
        self.spool = spool
        self.rules = rules
        self.source = source
    }

    /// What the person is told.
    public enum Answer: Hashable, Sendable {
        case decided(AttendanceDecision)
        /// In the file at the door; it gets into the record later.
        case kept(isVerified: Bool)
        case unknownNumber
        case pin(PINAnswer)
        /// Neither the record nor the file took it.
        case failed(StoreError)
        /// A supervisor may end the kiosk.
        case mayLeave
        case mayNotLeave
    }

    private var pins: AgentRules.Duty.PINs { rules.rulebook.agents.duty.pins }

    public func call(
        number: String, pin: String, wanted: AttendanceDirection?, at now: Instant
    ) -> Answer {
        let isVerified: Bool
        let member: StaffMember
        do {
            guard let found = try person(number) else { return .unknownNumber }
            member = found
            switch try check(pin, of: found, at: now) {
            case .right: isVerified = true
            case let other: return .pin(other)
            }
        } catch .busy(let path, let seconds) {
            // The wrong try could not be counted, so nothing is told of it, and nothing kept.
            return .failed(.busy(path: path, seconds: seconds))
        } catch {
            return keep(number, wanted, now, isVerified: false)
        }
        do {
            let call = AttendanceCall(member.id, wanted, at: now, source: source)
            return .decided(try attend(call, at: now))
        } catch {
            return keep(number, wanted, now, isVerified: isVerified)
        }
    }

    /// Whether somebody may end the kiosk. Without the record nobody may: nobody could look who it is.
    public func leave(number: String, pin: String, at now: Instant) -> Answer {
        do {
            guard let member = try person(number) else { return .unknownNumber }
            switch try check(pin, of: member, at: now) {
            case .right: return member.isActive && member.role.may(.closeKiosk) ? .mayLeave : .mayNotLeave
            case let other: return .pin(other)
            }
        } catch {
            return .failed(error)
        }
    }

    /// Enters what waits in the file, as far as the record can be written now.
    ///
    /// - Returns: how many were settled.
    @discardableResult
    public func settle(at now: Instant) throws(StoreError) -> Int {
        try Self.settle(spool, in: store, rules: rules, at: now)
    }

    /// - Parameter rules: with the national calendar.
    @discardableResult
    public static func settle(
        _ spool: AttendanceSpool, in store: CaseStore, rules: Rules, at now: Instant
    ) throws(StoreError) -> Int {
        // Asked first, so that a record that is away leaves the file alone.
        var rules = rules
        rules.calendar = rules.calendar.with(try store.calendarChanges())
        return try spool.settle { call throws(StoreError) in
            guard let member = try store.member(typed: call.number) else { return .refused("no such number") }
            let attendance = AttendanceCall(
                member.id, call.wanted, at: call.at, source: call.source, isUnverified: call.isUnverified)
            switch try store.attendLate(attendance, rules: rules, now: now) {
            case .enter, .already, nil: return .entered
            case .refuse(let refusal): return .refused("\(refusal)")
            }
        }
    }

    private func current() throws(StoreError) -> Rules {
        var rules = rules
        rules.calendar = rules.calendar.with(try store.calendarChanges())
        return rules
    }

    private func person(_ number: String) throws(StoreError) -> StaffMember? { try store.member(typed: number) }

    private func check(_ pin: String, of member: StaffMember, at now: Instant) throws(StoreError) -> PINAnswer {
        let waiting = uncounted.withLock { $0[member.number] ?? 0 }
        guard waiting < pins.pauseAfter else { return .locked }
        do {
            let answer = try store.answer(pin, of: member.id, source: source, rules: pins, at: now)
            uncounted.withLock { _ = $0.removeValue(forKey: member.number) }
            return answer
        } catch .store(let error) {
            // A right PIN is told apart without writing, unless wrong ones came before it.
            if case .busy = error { uncounted.withLock { $0[member.number, default: 0] += 1 } }
            throw error
        } catch {
            return .missing
        }
    }

    /// Who comes or goes has seen nothing of the record: that another file took its place is no reason to ask again.
    private func attend(_ call: AttendanceCall, at now: Instant) throws -> AttendanceDecision {
        do {
            return try store.attend(call, rules: try current(), now: now)
        } catch StoreError.replaced {
            return try store.attend(call, rules: try current(), now: now)
        }
    }

    private func keep(
        _ number: String, _ wanted: AttendanceDirection?, _ now: Instant, isVerified: Bool
    ) -> Answer {
        let entry = AttendanceSpool.Entry(
            number: number, wanted: wanted, at: now, source: source, isUnverified: !isVerified)
        do {
            try spool.append(entry)
            return .kept(isVerified: isVerified)
        } catch {
            return .failed(error)
        }
    }
}

extension CaseStore {
    /// The person of a number as somebody types it: capitals or not, of full width or not.
    public func member(typed number: String) throws(StoreError) -> StaffMember? {
        let plain = String(
            String.UnicodeScalarView(
                number.trimmingWhitespace().unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
        if let exact = try staff(number: plain) { return exact }
        return try staff(number: plain.uppercased())
    }
}
