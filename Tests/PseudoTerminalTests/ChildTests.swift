// Programs without a terminal, and where the built ones are.

import Foundation
import PseudoTerminal
import Testing

@Suite("A child without a terminal")
struct ChildTests {
    @Test("Status, output and errors are told apart")
    func outcome() throws {
        let outcome = try Child.run("/bin/sh", ["-c", "echo out; echo err >&2; exit 4"])
        #expect(outcome.status == .exited(4))
        #expect(outcome.output == "out\n")
        #expect(outcome.errors == "err\n")
    }

    @Test("It has the given input, or none")
    func input() throws {
        #expect(try Child.run("/bin/cat", input: Array("代办".utf8)).output == "代办")
        #expect(try Child.run("/bin/cat").output == "")
    }

    @Test("Output larger than a pipe holds arrives whole")
    func largeOutput() throws {
        let outcome = try Child.run(
            "python3", ["-c", "import sys; print('x' * 300000); print('y' * 300000, file=sys.stderr)"])
        #expect(outcome.output.utf8.count == 300_001)
        #expect(outcome.errors.utf8.count == 300_001)
    }

    @Test("It has no terminal, the given directory and the given environment")
    func surroundings() throws {
        let script = "tty; pwd; echo $MINE; (: >/dev/tty) 2>/dev/null || echo none"
        let outcome = try Child.run("/bin/sh", ["-c", script], environment: ["MINE": "yes"], workingDirectory: "/usr")
        #expect(outcome.output == "not a tty\n/usr\nyes\nnone\n")
    }

    @Test("One that does not end is killed, and its output so far is told")
    func deadline() throws {
        let late = #expect(throws: ProcessError.self) {
            try Child.run("/bin/sh", ["-c", "echo begun; exec sleep 100"], patience: .milliseconds(300))
        }
        #expect("\(try #require(late))".contains("begun"))
    }

    @Test("A background process that keeps the output open does not delay the end")
    func inheritedOutput() throws {
        let outcome = try Child.run("/bin/sh", ["-c", "sleep 5 & echo $!"])
        #expect(outcome.status == .exited(0))
        let background = try #require(Int32(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(kill(background, SIGKILL) == 0)
    }

    @Test("A product is found beside the running tests")
    func product() throws {
        // The test bundle itself is an executable in that place on Linux.
        #if os(Linux)
            let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            #expect(try BuiltProduct.path(URL(fileURLWithPath: bundle).lastPathComponent) == bundle)
        #endif
    }

    @Test("A product that is not built is reported with the places looked at")
    func missingProduct() {
        let missing = #expect(throws: BuiltProduct.NotFound.self) { try BuiltProduct.path("no-such-product") }
        #expect(missing?.places.isEmpty == false)
        #expect(missing?.description.contains("NO_SUCH_PRODUCT_BINARY") == true)
    }
}
