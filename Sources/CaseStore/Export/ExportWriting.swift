import Casework

/// Spells rows in one of the formats.
struct ExportWriting {
    let format: ExportFormat
    let columns: [String]
    let offset: UTCOffset

    /// What stands before the first row.
    var head: [UInt8] {
        var bytes: [UInt8] = []
        switch format {
        case .jsonl: return bytes
        case .spreadsheet: bytes = [0xEF, 0xBB, 0xBF]
        case .csv: break
        }
        append(columns, to: &bytes)
        return bytes
    }

    func append(_ row: [ExportValue], to bytes: inout [UInt8]) {
        switch format {
        case .jsonl:
            bytes.append(UInt8(ascii: "{"))
            for (index, (column, value)) in zip(columns, row).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.append(quoted: column, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                append(json: value, to: &bytes)
            }
            bytes.append(contentsOf: "}\n".utf8)
        case .csv: append(row.map(text), to: &bytes)
        case .spreadsheet:
            append(
                row.map { value in
                    if case .text(let text) = value { SpreadsheetCell.sealed(text) } else { text(value) }
                }, to: &bytes)
        }
    }

    private func append(_ fields: [String], to bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: CSVCell.quoted(field).utf8)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// The value as a field.
    private func text(_ value: ExportValue) -> String {
        switch value {
        case .none: ""
        case .text(let text), .json(let text): text
        case .number(let number): "\(number)"
        case .flag(let flag): flag ? "true" : "false"
        case .instant(let instant): instant.iso8601(offset)
        }
    }

    private func append(json value: ExportValue, to bytes: inout [UInt8]) {
        switch value {
        case .none: bytes.append(contentsOf: "null".utf8)
        case .text(let text): Self.append(quoted: text, to: &bytes)
        case .instant(let instant): Self.append(quoted: instant.iso8601(offset), to: &bytes)
        case .number, .flag, .json: bytes.append(contentsOf: text(value).utf8)
        }
    }

    /// RFC 8259; nothing is escaped that need not be.
    private static func append(quoted text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
