namespace Chatroom.Actors;

/// <content>What effect a step has, and whether it has one yet.</content>
internal sealed partial class ScriptPlayer
{
    // While the room gathers, who goes waits for nobody's turn.
    private void AwaitLeft(string name) =>
        _effect = _cut.Contains(name) || (HasNoEffectYet(name) && !IsInGathering(name)) ? null : happened => happened is Left left && left.Name == name;

    private bool IsInGathering(string name) => _state.Phase == RoomPhase.Gathering && _state.IsHere(name);

    /// <summary>
    /// With order = roster, the effect of a bot whose turn has not come may need a later step, so nobody waits for it. What a bot does
    /// while it is cut off takes effect in the room when its connection is mended.
    /// </summary>
    private bool HasNoEffectYet(string name) =>
        _cut.Contains(name) || (_scenario.Room.Order == SpeakingOrder.Roster && !_state.HasTurn(name));

    /// <summary>True if the bot that wants to join was let in or refused; the step failed if it should have been otherwise.</summary>
    private bool IsAdmission(RoomEvent happened, string? name, RefusalReason? refused)
    {
        RefusalReason? answer;
        switch (happened)
        {
            case Joined joined when joined.Name == name:
                answer = null;
                break;
            case Refused refusal when refusal.Name == name:
                answer = refusal.Reason;
                break;
            default:
                return false;
        }
        if (answer != refused)
        {
            _failed ??= _next - 1;
        }
        return true;
    }
}
