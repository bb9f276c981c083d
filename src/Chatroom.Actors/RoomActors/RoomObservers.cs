namespace Chatroom.Actors;

/// <summary>Several observers of a room, told one after the other in their order.</summary>
/// <param name="observers">The observers.</param>
internal sealed class RoomObservers(params IReadOnlyList<IRoomObserver> observers) : IRoomObserver
{
    /// <inheritdoc />
    public void Happened(RoomEvent happened)
    {
        foreach (var observer in observers)
        {
            observer.Happened(happened);
        }
    }

    /// <inheritdoc />
    public void Broke(Exception cause)
    {
        foreach (var observer in observers)
        {
            observer.Broke(cause);
        }
    }
}
