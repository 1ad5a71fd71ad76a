import Casework
import Crypto
import Foundation

/// One bundle as it lies on the stick: three lines of text. A file is any number of bundles, one after the other.
///
/// 1. The header, canonical JSON.
/// 2. Base64 of the sealed entries (RFC 9180: base mode, X25519-HKDF-SHA256, HKDF-SHA256, ChaCha20-Poly1305): the
///    encapsulated key (32 bytes), then the ciphertext; `info` is `daiban relay 1`, the associated data is line 1.
/// 3. Base64 of the Ed25519 signature over `daiban relay 1`, LF, line 1, LF, line 2.
struct RelayBundle {
    /// What this program reads. Bundles are of version 1, and of 2 only where ``Header/as`` is told: a program that does
    /// not know it would lose the thread between the bundles.
    static let version = 2
    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    private static let label = "daiban relay 1"

    struct Header: Codable, Hashable {
        var version: Int
        var centre: String
        var from: String
        var to: String
        var number: Int
        var first: Int64
        var last: Int64
        var seen: RelayBundleMark.Seen
        var previous: String
        /// SHA-256 of the entries, hexadecimal.
        var content: String
        /// How many entries.
        var count: Int
        /// By the maker's clock, UTC milliseconds.
        var made: Int64
        /// Only in the first bundle of the township for a village.
        var founding: Founding?
        /// Only in a bundle that a later program spelled otherwise when it made it anew: the hash under which it was made
        /// first, and by which the next one continues it.
        var `as`: String?

        enum CodingKeys: String, CodingKey {
            case version = "daiban-relay"
            case centre, from, to, number, first, last, seen, previous, content, count, made, founding, `as`
        }

        /// Ties the bundle to the one before: SHA-256, hexadecimal, over what does not change when it is made anew for a
        /// lost stick.
        var hash: String {
            if let first = `as` { return first }
            let text = [
                from, to, "\(number)", "\(first)", "\(last)", "\(seen.number)", "\(seen.sequence)", seen.hash, previous,
                content,
            ].joined(separator: "\n")
            return Data(SHA256.hash(data: Data(text.utf8))).hexadecimal
        }

        func mark(partner: String) -> RelayBundleMark {
            RelayBundleMark(
                site: partner, number: number, first: first, last: last, seen: seen, previous: previous, hash: hash)
        }
    }

    /// What a village's record begins with.
    struct Founding: Codable, Hashable {
        var centre: Centre
        /// The township's site, with its keys.
        var township: RelaySite
        /// The village's site, with its letters.
        var village: RelaySite
    }

    var header: Header
    /// Where it begins in the file.
    var line: Int
    private var lines: [Substring]

    // MARK: Making

    static func text(_ header: Header, content: String, keys: RelayKeys, for recipient: RelaySite) throws -> String {
        let first = try CanonicalJSON.text(header)
        guard let bytes = Data(base64Encoded: recipient.sealingKey) else { throw RelayError.notACard }
        let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
        var sender = try HPKE.Sender(recipientKey: key, ciphersuite: suite, info: Data(label.utf8))
        let sealed = try sender.seal(Data(content.utf8), authenticating: Data(first.utf8))
        let second = (sender.encapsulatedKey + sealed).base64EncodedString()
        let signature = try keys.signing.signature(for: Data("\(label)\n\(first)\n\(second)".utf8))
        return "\(first)\n\(second)\n\(signature.base64EncodedString())\n"
    }

    static func hash(of content: String) -> String {
        Data(SHA256.hash(data: Data(content.utf8))).hexadecimal
    }

    // MARK: Reading

    /// The bundles of a file, none of them opened yet.
    static func all(in data: Data) throws(RelayError) -> [RelayBundle] {
        guard let text = String(validating: data, as: UTF8.self) else { throw .damaged(line: 1) }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.last == "" else { throw .damaged(line: lines.count) }
        lines.removeLast()
        guard !lines.isEmpty else { throw .damaged(line: 1) }
        var bundles: [RelayBundle] = []
        for start in stride(from: 0, to: lines.count, by: 3) {
            struct Mark: Decodable {
                var version: Int
                enum CodingKeys: String, CodingKey { case version = "daiban-relay" }
            }
            let head = String(lines[start])
            guard let mark = try? CanonicalJSON.value(Mark.self, from: head) else { throw .damaged(line: start + 1) }
            guard mark.version <= version else { throw .newer(found: mark.version, known: version) }
            guard let header = try? CanonicalJSON.value(Header.self, from: head) else {
                throw .damaged(line: start + 1)
            }
            guard start + 2 < lines.count else { throw .damaged(line: lines.count + 1) }
            bundles.append(RelayBundle(header: header, line: start + 1, lines: Array(lines[start..<(start + 3)])))
        }
        return bundles
    }

    /// - Throws: ``RelayError/forged(site:number:)`` when the signature is not the sender's.
    func check(from sender: RelaySite) throws(RelayError) {
        guard let signature = Data(base64Encoded: String(lines[2])) else { throw .damaged(line: line + 2) }
        let signed = Data("\(Self.label)\n\(lines[0])\n\(lines[1])".utf8)
        guard let bytes = Data(base64Encoded: sender.signingKey),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes),
            key.isValidSignature(signature, for: signed)
        else { throw .forged(site: sender.name, number: header.number) }
    }

    /// The entries, one a line.
    func open(with keys: RelayKeys) throws(RelayError) -> String {
        guard let bytes = Data(base64Encoded: String(lines[1])), bytes.count > 32 else {
            throw .damaged(line: line + 1)
        }
        let opened: Data
        do {
            var recipient = try HPKE.Recipient(
                privateKey: keys.sealing, ciphersuite: Self.suite, info: Data(Self.label.utf8),
                encapsulatedKey: bytes.prefix(32))
            opened = try recipient.open(bytes.dropFirst(32), authenticating: Data(lines[0].utf8))
        } catch {
            throw .sealedForOtherKeys(number: header.number)
        }
        let content = String(decoding: opened, as: UTF8.self)
        guard Self.hash(of: content) == header.content else { throw .damaged(line: line + 1) }
        return content
    }

    static func entries(_ content: String, number: Int) throws(RelayError) -> [RelayEntry] {
        var entries: [RelayEntry] = []
        for line in content.split(separator: "\n") {
            guard let entry = try? CanonicalJSON.value(RelayEntry.self, from: String(line)) else {
                throw .unreadable(number: number, entry: (entries.last?.seq ?? 0) + 1)
            }
            entries.append(entry)
        }
        return entries
    }
}

extension Data {
    var hexadecimal: String {
        var text = ""
        for byte in self { text += (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        return text
    }
}
