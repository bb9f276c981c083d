namespace Chatroom.Actors;

/// <summary>A recorded event, and what a script does about it.</summary>
/// <param name="Happened">The event.</param>
/// <param name="Instead">The steps in its place, if it can't come about again; null if it can.</param>
internal sealed record PlayedEvent(RoomEvent Happened, ValueList<ScriptStep>? Instead = null)
{
    /// <summary>What can't be taken over here; null if all can.</summary>
    public RecordingNote? Note { get; init; }
}

/// <summary>Says what of a conversation is not in its script.</summary>
/// <param name="Comment">For the reader of the script, at the place where it is missing.</param>
/// <param name="Summary">In short.</param>
internal sealed record RecordingNote(string Comment, string Summary);
