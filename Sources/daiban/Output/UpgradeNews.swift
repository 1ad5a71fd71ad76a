import CaseStore
import Dashboard

/// Tells the person that a database of an earlier format is brought forward, and where the copy of it is.
struct UpgradeNews {
    let language: Language

    /// For `CaseStore.open(at:access:upgrading:)`.
    func tell(_ news: SchemaUpgrade.News) -> Bool {
        // Asked once, it stays asked: a second signal ends the program.
        if !Interruption.wasAsked { Interruption.watch() }
        switch news {
        case .copying, .cases: Console.progress(news.words.text(language))
        case .copied:
            Console.endProgress()
            Console.error(news.words.text(language))
        case .step(let done, let total):
            Console.progress(news.words.text(language))
            if done == total {
                Console.endProgress()
                Interruption.unwatch()
            }
        }
        return !Interruption.wasAsked
    }
}

extension SchemaUpgrade.News {
    var words: Words {
        switch self {
        case .copying(let progress): .backup(.upgradeCopying(progress))
        case .copied(let path, let schema): .backup(.upgradeCopied(path: path, schema: schema))
        case .cases(let done, let total): .backup(.upgradeCases(done: done, total: total))
        case .step(let done, let total): .backup(.upgradeStep(done: done, total: total))
        }
    }
}
