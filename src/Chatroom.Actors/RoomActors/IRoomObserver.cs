namespace Chatroom.Actors;

/// <summary>Observes a room while it works. It is called one call at a time, in order, on the room's thread: the room waits for it.</summary>
public interface IRoomObserver
{
    /// <summary>The next event; Closed is the last.</summary>
    /// <param name="happened">What happened.</param>
    void Happened(RoomEvent happened);

    /// <summary>The room broke; nothing more will come.</summary>
    /// <param name="cause">A mistake in the room or in the observer.</param>
    void Broke(Exception cause);
}
