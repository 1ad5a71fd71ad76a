import Casework
import Crypto
import Foundation

/// The private keys of a site: a file for its owner only, beside the database. They are never in the journal and never
/// printed; a backup of the database does not hold them. Who loses them makes new ones (``CaseStore/renewSite(by:at:)``)
/// and has them admitted again.
public struct RelayKeys: Sendable {
    let signing: Curve25519.Signing.PrivateKey
    let sealing: Curve25519.KeyAgreement.PrivateKey

    private struct Stored: Codable {
        var signing: Data
        var sealing: Data
    }

    public init() {
        signing = Curve25519.Signing.PrivateKey()
        sealing = Curve25519.KeyAgreement.PrivateKey()
    }

    /// Where the keys of the database at `path` are.
    public static func path(beside path: String) -> String { path + ".relay-key" }

    /// - Throws: ``RelayError/keyMissing(path:)``.
    public init(file path: String) throws(RelayError) {
        do {
            let stored = try JSONDecoder().decode(Stored.self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
            signing = try Curve25519.Signing.PrivateKey(rawRepresentation: stored.signing)
            sealing = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: stored.sealing)
        } catch {
            throw .keyMissing(path: path)
        }
    }

    /// Keeps the keys at `path`, when there are any, under another name: should the commit fail that tells of new ones,
    /// they are still the record's.
    static func keepOld(_ path: String) {
        guard FileFacts.exists(path) else { return }
        _ = link(path, RecordBackup.free(path + ".old"))
    }

    /// - Parameter replacing: whether keys that are there are replaced; else they are kept and an error tells of them.
    public func save(to path: String, replacing: Bool) throws(RelayError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let stored = Stored(signing: signing.rawRepresentation, sealing: sealing.rawRepresentation)
        guard let data = try? encoder.encode(stored) else { throw .file(path: path, detail: "JSON") }
        try StickFile.write(data, to: path, replacing: replacing)
    }

    func site(id: String, name: String, village: String?, mark: String? = nil) -> RelaySite {
        RelaySite(
            id: id, name: name, village: village, mark: mark,
            signingKey: signing.publicKey.rawRepresentation.base64EncodedString(),
            sealingKey: sealing.publicKey.rawRepresentation.base64EncodedString())
    }

    /// Whether they are the private halves of what `site` shows.
    func fit(_ site: RelaySite) -> Bool {
        signing.publicKey.rawRepresentation.base64EncodedString() == site.signingKey
            && sealing.publicKey.rawRepresentation.base64EncodedString() == site.sealingKey
    }

    static func freshID() -> String {
        var generator = SystemRandomNumberGenerator()
        let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension RelaySite {
    /// Six groups of five digits that two people read to each other over the phone: SHA-256 over the two public keys,
    /// each five bytes of it taken as a big-endian number modulo 100,000.
    public var fingerprint: String {
        var hasher = SHA256()
        hasher.update(data: Data("daiban site 1\n\(id)\n\(signingKey)\n\(sealingKey)\n".utf8))
        let bytes = Array(hasher.finalize())
        return (0..<6).map { group in
            let number = bytes[(group * 5)..<(group * 5 + 5)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 100_000
            let digits = String(number)
            return String(repeating: "0", count: 5 - digits.count) + digits
        }.joined(separator: " ")
    }

    /// Whether somebody typed these digits, in whatever grouping.
    func hasFingerprint(_ typed: String) -> Bool {
        typed.filter { $0.isASCII && $0.isNumber } == fingerprint.filter { $0 != " " }
    }
}

/// A site's public keys in a file, signed by itself: what a village brings to the township once.
public struct RelayCard: Hashable, Sendable {
    public var site: RelaySite

    private struct Stored: Codable {
        var card: Int
        var site: RelaySite
        /// Base64.
        var signature: String

        enum CodingKeys: String, CodingKey {
            case card = "daiban-site"
            case site, signature
        }
    }

    static func data(_ site: RelaySite, keys: RelayKeys) throws -> Data {
        let signature = try keys.signing.signature(for: Data(try CanonicalJSON.text(site).utf8))
        return Data(
            (try CanonicalJSON.text(Stored(card: 1, site: site, signature: signature.base64EncodedString())) + "\n")
                .utf8)
    }

    /// - Throws: ``RelayError/notACard`` also for one whose signature is not its own.
    public init(_ data: Data) throws(RelayError) {
        guard let stored = try? JSONDecoder().decode(Stored.self, from: data) else { throw .notACard }
        guard stored.card <= 1 else { throw .newer(found: stored.card, known: 1) }
        guard let spelling = try? CanonicalJSON.text(stored.site),
            let bytes = Data(base64Encoded: stored.site.signingKey),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes),
            let signature = Data(base64Encoded: stored.signature),
            key.isValidSignature(signature, for: Data(spelling.utf8))
        else { throw .notACard }
        site = stored.site
    }
}
