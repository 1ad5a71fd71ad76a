import CaseStore
import Casework
import Foundation
import Subprocess

/// Hands messages to the configured programs.
///
/// A program is run as the configuration says it, never by a shell; what people wrote reaches it as JSON on its standard
/// input and can become no part of a command. It has a minute, which is far less than a sender holds a message.
struct MessageSender: Sendable {
    /// What a program reads.
    struct Letter: Encodable, Sendable {
        var id: Int64
        var channel: String
        var to: String
        var text: String
        var number: String
        var kind: String
    }

    let channels: [ChannelSettings]

    static let patience = Duration.seconds(60)

    /// The first channel by name that serves the recipient.
    func channel(for recipient: OutgoingMessage.Recipient) -> ChannelSettings? {
        let wanted: ChannelSettings.Recipient =
            switch recipient {
            case .applicant: .applicant
            case .agent: .agent
            }
        return channels.first { $0.recipients.contains(wanted) }
    }

    func send(_ letter: Letter, by channel: ChannelSettings) async -> SendingOutcome {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let text = String(decoding: try encoder.encode(letter), as: UTF8.self)
            return await within(Self.patience) { await run(channel.command, text + "\n") }
        } catch {
            return .hopeless("\(error)")
        }
    }

    private func run(_ words: [String], _ text: String) async -> SendingOutcome {
        guard let program = words.first else { return .failed("?") }
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
        do {
            let outcome = try await Subprocess.run(
                program.contains("/") ? .path(.init(program)) : .name(program),
                arguments: Arguments(Array(words.dropFirst())), platformOptions: options, input: .string(text),
                output: .discarded, error: .string(limit: 65_536))
            if outcome.terminationStatus.isSuccess { return .sent }
            // It was told the phone, and may say so; what it says stands in lists. Masked first, then cut.
            let last = outcome.standardError.split(separator: "\n").last.map {
                String(Masking.freeText(String($0), hiding: "").prefix(200))
            }
            return .failed(last ?? "\(outcome.terminationStatus)")
        } catch {
            return .failed("\(program): \(error)")
        }
    }

    /// `body`, ended when it takes longer.
    private func within(
        _ limit: Duration, _ body: @escaping @Sendable () async -> SendingOutcome
    ) async -> SendingOutcome {
        await withTaskGroup(of: SendingOutcome?.self) { group in
            group.addTask { await body() }
            group.addTask {
                // Cancelled when the program was faster.
                try? await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = await group.next(), let outcome = first else {
                return .failed("> \(limit)")
            }
            return outcome
        }
    }
}
