namespace Chatroom.Actors;

/// <summary>What follows from an input. The events are written first; then the next state counts, and the effects are done.</summary>
/// <param name="Next">The state with the events applied.</param>
/// <param name="Events">What happened, in order; often nothing.</param>
/// <param name="Effects">What to do, in order.</param>
internal sealed record ConversationStep(ConversationState Next, IReadOnlyList<RoomEvent> Events, IReadOnlyList<ConversationEffect> Effects);
