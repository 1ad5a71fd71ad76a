import Casework

/// What stands in almost every entry about a case, written member by member in the order of the keys; see
/// ``CanonicalDecoder/direct(_:_:)``.
extension CanonicalEncoder {
    /// - Returns: `false` when values of that type are written the general way.
    @inline(__always)
    func writeDirectly<Value>(_ value: Value) -> Bool {
        let type = Value.self
        if type == Instant.self {
            put(unsafeBitCast(value, to: Instant.self).milliseconds)
        } else if type == StaffID.self {
            put(unsafeBitCast(value, to: StaffID.self).value)
        } else if type == Deadline.self {
            put(unsafeBitCast(value, to: Deadline.self))
        } else if type == [CaseClock].self {
            put(unsafeBitCast(value, to: [CaseClock].self))
        } else if type == CaseClock.self {
            put(unsafeBitCast(value, to: CaseClock.self))
        } else if type == ClockRule.self {
            put(unsafeBitCast(value, to: ClockRule.self))
        } else {
            return false
        }
        return true
    }

    private func put(_ clocks: [CaseClock]) {
        put(UInt8(ascii: "["))
        for (place, clock) in clocks.enumerated() {
            if place > 0 { put(UInt8(ascii: ",")) }
            put(clock)
        }
        put(UInt8(ascii: "]"))
    }

    private func put(_ clock: CaseClock) {
        put("{\"deadline\":" as StaticString)
        put(clock.deadline)
        if let endedAt = clock.endedAt {
            put(",\"endedAt\":" as StaticString)
            put(endedAt.milliseconds)
        }
        put(",\"kind\":" as StaticString)
        put(clock.kind.rawValue)
        put(UInt8(ascii: "}"))
    }

    private func put(_ deadline: Deadline) {
        put("{\"due\":" as StaticString)
        put(deadline.due.milliseconds)
        put(",\"isProvisional\":" as StaticString)
        put(deadline.isProvisional ? "true" as StaticString : "false")
        if let pauses = deadline.pauses {
            put(",\"pauses\":[" as StaticString)
            for (place, pause) in pauses.enumerated() {
                put(place > 0 ? ",{\"from\":" as StaticString : "{\"from\":")
                put(pause.from.milliseconds)
                if let until = pause.until {
                    put(",\"until\":" as StaticString)
                    put(until.milliseconds)
                }
                put(UInt8(ascii: "}"))
            }
            put(UInt8(ascii: "]"))
        }
        put(",\"rule\":" as StaticString)
        put(deadline.rule)
        put(",\"start\":" as StaticString)
        put(deadline.start.milliseconds)
        put(",\"warnAt\":" as StaticString)
        put(deadline.warnAt.milliseconds)
        put(UInt8(ascii: "}"))
    }

    private func put(_ rule: ClockRule) {
        put("{\"clause\":" as StaticString)
        put(rule.clause)
        if rule.dayEnd != 1_440 {
            put(",\"dayEnd\":" as StaticString)
            put(rule.dayEnd)
        }
        put(",\"kind\":" as StaticString)
        put(rule.kind.rawValue)
        put(",\"limit\":" as StaticString)
        put(rule.limit)
        put(",\"skip\":" as StaticString)
        put(rule.skip.rawValue)
        put(",\"unit\":" as StaticString)
        put(rule.unit.rawValue)
        put(",\"warnBefore\":" as StaticString)
        put(rule.warnBefore)
        put(UInt8(ascii: "}"))
    }
}
