namespace Chatroom.Actors.Tests;

public sealed class RoomObserversTests
{
    [Fact]
    public void All_are_told_what_happened_and_that_the_room_broke_in_their_order()
    {
        var told = new List<string>();
        var observers = new RoomObservers(new Noting("first", told), new Noting("second", told));

        observers.Happened(new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 1));
        observers.Broke(new IOException("no disk"));

        Assert.Equal(["first: Opened", "second: Opened", "first: no disk", "second: no disk"], told);
    }

    private sealed class Noting(string name, List<string> told) : IRoomObserver
    {
        public void Happened(RoomEvent happened) => told.Add($"{name}: {happened.GetType().Name}");

        public void Broke(Exception cause) => told.Add($"{name}: {cause.Message}");
    }
}
