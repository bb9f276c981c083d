namespace Chatroom.Actors;

/// <summary>The stage of a room's life.</summary>
internal enum RoomPhase
{
    Unopened,
    Gathering,
    Talking,
    Closing,
    Closed,
}
