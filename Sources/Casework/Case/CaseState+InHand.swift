extension CaseState {
    /// The states in which a case waits for its agent: what counts as being in somebody's hand (手上).
    public static let inHand: Set<CaseState> = [.pending, .accepted, .returned]
}
