namespace Chatroom.Actors.Tests;

/// <summary>A kind of event that the library does not know, like one that was added and then forgotten somewhere.</summary>
internal sealed record UnknownEvent() : RoomEvent(1, 0)
{
    internal override RoomState Change(RoomState state) => state;
}
