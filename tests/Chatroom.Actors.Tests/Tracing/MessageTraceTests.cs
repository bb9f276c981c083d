using System.Collections.Concurrent;
using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

public sealed class MessageTraceTests : ChatroomActorTest
{
    private readonly ConcurrentQueue<string> _lines = new();

    [Fact]
    public async Task A_line_tells_when_who_receives_what_from_whom()
    {
        Begin();
        Time.Advance(TimeSpan.FromMilliseconds(412));
        var room = Room(null, "Felix", "Marija");
        room.Tell(new Join("Felix"), Sys.ActorOf(Props.Empty, "somebody"));

        await Seen("Join", "from somebody");
        Assert.Equal($"   0.412 s  {room.Path.Name,-10}  <- {"Join Felix",-50}  from somebody", _lines.First());
    }

    [Fact]
    public async Task A_room_knows_a_bot_by_its_name_once_it_is_in_also_when_it_dies()
    {
        Begin();
        var room = Room(null, "Felix", "Marija");
        var felix = await Join(room, "Felix");

        room.Tell(new Join("Felix"), felix.Ref);
        Sys.Stop(felix.Ref);

        await Seen("Join Felix", "from Felix");
        await Seen("Terminated", "from Felix");
    }

    [Fact]
    public async Task A_bot_is_in_doubt_until_its_room_has_let_it_in()
    {
        Begin();
        Sys.ActorOf(BotActor.Props(Room(null, "Felix", "Marija"), new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => { }));

        await Seen("Join Felix", "from Felix?");
        await Seen("Felix       <- Missed #1 to #2", "from");
    }

    [Fact]
    public async Task What_a_timer_sends_comes_from_a_timer_without_its_wrapping()
    {
        Begin();
        var settings = new RoomSettings();
        await Join(Room(settings, "Felix", "Marija"), "Felix");

        Time.Advance(settings.JoinTimeout);

        await Seen($"<- Due {nameof(RoomCommand.JoinTimeout)} after {settings.JoinTimeout.TotalSeconds:0} s", "from a timer");
    }

    [Fact]
    public async Task What_could_deceive_a_terminal_stands_as_its_code()
    {
        Begin();
        Room(null, "Felix").Tell(new Join("Fe\u202Elix\e[2J\n"), CreateTestProbe().Ref);

        await Seen("<- Join Fe<U+202E>lix<U+001B>[2J<U+000A> ", "from");
    }

    [Fact]
    public void A_system_has_no_trace_unless_one_begins() => Assert.Null(MessageTrace.Of(Sys));

    [Theory]
    [InlineData("default")]
    [InlineData("crash-in-round")]
    [InlineData("cut-off")]
    [InlineData("one-silent")]
    public async Task A_traced_replay_comes_out_as_any_other_and_its_trace_is_the_same_each_time(string name)
    {
        var scenario = ScenarioFolder.Load(name);
        var (first, second) = (new List<string>(), new List<string>());

        var traced = await Replay.RunAsync(scenario, TimeProvider.System, CancellationToken.None, trace: first.Add);
        await Replay.RunAsync(scenario, TimeProvider.System, CancellationToken.None, trace: second.Add);

        Assert.Equal((await ReplayTests.Run(scenario)).Events, traced.Events);
        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    private void Begin() => MessageTrace.Begin(Sys, since: null, _lines.Enqueue);

    private Task Seen(string what, string from) => AwaitConditionAsync(
        () => Task.FromResult(_lines.Any(line => line.Contains(what, StringComparison.Ordinal) && line.Contains($"  {from}", StringComparison.Ordinal))), Limit);
}
