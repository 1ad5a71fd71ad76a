// What libFuzzer calls with each input: the promises of the input parser, for any bytes.

import TerminalKit

/// Feeds the bytes whole and one by one; ends the program where the two differ, or where what is typed after a quiet moment
/// does not arrive.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    var whole = InputParser()
    let expected = whole.feed(bytes)
    var single = InputParser()
    var events: [InputEvent] = []
    for byte in bytes { events += single.feed(CollectionOfOne(byte)) }
    precondition(events == expected, "cut, the bytes give other events")
    for _ in 0..<2 where whole.patience != .endless { _ = whole.flush() }
    precondition(whole.feed("q".utf8) == [.key(KeyPress(.character("q")))], "what was typed is lost")
    return 0
}
