import Casework

/// What will become of one case, drawn when it comes in: the steps after its registration, each with the open minutes that
/// pass before it.
struct CountyLife {
    enum Step: UInt8 {
        case accept, decline, askSupplement, supplement, takeOriginals, returnOriginals, feedBack, urge, complete
        case reject, approve, deliver, rate, file
    }

    private(set) var steps: [(Step, minutes: Int)] = []

    init(_ chance: inout SeededGenerator) {
        if chance.chance(3) {
            add(.decline, chance.number(10...600))
            add(.file, chance.number(2_000...9_000))
            return
        }
        add(.accept, chance.number(3...400))
        let hasOriginals = chance.chance(55)
        if hasOriginals { add(.takeOriginals, chance.number(1...20)) }
        if chance.chance(12) {
            add(.askSupplement, chance.number(20...200))
            add(.supplement, chance.number(200...1_500))
        }
        if chance.chance(30) { add(.feedBack, chance.number(60...300)) }
        // Every twentieth comes late, and is urged.
        let isLate = chance.chance(5)
        if isLate { add(.urge, chance.number(900...1_400)) }
        add(.complete, chance.number(60...(isLate ? 900 : 700)))
        while chance.chance(12) {
            add(.reject, chance.number(15...300))
            add(.complete, chance.number(60...380))
        }
        add(.approve, chance.number(15...300))
        if hasOriginals { add(.returnOriginals, chance.number(10...200)) }
        add(.deliver, chance.number(30...1_000))
        if chance.chance(60) { add(.rate, chance.number(1...800)) }
        add(.file, chance.number(1_000...9_000))
    }

    private mutating func add(_ step: Step, _ minutes: Int) { steps.append((step, minutes)) }
}
