import Casework

/// What the lists of service items are made of, to be said to people.
public enum ItemTerm: Hashable, Sendable {
    case level(ItemLevel)
    case kind(ItemKind)
    case area(ContentArea)
    case stage(ServiceStage)
    case step(AgencyStep)
    case field(ItemField)
    case form(ServiceItem.Material.Form)
    case required(Bool)
    case workingDays(Int)
    /// The promise of an item that ends the day it is asked for.
    case sameDay
    case free
    /// An amount in fen with its rule.
    case fee(Int, basis: String)
    case version(Int)
    case claimed
    case withdrawn
    case assumed([ItemField])
    case refusal(ItemRefusal)
}
