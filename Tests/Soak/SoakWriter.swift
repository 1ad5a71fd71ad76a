import CaseStore
import Casework
import Foundation

/// One desk of a soak, in a process of its own: acts without a pause until it is killed.
///
///     soak write RECORD NOTES WRITER LIFE CASES SEED sync|nosync
struct SoakWriter {
    private let town: SoakTown
    private let notes: SoakNotes
    private let writer: Int
    private let life: Int
    private let cases: Int
    private var chance: SeededChance
    /// The cases as this desk saw them last.
    private var seen: [Int64: Case] = [:]
    private let parent = getppid()

    init(_ words: [String]) throws {
        guard words.count == 7, let writer = Int(words[2]), let life = Int(words[3]), let cases = Int(words[4]),
            let seed = UInt64(words[5])
        else { throw POSIXError(.EINVAL) }
        town = try SoakTown(path: words[0])
        notes = try SoakNotes(path: words[1], syncs: words[6] == "sync")
        (self.writer, self.life, self.cases) = (writer, life, cases)
        chance = SeededChance(state: seed &+ UInt64(writer) &* 1_000_003 &+ UInt64(life) &* 7_919)
    }

    mutating func run() throws {
        var count = 0
        // Nobody's child any more: the soak is over.
        while getppid() == parent {
            count += 1
            let offset = Moment.offset(writer: writer, life: life, count: count)
            act(at: Instant(milliseconds: SoakTown.begin.milliseconds + Int64(offset)))
        }
    }

    private mutating func act(at now: Instant) {
        let clock = ContinuousClock()
        let id = reach()
        let known = seen[id] ?? (try? town.store.detail(of: CaseID(id)))?.case
        guard let known, let (command, actor) = town.step(on: known, &chance) else {
            notes.put("I \(now.milliseconds) 0")
            let start = clock.now
            do {
                let made = try town.register(at: now)
                seen[id] = made
                acknowledge(now, made, entries: 1, since: start)
            } catch {
                notes.put("F \(now.milliseconds) \(error)")
            }
            return
        }
        notes.put("I \(now.milliseconds) \(known.id.value)")
        let start = clock.now
        do {
            let after = try town.store.perform(
                command, on: known.reference, by: Actor(actor), at: now, rules: town.rules)
            seen[id] = after
            acknowledge(now, after, entries: after.version - known.version, since: start)
        } catch .conflict(let conflict) {
            seen[id] = conflict.current
            notes.put("R \(now.milliseconds)")
        } catch .refused {
            notes.put("R \(now.milliseconds)")
        } catch {
            notes.put("F \(now.milliseconds) \(error)")
        }
    }

    /// Mostly a case of its own part, at times one that another desk works on.
    private mutating func reach() -> Int64 {
        let own = Int.random(in: 0..<10, using: &chance) > 0
        let part = own ? writer : Int.random(in: 0..<Moment.writers, using: &chance)
        let row = Int.random(in: 0..<max(1, cases / Moment.writers), using: &chance)
        return Int64(1 + row * Moment.writers + part)
    }

    private func acknowledge(_ at: Instant, _ value: Case, entries: Int, since start: ContinuousClock.Instant) {
        let wait = (ContinuousClock().now - start).components
        let microseconds = wait.seconds * 1_000_000 + wait.attoseconds / 1_000_000_000_000
        notes.put("A \(at.milliseconds) \(value.id.value) \(entries) \(microseconds)", isAcknowledgement: true)
    }
}
