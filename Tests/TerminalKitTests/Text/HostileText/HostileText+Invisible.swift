// What deceives the eye: bidirectional controls, characters of no width, letters that look like others. The first twelve are
// from Trojan Source (nickboucher/trojan-source at e3dc153, MIT licence, (c) 2021 Nicholas Boucher); the rest is built from
// the definitions in UAX #9 and in the code charts.

extension HostileText {
    static let invisible: [HostileText] = [
        HostileText(
            "Trojan Source Python/commenting-out.py",
            "if access_level != 'none\u{202E}\u{2066}': # Check if admin \u{2069}\u{2066}' and access_level != 'user"),
        HostileText(
            "Trojan Source Python/early-return.py", "''' Subtract funds from bank account then \u{2067}''' ;return"),
        HostileText("Trojan Source Python/homoglyph-function.py", "def say\u{41D}ello():"),
        HostileText("Trojan Source Python/homoglyph-function.py", "say\u{41D}ello()"),
        HostileText("Trojan Source Python/invisible-function.py", "def is_\u{200B}admin():"),
        HostileText("Trojan Source Python/invisible-function.py", "if is_\u{200B}admin():"),
        HostileText(
            "Trojan Source JavaScript/stretched-string.js",
            "if (accessLevel != \"user\u{202E} \u{2066}// Check if admin\u{2069} \u{2066}\") {"),
        HostileText(
            "Trojan Source Bash/stretched-string.sh",
            "if [ $access_level != 'user\u{202E}\u{2066}' ]; then # Check if admin"),
        HostileText(
            "Trojan Source C/commenting-out.c",
            "/*\u{202E} } \u{2066}if (isAdmin)\u{2069} \u{2066} begin admins only */"),
        HostileText("Trojan Source C/commenting-out.c", "/* end admins only \u{202E} { \u{2066}*/"),
        HostileText("Trojan Source C/early-return.c", "/* Say hello; newline\u{2067} /*/ return 0 ;"),
        HostileText("Trojan Source Go/homoglyph-function.go", "func say\u{41D}ello() {"),
        HostileText(
            "Unicode bidi control LRE (UAX #9) inside a name",
            "\u{738B}\u{202A}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control RLE (UAX #9) inside a name",
            "\u{738B}\u{202B}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control LRO (UAX #9) inside a name",
            "\u{738B}\u{202D}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control RLO (UAX #9) inside a name",
            "\u{738B}\u{202E}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control PDF (UAX #9) inside a name",
            "\u{738B}\u{202C}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control LRI (UAX #9) inside a name",
            "\u{738B}\u{2066}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control RLI (UAX #9) inside a name",
            "\u{738B}\u{2067}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control FSI (UAX #9) inside a name",
            "\u{738B}\u{2068}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control PDI (UAX #9) inside a name",
            "\u{738B}\u{2069}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control LRM (UAX #9) inside a name",
            "\u{738B}\u{200E}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control RLM (UAX #9) inside a name",
            "\u{738B}\u{200F}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "Unicode bidi control ALM (UAX #9) inside a name",
            "\u{738B}\u{61C}\u{67D0}\u{67D0} \u{5DF2}\u{529E}\u{7ED3}"),
        HostileText(
            "RLO makes a status read the other way", "\u{7ED3}\u{529E}\u{5DF2}\u{202E}\u{672A}\u{529E}\u{7406}"),
        HostileText("50 RLO unclosed", String(repeating: "\u{202E}", count: 50) + "x"),
        HostileText("more than max_depth 125 isolates (UAX #9)", String(repeating: "\u{2067}", count: 130) + "x"),
        HostileText("ZWSP inside a name", "\u{5F20}\u{200B}\u{4E09}"),
        HostileText("ZWNJ inside a name", "\u{5F20}\u{200C}\u{4E09}"),
        HostileText("ZWJ inside a name", "\u{5F20}\u{200D}\u{4E09}"),
        HostileText("WJ inside a name", "\u{5F20}\u{2060}\u{4E09}"),
        HostileText("BOM/ZWNBSP inside a name", "\u{5F20}\u{FEFF}\u{4E09}"),
        HostileText("SHY inside a name", "\u{5F20}\u{AD}\u{4E09}"),
        HostileText("CGJ inside a name", "\u{5F20}\u{34F}\u{4E09}"),
        HostileText("MVS inside a name", "\u{5F20}\u{180E}\u{4E09}"),
        HostileText("Hangul choseong filler inside a name", "\u{5F20}\u{115F}\u{4E09}"),
        HostileText("Hangul filler inside a name", "\u{5F20}\u{3164}\u{4E09}"),
        HostileText("halfwidth Hangul filler inside a name", "\u{5F20}\u{FFA0}\u{4E09}"),
        HostileText("Braille blank inside a name", "\u{5F20}\u{2800}\u{4E09}"),
        HostileText("function application inside a name", "\u{5F20}\u{2061}\u{4E09}"),
        HostileText("VS16 inside a name", "\u{5F20}\u{FE0F}\u{4E09}"),
        HostileText("VS17 inside a name", "\u{5F20}\u{E0100}\u{4E09}"),
        HostileText("TAG A inside a name", "\u{5F20}\u{E0041}\u{4E09}"),
        HostileText("interlinear annotation anchor inside a name", "\u{5F20}\u{FFF9}\u{4E09}"),
        HostileText("object replacement inside a name", "\u{5F20}\u{FFFC}\u{4E09}"),
        HostileText("replacement inside a name", "\u{5F20}\u{FFFD}\u{4E09}"),
        HostileText("musical BEGIN BEAM inside a name", "\u{5F20}\u{1D173}\u{4E09}"),
        HostileText("shorthand format inside a name", "\u{5F20}\u{1BCA0}\u{4E09}"),
        HostileText("ideographic space at the end", "\u{5F20}\u{4E09}\u{3000}"),
        HostileText("NBSP at the start", "\u{A0}\u{5F20}\u{4E09}"),
        HostileText("space inside", "\u{5F20} \u{4E09}"),
        HostileText("traditional form", "\u{5F35}\u{4E09}"),
        HostileText("Kangxi radicals that look like Han", "\u{2F2D}\u{2F65}"),
        HostileText("CJK compatibility ideograph (normalises to U+4E0D)", "\u{F967}"),
        HostileText("compatibility + letter", "\u{2F88}f"),
        HostileText("CJK compatibility supplement", "\u{2F800}"),
        HostileText("full-width Latin", "\u{FF5A}\u{FF48}\u{FF41}\u{FF4E}\u{FF47}"),
        HostileText(
            "full-width phone digits",
            "\u{FF11}\u{FF13}\u{FF18}\u{FF10}\u{FF10}\u{FF11}\u{FF13}\u{FF18}\u{FF10}\u{FF10}\u{FF10}"),
        HostileText("Arabic-Indic digits", "\u{663}\u{663}\u{660}\u{667}\u{662}\u{663}"),
        HostileText("mixed digits", "\u{FF13}30723"),
        HostileText("roman numeral", "\u{2162}"),
        HostileText("circled digit", "\u{2460}"),
        HostileText("Cyrillic a", "\u{430}dmin"),
        HostileText("Greek rho", "\u{3C1}aypal"),
        HostileText("Cyrillic ze", "\u{437}ero"),
        HostileText("lower-case x in an ID-like string (made up)", "11010119900307757x"),
        HostileText("parenthesised ideograph", "\u{3231}"),
        HostileText("ideographic variation sequence", "\u{845B}\u{E0100}"),
        HostileText("non-BMP Han (U+20BB7)", "\u{20BB7}"),
        HostileText("non-BMP Han used in names", "\u{2CB4A}"),
        HostileText("Extension G Han (U+30EDD biang)", "\u{30EDD}"),
        HostileText("Extension A Han used in names", "\u{4DAE}"),
        HostileText("private use code of GBK (U+E863)", "\u{E863}"),
        HostileText("plane 15 private use", "\u{F0000}"),
    ]
}
