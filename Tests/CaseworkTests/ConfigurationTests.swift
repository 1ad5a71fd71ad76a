import Casework
import Testing

@Suite struct ConfigurationTests {
    @Test(arguments: [
        ("a = 1\nb = ,\n", 2), ("[[[\n", 1), ("x = [1, }\n", 1), ("x = \"open\ny = 1\n", 1), ("x = +\n", 1),
        ("x == 1", 1),
        ("a = 1 b = 2", 1), ("[]\n", 1), ("x = 1979-05-27\n", 1), ("# fine\n\nx = tru\n", 3), ("x = \"\\q\"", 1),
    ])
    func malformedTextIsAnErrorWithItsLine(_ text: String, _ line: Int) {
        let error = #expect(throws: ConfigurationError.self) { try TOMLDocument(text, source: "x.toml") }
        #expect(error?.line == line)
        #expect(error?.source == "x.toml")
    }

    @Test(arguments: [
        "", "# only a comment", "a.b.\"c d\" = 'x'\n", "x = [\n 1, # one\n 2,\n]\n",
        "x = { a = 1, b = [ {} ] }\r\ny = true\r\n",
        "x = \"\"\"\nlong \\\n text\"\"\"\n", "x = -1_000\ny = 0.5\n", "\"键\" = \"值\"\n[\"表\"]\n[[list]]\na = 1\n",
    ])
    func wellFormedTextIsRead(_ text: String) throws {
        _ = try TOMLDocument(text, source: "x.toml")
    }

    @Test(
        "a fault inside of a table that is written as a value has the line of its key",
        arguments: [
            ("a = 1\n[wall]\nb = 2\nnight = { from = 1 }\n", 4), ("[wall.night]\nto = 2\nfrom = 1\n", 3),
            ("wall = { night = { from = 1 } }\n", 1), ("# one\n[wall]\nnight = { to = 1 }\n", 3),
        ])
    func inlineTable(_ text: String, _ line: Int) throws {
        let night = try TOMLDocument(text, source: "x.toml").section.section("wall").section("night")
        let error = #expect(throws: ConfigurationError.self) { try night.string("from") }
        #expect(error?.line == line)
    }

    @Test func noSlipOfThePenStopsTheProgram() {
        let seeds = [
            "name = \"x\"\n[styles]\noverdue = { foreground = \"#ff\", bold = true }\nlist = [1, 2, [3]]\n",
            "[2026]\noff = [ { from = \"2026-01-01\" } ]\nwork = [\"a\", \"b\"]\n[a.b]\nc = -17\n",
        ]
        let alphabet = Array("[]{}=\"'#.,\n\t _-+019aeT:\\中\u{0}\r")
        var state: UInt64 = 20_261_120
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var refused = 0
        for round in 0..<6_000 {
            var text = Array(seeds[round % 2])
            for _ in 0..<1 + draw(5) where !text.isEmpty {
                let place = draw(text.count)
                switch draw(3) {
                case 0: text[place] = alphabet[draw(alphabet.count)]
                case 1: text.insert(alphabet[draw(alphabet.count)], at: place)
                default: text.remove(at: place)
                }
            }
            do {
                _ = try TOMLDocument(String(text), source: "x.toml")
            } catch {
                refused += 1
                #expect(error.line != nil)
            }
        }
        #expect((1_000..<6_000).contains(refused))
    }
}
