// Texts of times that are made anew in every frame. They fit into Swift's small strings, of 15 bytes, or are put piece by piece: no
// frame needs memory of its own.

/// A remaining time: hours and minutes, negative when it is over.
struct RemainingTime {
    let minutes: Int

    /// - Parameter seconds: Negative when the time is over. Minutes are rounded towards minus infinity.
    init(seconds: Int) { minutes = seconds >= 0 ? seconds / 60 : -((59 - seconds) / 60) }

    var text: String {
        let (hours, rest) = (minutes.magnitude / 60, minutes.magnitude % 60)
        return String(unsafeUninitializedCapacity: 8) { bytes in
            var next = 0
            if minutes < 0 {
                bytes[next] = UInt8(ascii: "-")
                next += 1
            }
            if hours >= 100 {
                bytes[next] = 0x30 + UInt8(truncatingIfNeeded: hours / 100)
                next += 1
            }
            if hours >= 10 {
                bytes[next] = 0x30 + UInt8(truncatingIfNeeded: hours / 10 % 10)
                next += 1
            }
            bytes[next] = 0x30 + UInt8(truncatingIfNeeded: hours % 10)
            bytes[next + 1] = UInt8(ascii: "h")
            bytes[next + 2] = 0x30 + UInt8(truncatingIfNeeded: rest / 10)
            bytes[next + 3] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            bytes[next + 4] = UInt8(ascii: "m")
            return next + 5
        }
    }
}

/// The scene's clock, which starts on a Monday at nine.
struct SceneClock {
    private let seconds: Int

    init(now: Int) { seconds = 9 * 3_600 + now }

    /// "2026-03-DD".
    var date: String {
        let day = 2 + seconds / 86_400
        return Self.text("2026-03-", day)
    }

    /// "HH:MM:SS".
    var time: String {
        let rest = seconds % 86_400
        return String(unsafeUninitializedCapacity: 8) { bytes in
            let parts = (rest / 3_600, rest / 60 % 60, rest % 60)
            Self.write(parts.0, at: 0, bytes)
            bytes[2] = UInt8(ascii: ":")
            Self.write(parts.1, at: 3, bytes)
            bytes[5] = UInt8(ascii: ":")
            Self.write(parts.2, at: 6, bytes)
            return 8
        }
    }

    private static func text(_ start: StaticString, _ number: Int) -> String {
        String(unsafeUninitializedCapacity: 15) { bytes in
            let count = start.utf8CodeUnitCount
            for index in 0..<count { bytes[index] = start.utf8Start[index] }
            write(number, at: count, bytes)
            return count + 2
        }
    }

    private static func write(_ number: Int, at index: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
        bytes[index] = 0x30 + UInt8(number / 10 % 10)
        bytes[index + 1] = 0x30 + UInt8(number % 10)
    }
}
