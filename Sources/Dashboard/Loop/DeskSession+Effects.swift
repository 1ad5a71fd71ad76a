import CaseStore
import Casework
import Dispatch

/// What a state asks for, done: the store is asked off the actor, on threads of its own, and what it says comes back as an
/// event.
extension DeskSession {
    func perform(_ effects: [DeskEffect]) {
        for effect in effects {
            switch effect {
            case .load(let request):
                answer { store in .loaded(Result { () throws(StoreError) in try store.desk(request) }, request: request)
                }
            case .loadDetail(let id):
                answer { store in .detail(id, Result { () throws(StoreError) in try store.detail(of: id) }) }
            case .loadCalendar:
                answer { store in .calendar(Result { () throws(StoreError) in try store.calendarChanges() }) }
            case .loadAgentCases(let agent):
                let query = CaseListQuery.inHand(of: agent)
                answer { store in .agentCases(agent, Result { () throws(StoreError) in try store.list(query) }) }
            case .loadAttendance(let month):
                let (rules, now) = (currentRules, parts.clock())
                answer { store in
                    .attendance(
                        month,
                        Result { () throws(StoreError) in
                            try store.attendance(in: month, rules: rules, now: now)
                        })
                }
            case .loadAppraisal(let person, let month):
                let (rules, now) = (currentRules, parts.clock())
                answer { store in
                    .appraisal(
                        person, month,
                        Result { () throws(StoreError) in
                            try store.appraisal(of: person, in: month, rules: rules, at: now)
                        })
                }
            case .loadReplacement(let since, let own, let told):
                let (person, centre) = (state.person, state.centre)
                answer { store in
                    .replacement(
                        Result { () throws(StoreError) in
                            try store.replacement(since: since, own: own, told: told, by: person, of: centre)
                        })
                }
            case .decideTenure(let card):
                decide(card)
            case .search(let text):
                answer { store in
                    .searched(text, Result { () throws(StoreError) in try store.search(text, limit: FindList.limit) })
                }
            case .loadRelayTasks:
                answer { store in
                    .relayTasks(Result { () throws(StoreError) in try store.relayTaskRows() })
                }
            case .perform(let command, let card):
                let actor = Actor(state.person)
                let now = parts.clock()
                let rules = parts.rules
                let seen = state.snapshot?.record
                record { store in
                    .performed(
                        card,
                        Result { () throws(ActionError) in
                            try store.perform(
                                command, on: card.reference, seenIn: seen, by: actor, at: now, rules: rules)
                        })
                }
            case .loadIntakeLists:
                answer { store in
                    .intakeLists(
                        Result { () throws(StoreError) in
                            IntakeLists(items: try store.itemChoices(), villages: try store.villages())
                        })
                }
            case .findDuplicates(let matter):
                answer { store in
                    .duplicates(matter, Result { () throws(StoreError) in try store.openCases(about: matter) })
                }
            case .register(let request):
                let actor = Actor(state.person)
                let rules = parts.rules
                let mark = state.snapshot?.record
                record { store in
                    .registered(
                        request,
                        Result { () throws(IntakeError) in
                            try store.register(
                                request.intake, seen: request.seen, in: mark, by: actor, rules: rules)
                        })
                }
            case .loadHelpers(let holder):
                answer { store in
                    .helpers(except: holder, Result { () throws(StoreError) in try store.allStaff() })
                }
            case .issueReceipt(let number, let text):
                let outlet = parts.receipts
                issuing.asyncCovered { [queue] in
                    queue.push(.desk(.receiptIssued(outlet?.issue(number, text) ?? .failure(.notConfigured))))
                }
            case .loadSheet(let request):
                let (rules, now) = (currentRules, parts.clock())
                answer { store in
                    .sheet(
                        request,
                        Result { () throws(SheetError) in try store.sheet(request, at: now, rules: rules) })
                }
            case .issueSheet(let sheet):
                let outlet = parts.receipts
                let wording = SheetWording(language: state.language, offset: state.centre.offset)
                issuing.asyncCovered { [queue] in
                    let text = SheetText(wording, width: SheetText.width(for: sheet)).pages(sheet)
                    let name = "\(sheet.kind.rawValue)-\(sheet.period)"
                    queue.push(.desk(.sheetIssued(outlet?.issue(name, text) ?? .failure(.notConfigured))))
                }
            case .raiseWarnings:
                WarningRaiser(
                    store: parts.store, rules: parts.rules, clock: parts.clock, reading: reading, recording: recording
                ).raise()
            case .lookAfterBackups:
                backups?.look { [queue] news in queue.push(.desk(.backup(news))) }
            case .keepDrafts:
                keep([effect])
            case .tryAgain:
                reading.asyncAfter(deadline: .now() + .seconds(1)) { [queue] in queue.push(.desk(.tick)) }
            case .redraw:
                encoder.invalidate()
            case .suspend:
                break
            case .quit:
                ending = .quit
            }
        }
    }

    /// With the calendar as the desk has it now.
    private var currentRules: Rules {
        var rules = parts.rules
        rules.calendar = state.calendar
        return rules
    }

    private func decide(_ card: TenureCard) {
        let (actor, rules, now) = (Actor(state.person), currentRules, parts.clock())
        let mark = state.snapshot?.record
        record { store in
            .tenureDecided(
                card,
                Result { () throws(RecordError) in
                    try store.decideTenure(
                        card.outcome, about: card.member.id, reason: card.reason.text, seen: card.seen,
                        in: mark, rules: rules, at: now, by: actor)
                })
        }
    }

    /// Asks the store off this actor; its answer comes back as an event.
    private func answer(_ ask: @escaping @Sendable (CaseStore) -> DeskEvent) {
        let store = parts.store
        reading.asyncCovered { [queue] in
            queue.push(.desk(ask(store)))
        }
    }

    /// The same for an action.
    private func record(_ act: @escaping @Sendable (CaseStore) -> DeskEvent) {
        let store = parts.store
        recording.asyncCovered { [queue] in
            queue.push(.desk(act(store)))
        }
    }

    func keep(_ effects: [DeskEffect]) {
        for case .keepDrafts(let drafts, let atOnce) in effects { keeper?.keep(drafts, atOnce: atOnce) }
    }
}
