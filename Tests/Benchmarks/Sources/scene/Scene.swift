// A dashboard of four tables, the same in several languages and libraries, to compare what their frames cost: bytes sent and time
// of the processor. After frames 0, 100 and the last it tells both by a mark in the stream, for the program that reads it.
//
//     scene WORKLOAD FRAMES [strings]        on a terminal of 200 columns and 60 rows

import DashboardScene
import SystemPackage
import TerminalKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@main
enum Scene {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 || (arguments.count == 4 && arguments[3] == "strings"),
            let workload = Workload(rawValue: arguments[1]),
            let frames = Int(arguments[2])
        else {
            let usage = "usage: scene \(Workload.allCases.map(\.rawValue).joined(separator: "|")) FRAMES [strings]\n"
            try FileDescriptor.standardError.writeAll(usage.utf8)
            exit(64)
        }
        let device = try TerminalDevice(input: .standardInput, output: .standardOutput, usesMouse: false)
        try device.enter()
        defer { device.leave() }
        try run(workload, frames, SceneView(drawsStrings: arguments.last == "strings"), on: device)
        // Leaving drops what a slow reader has not taken yet.
        var request = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
    }

    private static func run(
        _ workload: Workload, _ frames: Int, _ view: SceneView, on device: TerminalDevice
    ) throws {
        var state = SceneState(workload)
        var screen = CellBuffer(size: SceneView.size)
        var encoder = FrameEncoder(depth: .indexed256)
        for number in 0...max(0, frames) {
            if number > 0 { state.step(workload, number) }
            if workload == .full { encoder.invalidate() }
            view.draw(state, in: &screen)
            try device.write(encoder.encode(screen, cursor: nil))
            if number == 0 || number == 100 || number == frames { try mark(number) }
        }
    }

    /// Writes the frame's number and the time that the process has used so far, in nanoseconds.
    private static func mark(_ number: Int) throws {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        let nanoseconds = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
        try FileDescriptor.standardOutput.writeAll("\u{1B}]7777;\(number);\(nanoseconds)\u{07}".utf8)
    }
}
