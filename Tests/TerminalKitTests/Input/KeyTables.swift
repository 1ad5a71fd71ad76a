// What the keys of each family of terminals send, as its own documentation says. One row is one key: its bytes and
// what it is.

import Testing

@testable import TerminalKit

/// A family of terminals and its keys.
struct KeyTable: Sendable, CustomTestStringConvertible {
    var name: String
    var keys: [(bytes: String, press: KeyPress)]

    var testDescription: String { name }

    init(_ name: String, _ keys: [(String, KeyPress)]) {
        self.name = name
        self.keys = keys.map { (bytes: $0.0, press: $0.1) }
    }

    static let all = [
        plain, xterm, xtermApplication, modifyOtherKeys, rxvt, linuxConsole, screen, putty, mintty, kitty, kittyKeypad,
        kittyParts,
    ]

    /// ASCII and UTF-8, with Alt as ESC before: every terminal.
    static let plain = KeyTable(
        "plain",
        [
            ("a", .init(.character("a"))), ("A", .init(.character("A"))), (" ", .init(.character(" "))),
            ("é", .init(.character("é"))), ("中", .init(.character("中"))), ("𠮷", .init(.character("𠮷"))),
            ("\r", .init(.enter)), ("\t", .init(.tab)), ("\u{7F}", .init(.backspace)), ("\u{8}", .init(.backspace)),
            ("\u{3}", .init(.character("c"), .control)), ("\u{A}", .init(.character("j"), .control)),
            ("\u{0}", .init(.character(" "), .control)), ("\u{1C}", .init(.character("\\"), .control)),
            ("\u{1F}", .init(.character("_"), .control)),
            ("\u{1B}x", .init(.character("x"), .alt)),
            ("\u{1B}中", .init(.character("中"), .alt)), ("\u{1B}\u{7F}", .init(.backspace, .alt)),
            ("\u{1B}\r", .init(.enter, .alt)), ("\u{1B}\u{1}", .init(.character("a"), [.alt, .control])),
        ])

    /// ctlseqs, "PC-Style Function Keys"; also VTE, Konsole, Alacritty, foot, Windows Terminal, tmux.
    static let xterm = KeyTable(
        "xterm",
        [
            ("\u{1B}[A", .init(.up)), ("\u{1B}[B", .init(.down)), ("\u{1B}[C", .init(.right)),
            ("\u{1B}[D", .init(.left)),
            ("\u{1B}[H", .init(.home)), ("\u{1B}[F", .init(.end)), ("\u{1B}[2~", .init(.insert)),
            ("\u{1B}[3~", .init(.delete)), ("\u{1B}[5~", .init(.pageUp)), ("\u{1B}[6~", .init(.pageDown)),
            ("\u{1B}[Z", .init(.tab, .shift)), ("\u{1B}[1;2D", .init(.left, .shift)),
            ("\u{1B}[1;3A", .init(.up, .alt)), ("\u{1B}[1;4H", .init(.home, [.shift, .alt])),
            ("\u{1B}[1;5C", .init(.right, .control)), ("\u{1B}[1;6F", .init(.end, [.shift, .control])),
            ("\u{1B}[1;7B", .init(.down, [.alt, .control])), ("\u{1B}[1;8B", .init(.down, [.shift, .alt, .control])),
            ("\u{1B}[1;9A", .init(.up, .alt)), ("\u{1B}[5;5~", .init(.pageUp, .control)),
            ("\u{1B}[3;2~", .init(.delete, .shift)), ("\u{1B}[1;2P", .init(.function(1), .shift)),
            ("\u{1B}[1;5R", .init(.function(3), .control)), ("\u{1B}[15~", .init(.function(5))),
            ("\u{1B}[17~", .init(.function(6))), ("\u{1B}[18~", .init(.function(7))),
            ("\u{1B}[19~", .init(.function(8))),
            ("\u{1B}[20~", .init(.function(9))), ("\u{1B}[21~", .init(.function(10))),
            ("\u{1B}[23~", .init(.function(11))), ("\u{1B}[24~", .init(.function(12))),
            ("\u{1B}[24;5~", .init(.function(12), .control)), ("\u{1B}[5A", .init(.up)),
            ("\u{1B}\u{1B}[A", .init(.up, .alt)),
        ])

    /// ctlseqs, "VT220-Style Function Keys" and the keypad in application mode.
    static let xtermApplication = KeyTable(
        "xterm in application mode",
        [
            ("\u{1B}OA", .init(.up)), ("\u{1B}OB", .init(.down)), ("\u{1B}OC", .init(.right)),
            ("\u{1B}OD", .init(.left)),
            ("\u{1B}OH", .init(.home)), ("\u{1B}OF", .init(.end)), ("\u{1B}OP", .init(.function(1))),
            ("\u{1B}OQ", .init(.function(2))), ("\u{1B}OR", .init(.function(3))), ("\u{1B}OS", .init(.function(4))),
            ("\u{1B}O2P", .init(.function(1), .shift)), ("\u{1B}O1;5Q", .init(.function(2), .control)),
            ("\u{1B}OM", .init(.enter)), ("\u{1B}OI", .init(.tab)), ("\u{1B}O ", .init(.character(" "))),
            ("\u{1B}OX", .init(.character("="))), ("\u{1B}Oj", .init(.character("*"))),
            ("\u{1B}Ok", .init(.character("+"))), ("\u{1B}Ol", .init(.character(","))),
            ("\u{1B}Om", .init(.character("-"))), ("\u{1B}On", .init(.character("."))),
            ("\u{1B}Oo", .init(.character("/"))), ("\u{1B}Op", .init(.character("0"))),
            ("\u{1B}Oy", .init(.character("9"))),
        ])

    /// ctlseqs, "modifyOtherKeys", in both forms of formatOtherKeys.
    static let modifyOtherKeys = KeyTable(
        "modifyOtherKeys",
        [
            ("\u{1B}[27;5;9~", .init(.tab, .control)), ("\u{1B}[27;2;13~", .init(.enter, .shift)),
            ("\u{1B}[27;6;44~", .init(.character(","), .control)), ("\u{1B}[27;2;33~", .init(.character("!"))),
            ("\u{1B}[27;2;65~", .init(.character("A"))), ("\u{1B}[27;6;65~", .init(.character("A"), .control)),
            ("\u{1B}[27;2;32~", .init(.character(" "), .shift)), ("\u{1B}[27;5;127~", .init(.backspace, .control)),
            ("\u{1B}[27;3;20013~", .init(.character("中"), .alt)), ("\u{1B}[9;5u", .init(.tab, .control)),
            ("\u{1B}[65;6u", .init(.character("A"), .control)), ("\u{1B}[13;2u", .init(.enter, .shift)),
        ])

    /// rxvt and urxvt: $ with Shift, ^ with Ctrl, @ with both, small letters for arrows.
    static let rxvt = KeyTable(
        "rxvt",
        [
            ("\u{1B}[7~", .init(.home)), ("\u{1B}[8~", .init(.end)), ("\u{1B}[a", .init(.up, .shift)),
            ("\u{1B}[b", .init(.down, .shift)), ("\u{1B}[c", .init(.right, .shift)), ("\u{1B}[d", .init(.left, .shift)),
            ("\u{1B}Oa", .init(.up, .control)), ("\u{1B}Ob", .init(.down, .control)),
            ("\u{1B}Oc", .init(.right, .control)), ("\u{1B}Od", .init(.left, .control)),
            ("\u{1B}[3$", .init(.delete, .shift)), ("\u{1B}[3^", .init(.delete, .control)),
            ("\u{1B}[3@", .init(.delete, [.shift, .control])), ("\u{1B}[11~", .init(.function(1))),
            ("\u{1B}[14~", .init(.function(4))), ("\u{1B}[11^", .init(.function(1), .control)),
            ("\u{1B}[23$", .init(.function(11), .shift)), ("\u{1B}[25~", .init(.function(13))),
            ("\u{1B}[34~", .init(.function(20))), ("\u{1B}\u{1B}[5~", .init(.pageUp, .alt)),
            ("\u{1B}\u{1B}Oa", .init(.up, [.alt, .control])),
        ])

    /// console_codes(4) and the kernel's default keymap.
    static let linuxConsole = KeyTable(
        "Linux console",
        [
            ("\u{1B}[[A", .init(.function(1))), ("\u{1B}[[B", .init(.function(2))), ("\u{1B}[[C", .init(.function(3))),
            ("\u{1B}[[D", .init(.function(4))), ("\u{1B}[[E", .init(.function(5))), ("\u{1B}[17~", .init(.function(6))),
            ("\u{1B}[1~", .init(.home)), ("\u{1B}[4~", .init(.end)), ("\u{1B}[26~", .init(.function(14))),
            ("\u{1B}[28~", .init(.function(15))), ("\u{1B}[29~", .init(.function(16))),
            ("\u{1B}[31~", .init(.function(17))),
        ])

    /// screen and tmux send on what xterm sends, but these.
    static let screen = KeyTable(
        "screen and tmux",
        [
            ("\u{1B}[1~", .init(.home)), ("\u{1B}[4~", .init(.end)), ("\u{1B}OA", .init(.up)),
            ("\u{1B}[1;5D", .init(.left, .control)), ("\u{1B}\u{1B}OA", .init(.up, .alt)),
            ("\u{1B}[97;5u", .init(.character("a"), .control)),
        ])

    /// PuTTY's manual, "Changing the action of the function keys".
    static let putty = KeyTable(
        "PuTTY",
        [
            ("\u{1B}[1~", .init(.home)), ("\u{1B}[4~", .init(.end)), ("\u{1B}[11~", .init(.function(1))),
            ("\u{1B}[12~", .init(.function(2))), ("\u{1B}[13~", .init(.function(3))),
            ("\u{1B}[14~", .init(.function(4))),
            ("\u{1B}\u{1B}[A", .init(.up, .alt)),
        ])

    /// mintty's wiki, "Keycodes".
    static let mintty = KeyTable(
        "mintty",
        [("\u{1B}[1;5I", .init(.tab, .control)), ("\u{1B}[1;6I", .init(.tab, [.shift, .control]))])

    /// The kitty keyboard protocol, also of foot, WezTerm, Ghostty and others, with "disambiguate escape codes".
    static let kitty = KeyTable(
        "kitty",
        [
            ("\u{1B}[27u", .init(.escape)), ("\u{1B}[27;2u", .init(.escape, .shift)),
            ("\u{1B}[97;5u", .init(.character("a"), .control)), ("\u{1B}[97;3u", .init(.character("a"), .alt)),
            ("\u{1B}[91;5u", .init(.escape)),
            ("\u{1B}[105;5u", .init(.tab)), ("\u{1B}[109;7u", .init(.enter, .alt)),
            ("\u{1B}[104;5u", .init(.backspace)),
            ("\u{1B}[97;6u", .init(.character("A"), .control)), ("\u{1B}[97;2u", .init(.character("A"))),
            ("\u{1B}[228;2u", .init(.character("Ä"))), ("\u{1B}[223;2u", .init(.character("ß"), .shift)),
            ("\u{1B}[49;2u", .init(.character("1"), .shift)), ("\u{1B}[13;2u", .init(.enter, .shift)),
            ("\u{1B}[9;5u", .init(.tab, .control)), ("\u{1B}[127;3u", .init(.backspace, .alt)),
            ("\u{1B}[13~", .init(.function(3))), ("\u{1B}[1;5P", .init(.function(1), .control)),
            ("\u{1B}[57376u", .init(.function(13))), ("\u{1B}[57398;5u", .init(.function(35), .control)),
            ("\u{1B}[97;69u", .init(.character("a"), .control)), ("\u{1B}[1;129A", .init(.up)),
            ("\u{1B}[3;193~", .init(.delete)), ("\u{1B}[97;33u", .init(.character("a"), .alt)),
        ])

    /// kitty's codes for the keypad and for keys that are in Unicode's private use area.
    static let kittyKeypad = KeyTable(
        "kitty, keypad",
        [
            ("\u{1B}[57399u", .init(.character("0"))), ("\u{1B}[57408;129u", .init(.character("9"))),
            ("\u{1B}[57409u", .init(.character("."))), ("\u{1B}[57410u", .init(.character("/"))),
            ("\u{1B}[57411u", .init(.character("*"))), ("\u{1B}[57412u", .init(.character("-"))),
            ("\u{1B}[57413u", .init(.character("+"))), ("\u{1B}[57414u", .init(.enter)),
            ("\u{1B}[57415u", .init(.character("="))), ("\u{1B}[57416u", .init(.character(","))),
            ("\u{1B}[57417u", .init(.left)), ("\u{1B}[57418u", .init(.right)),
            ("\u{1B}[57419;5u", .init(.up, .control)),
            ("\u{1B}[57420u", .init(.down)), ("\u{1B}[57421u", .init(.pageUp)), ("\u{1B}[57422u", .init(.pageDown)),
            ("\u{1B}[57423u", .init(.home)), ("\u{1B}[57424u", .init(.end)), ("\u{1B}[57425u", .init(.insert)),
            ("\u{1B}[57426u", .init(.delete)), ("\u{1B}[57344u", .init(.escape)), ("\u{1B}[57345u", .init(.enter)),
            ("\u{1B}[57352u", .init(.up)), ("\u{1B}[57364u", .init(.function(1))),
        ])

    /// kitty's further parts: event types, alternate keys, text.
    static let kittyParts = KeyTable(
        "kitty, all parts",
        [
            ("\u{1B}[97;1:1u", .init(.character("a"))), ("\u{1B}[97;0u", .init(.character("a"))),
            ("\u{1B}[97;5:2u", .init(.character("a"), .control)),
            ("\u{1B}[1;1:2A", .init(.up)), ("\u{1B}[49:33;2u", .init(.character("!"))),
            ("\u{1B}[97:65;2:1u", .init(.character("A"))), ("\u{1B}[1089::99;5u", .init(.character("c"), .control)),
            ("\u{1B}[1089:1057:99;2u", .init(.character("С"))), ("\u{1B}[97;;229u", .init(.character("å"))),
            ("\u{1B}[97;2;65u", .init(.character("A"))), ("\u{1B}[97;65;65u", .init(.character("A"))),
            ("\u{1B}[0;;20013u", .init(.character("中"))), ("\u{1B}[97;5;1u", .init(.character("a"), .control)),
            ("\u{1B}[101;;101:769u", .init(.character("é"))),
        ])
}
