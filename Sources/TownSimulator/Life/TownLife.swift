import CaseStore
import Casework

/// The life of the made-up township, one happening at a time: the second process of `daiban demo`.
///
///     var life = TownLife(store: store, rules: rules, seed: 7)
///     while true {
///         try life.step(at: clock.now)
///         try await Task.sleep(for: .milliseconds(life.pause()))
///     }
///
/// What happens next is drawn by weights that depend on how the township stands (``TownScene``), so that it stays in
/// balance by itself: with few cases more come in, with many pending more are accepted, and when reviews pile up agents
/// hand over less. Most reviewing is left to the person at the desk: the second reviewer begins to help when more than
/// 16 cases wait. Cases that press are mostly left alone, so that there is something to urge, until they get too many.
/// People come and go with the sessions of duty only, and on a day off hardly anybody does; the rest goes on at every hour, as a
/// demo has no night.
///
/// All it does goes through the commands that people use, aimed at the version it saw; when somebody was faster, it
/// goes on with something else. The same seed, instants and record give the same events.
public struct TownLife {
    /// Cases that the township keeps open when nobody interferes.
    static let balance = 72

    let store: CaseStore
    let rules: Rules
    let requests: RequestMaker
    var chance: SeededGenerator
    private let pace: Int

    /// - Parameter pace: percent of the usual speed, 10 … 10,000; 200 halves the pauses.
    public init(store: CaseStore, township: Township = .yunxi, rules: Rules, seed: UInt64, pace: Int = 100) {
        self.store = store
        self.rules = rules
        self.pace = min(10_000, max(10, pace))
        requests = RequestMaker(township: township)
        chance = SeededGenerator(seed: seed)
    }

    /// Milliseconds to the next happening: 700 … 4,000 at the usual pace.
    public mutating func pause() -> Int {
        chance.number(700...4_000) * 100 / pace
    }

    /// Lets one thing happen.
    ///
    /// - Throws: ``SimulationError`` when the record cannot be read or written; being overtaken is no error.
    @discardableResult
    public mutating func step(at now: Instant) throws(SimulationError) -> Happening {
        do {
            let scene = try TownScene(store: store, rules: rules, now: now)
            let choices = weights(scene)
            switch choices[chance.index(weights: choices.map(\.weight))].impulse {
            case .arrive: return try arrive(scene)
            case .accept: return try accept(scene)
            case .complete: return try handOver(scene.accepted, .completed, scene)
            case .resubmit: return try handOver(scene.returned, .resubmitted, scene)
            case .review: return try review(scene)
            case .relieve: return try relieve(scene)
            case .deliver: return try deliver(scene)
            case .attend: return try attend(scene)
            }
        } catch let error as ActionError {
            switch error {
            case .conflict, .missing, .store(.busy): return Happening(.overtaken, at: now)
            case .refused: return Happening(.refused, at: now)
            case .store(let error): throw .store(error)
            }
        } catch RecordError.store(.busy) {
            return Happening(.overtaken, at: now)
        } catch StoreError.busy {
            return Happening(.overtaken, at: now)
        } catch {
            throw SimulationError(error)
        }
    }

    private enum Impulse {
        case arrive, accept, complete, resubmit, review, relieve, deliver, attend
    }

    /// What the township is inclined to, each with its weight. In balance they add up to about a hundred.
    private func weights(_ scene: TownScene) -> [(impulse: Impulse, weight: Int)] {
        let waiting = scene.inReview.count
        // 130 % of the usual zeal with an empty review queue, 20 % and less with a full one.
        let zeal = min(130, max(10, (44 - waiting) * 6))
        return [
            (.arrive, max(0, 24 * (2 * Self.balance - scene.openCount) / Self.balance)),
            (.accept, min(72, 2 * scene.pending.count(where: scene.isAttended))),
            (.complete, min(60, scene.accepted.count(where: scene.isAttended) * 2 / 3) * zeal / 100),
            (.resubmit, min(20, 2 * scene.returned.count(where: scene.isAttended)) * zeal / 100),
            (.review, min(60, max(0, (waiting - 16) * 2))),
            (.relieve, min(12, 3 * scene.orphans.count)),
            (.deliver, min(40, scene.undelivered.count(where: scene.isAttended) / 2)),
            (.attend, isDaytime(scene.now) ? (isRush(scene) ? 120 : 5) : 0),
        ]
    }
}
