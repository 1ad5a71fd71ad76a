import CaseStore
import Casework
import TerminalKit

/// The record was replaced under the desk, by a restore or by hand: what was open is let go of, and the person is told how
/// far the record goes back and what of their own work is not in it, until they say that they have read it.

/// What this desk was told is done, and in which words.
struct OwnAction: Hashable, Sendable {
    var action: AcknowledgedAction
    var words: Message
}

/// What the person is told about another record in the place of the one before.
public struct ReplacementNote: Hashable, Sendable {
    /// `nil` while the record is asked.
    var answer: Result<RecordReplacement, StoreError>?
    /// Own actions that are not in it.
    var missing: [OwnAction] = []
    /// Whether there were any own actions.
    var hasOwn: Bool
    var top = 0
    /// A key that was meant for what lay below does not put this away unread.
    var settling: Settling
}

extension DeskState {
    /// Something was done in the eyes of the person at this desk.
    mutating func acknowledge(_ changed: Case, _ words: Message, _ effects: inout [DeskEffect]) {
        acknowledge(
            AcknowledgedAction(id: changed.id, number: changed.number, version: changed.version, at: now), words,
            &effects)
    }

    mutating func acknowledge(
        _ action: AcknowledgedAction, _ words: Message, _ effects: inout [DeskEffect]
    ) {
        ownActions.append(OwnAction(action: action, words: words))
        // Done in the old record, and answered after the new one came.
        if replacement != nil { askAboutReplacement(&effects) }
    }

    /// An id, a version or a place in a list of the old record says nothing in the new one.
    mutating func letGoOfRecord(_ effects: inout [DeskEffect]) {
        if card?.isRecording == false { close(keepingDraft: true) }
        if let open = form, case .life = open.purpose, !open.form.isRecording {
            keepFormDraft()
            form = nil
        }
        overlay = nil
        if case .attendance = screen {} else { screen = .panes }
        (lastDone, actedOn) = (nil, [])
        for id in queuePanes.keys { queuePanes[id]?.letGo(at: now) }
        // What it said was of the old record.
        notice = nil
        lookForDuplicatesAnew(&effects)
        effects.append(.loadCalendar)
        askAboutReplacement(&effects)
    }

    private mutating func askAboutReplacement(_ effects: inout [DeskEffect]) {
        replacement = ReplacementNote(
            hasOwn: !ownActions.isEmpty, settling: Settling(at: now, Settling.afterChange))
        effects.append(.loadReplacement(since: begun, own: ownActions.map(\.action), told: toldRestores))
    }

    mutating func take(_ result: Result<RecordReplacement, StoreError>) {
        guard replacement != nil else { return }
        replacement?.answer = result
        replacement?.settling = Settling(at: now, Settling.afterChange)
        if case .success(let answer) = result {
            let missing = Set(answer.missing)
            replacement?.missing = ownActions.filter { missing.contains($0.action) }
        }
    }

    mutating func replacementKey(_ press: KeyPress, _ effects: inout [DeskEffect]) {
        guard let note = replacement else { return }
        if let moved = scrolled(note.top, press, last: ReplacementView.lastTop(self)) {
            replacement?.top = moved
        } else if press == KeyPress(.character("c"), .control) {
            effects.append(.quit)
        } else if press.key == .enter, !note.settling.isUnder(at: now) {
            switch note.answer {
            case nil: break
            // Nobody acts before it is known who they are there.
            case .failure: askAboutReplacement(&effects)
            case .success(let answer) where !answer.knowsPerson: effects.append(.quit)
            case .success(let answer):
                if let restore = answer.restore { toldRestores.insert(restore.hash) }
                let told = Set(note.missing)
                ownActions.removeAll { told.contains($0) }
                replacement = nil
            }
        }
    }
}
