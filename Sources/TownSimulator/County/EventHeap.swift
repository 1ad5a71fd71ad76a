import Casework

/// What is due next, by time and then by number, so that the order is always the same.
struct EventHeap {
    struct Event: Comparable {
        var at: Instant
        var index: Int

        static func < (one: Event, other: Event) -> Bool { (one.at, one.index) < (other.at, other.index) }
    }

    private var events: [Event] = []

    var first: Event? { events.first }

    mutating func push(_ event: Event) {
        events.append(event)
        var place = events.count - 1
        while place > 0, events[place] < events[(place - 1) / 2] {
            events.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func pop() {
        guard let last = events.popLast(), !events.isEmpty else { return }
        events[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < events.count && events[child] < events[least] {
                least = child
            }
            guard least != place else { return }
            events.swapAt(place, least)
            place = least
        }
    }
}
