// How many blocks of memory a steady frame of the scene asks for: drawing the whole view into the buffer and encoding it. None is
// the aim where the texts stay the same; the program ends with 1 when a frame of TICK or MOVE asks for any.
//
//     allocations

import AllocationCounter
import DashboardScene
import TerminalKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@main
enum Allocations {
    static func main() {
        guard allocation_count() >= 0 else {
            print("allocations are not counted with this C library")
            return
        }
        var hasFailed = false
        for workload in Workload.allCases {
            let count = perFrame(workload)
            print(workload.rawValue, count, "allocations a frame")
            if count > 0, workload == .tick || workload == .move { hasFailed = true }
        }
        if hasFailed { exit(1) }
    }

    /// The mean of 1,000 frames, after 100 that warm up.
    private static func perFrame(_ workload: Workload) -> Double {
        var state = SceneState(workload)
        let view = SceneView()
        var screen = CellBuffer(size: SceneView.size)
        var encoder = FrameEncoder(depth: .indexed256)
        var bytes = 0
        func frame(_ number: Int) {
            if number > 0 { state.step(workload, number) }
            if workload == .full { encoder.invalidate() }
            view.draw(state, in: &screen)
            bytes += encoder.encode(screen, cursor: nil).count
        }
        for number in 0...100 { frame(number) }
        let before = allocation_count()
        for number in 101...1_100 { frame(number) }
        return Double(allocation_count() - before) / 1_000
    }
}
