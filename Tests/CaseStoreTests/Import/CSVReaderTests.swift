import Testing

@testable import CaseStore

/// The reader of delimiter-separated text: what is a record, what is a defect, and how it goes on after one.
struct CSVReaderTests {
    /// Reads `text` in pieces of `chunk` bytes.
    private func items(_ bytes: [UInt8], chunk: Int = 7, delimiter: Character = ",", width: Int? = nil) -> [CSVItem] {
        var rest = bytes[...]
        var reader = CSVReader(delimiter: delimiter.asciiValue!) { () throws(ImportError) in
            defer { rest = rest.dropFirst(chunk) }
            return Array(rest.prefix(chunk))
        }
        reader.width = width
        var items: [CSVItem] = []
        while let item = try? reader.next() { items.append(item) }
        return items
    }

    private func items(_ text: String, width: Int? = nil) -> [CSVItem] {
        items(Array(text.utf8), width: width)
    }

    private func records(_ items: [CSVItem]) -> [[String]] {
        items.compactMap { if case .record(let record) = $0 { record.fields } else { nil } }
    }

    private func defects(_ items: [CSVItem]) -> [CSVDefect] {
        items.compactMap { if case .defect(let defect) = $0 { defect } else { nil } }
    }

    @Test(arguments: [1, 2, 3, 64, 1 << 16])
    func `fields in quotes hold delimiters, quotes and line breaks, however the bytes arrive`(chunk: Int) {
        let text = "a,\"b,c\",\"d\"\"e\"\r\n\"f\ng\",,\"\"\n中文,\"x\r\ny\",z"
        #expect(
            records(items(Array(text.utf8), chunk: chunk)) == [
                ["a", "b,c", "d\"e"], ["f\ng", "", ""], ["中文", "x\r\ny", "z"],
            ])
    }

    @Test func `rows count records and lines count line breaks`() {
        let places = items("h\n\"a\nb\"\n\nc\n").compactMap { item -> [Int]? in
            if case .record(let record) = item { [record.row, record.line] } else { nil }
        }
        #expect(places == [[1, 1], [2, 2], [4, 5]])
    }

    @Test func `a byte order mark is no part of the first field`() {
        #expect(records(items([0xEF, 0xBB, 0xBF] + Array("a,b\n".utf8), chunk: 1)) == [["a", "b"]])
    }

    @Test func `another delimiter makes commas plain text`() {
        #expect(records(items(Array("a,b;c\n".utf8), delimiter: ";")) == [["a,b", "c"]])
    }

    @Test func `nothing gives nothing and a last line needs no line break`() {
        #expect(items("").isEmpty)
        #expect(items("\r\n\n").isEmpty)
        #expect(records(items("a,")) == [["a", ""]])
    }

    @Test func `a stray quote costs its line only`() {
        let items = items("a,b\nx\"y,z\n\"p\"q,r\nc,d\n")
        #expect(records(items) == [["a", "b"], ["c", "d"]])
        #expect(defects(items).map(\.kind) == [.strayQuote, .strayQuote])
        #expect(defects(items).map(\.line) == [2, 3])
        #expect(defects(items).first?.fields == ["x\"y,z"])
    }

    @Test func `a quote that never ends costs its line only`() {
        let items = items("a,b\nc,\"d\ne,f\ng,h\n", width: 2)
        #expect(records(items) == [["a", "b"], ["e", "f"], ["g", "h"]])
        #expect(defects(items).map(\.kind) == [.unclosedQuote])
        #expect(defects(items).first.map { [$0.row, $0.line, $0.column] } == [2, 2, 2])
    }

    @Test func `a row with too few or too many fields is named`() {
        let items = items("a,b\nc\nd,e,f\ng,h\n", width: 2)
        #expect(records(items) == [["a", "b"], ["g", "h"]])
        #expect(
            defects(items).map(\.kind) == [
                .fieldCount(found: 1, expected: 2), .fieldCount(found: 3, expected: 2),
            ])
        #expect(defects(items).last?.fields == ["d", "e", "f"])
    }

    @Test func `bytes that are not UTF-8 and NUL are refused with their column`() {
        let items = items(Array("a,".utf8) + [0xFF, 0x0A] + Array("b,c".utf8) + [0, 0x0A] + Array("d,e\n".utf8))
        #expect(records(items) == [["d", "e"]])
        #expect(defects(items).map(\.kind) == [.invalidUTF8, .nul])
        #expect(defects(items).map(\.column) == [2, 2])
        // One field: what decoding lost must not come in from a rejects file.
        #expect(defects(items).first?.fields == ["a,\u{FFFD}"])
        // Somebody may have written the very character that stands for what could not be read.
        let written = self.items("a,\u{FFFD}张\n")
        #expect(defects(written).isEmpty)
        #expect(records(written) == [["a", "\u{FFFD}张"]])
    }

    @Test func `a field longer than a mebibyte is refused and the rest goes on`() {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: CSVReader.fieldLimit + 10)
        let bytes = Array("a,\"".utf8) + long + Array("\nb,c\n".utf8)
        let items = items(bytes, chunk: 1 << 16)
        #expect(records(items) == [["b", "c"]])
        #expect(defects(items).map(\.kind) == [.fieldTooLong])
        #expect(defects(items).first.map { $0.fields[0].utf8.count } == CSVReader.excerptLimit)
    }
}
