using Akka.Actor;

namespace Chatroom.Actors.Tests;

public sealed class BotSessionTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_bot_that_crashed_between_two_lives_does_not_come_back()
    {
        using var system = ActorSystem.Create("test");
        var bot = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => { });
        var first = bot.RunAsync(system, ActorRefs.Nobody, null, TimeSpan.FromMilliseconds(1));
        Assert.IsType<BotNews.NobodyThere>(await first.WaitAsync(Limit));

        await bot.CrashAsync(Limit, TimeProvider.System);

        var second = bot.RunAsync(system, ActorRefs.Nobody, null, Limit * 10);
        Assert.Equal(new BotNews.Ended(null), await second.WaitAsync(Limit));
    }

    [Fact]
    public async Task A_bot_that_is_abandoned_in_one_system_does_not_end_in_the_next_one()
    {
        using var system = ActorSystem.Create("test");
        using var goOn = new ManualResetEventSlim();
        var isIn = new TaskCompletionSource();
        var bot = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ =>
        {
            isIn.TrySetResult();
            goOn.Wait(Limit);
        });
        var first = bot.RunAsync(system, system.ActorOf(Props.Create(() => new Welcoming())), null, Limit * 10);
        await isIn.Task.WaitAsync(Limit);

        var abandoning = bot.AbandonAsync(new BotNews.RoomLost(), Limit, TimeProvider.System);
        var second = bot.RunAsync(system, ActorRefs.Nobody, null, Limit * 10);
        goOn.Set();

        await abandoning.WaitAsync(Limit);
        Assert.Equal(new BotNews.RoomLost(), await first.WaitAsync(Limit));
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task In_a_system_that_has_ended_a_bot_ends_when_it_is_abandoned()
    {
        using var system = ActorSystem.Create("test");
        await system.Terminate();
        var bot = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => { });
        var living = bot.RunAsync(system, ActorRefs.Nobody, null, Limit * 10);

        await bot.AbandonAsync(new BotNews.RoomLost(), TimeSpan.Zero, TimeProvider.System);

        Assert.Equal(new BotNews.RoomLost(), await living.WaitAsync(Limit));
    }

    [Fact]
    public async Task A_bot_that_loses_its_room_after_the_end_of_the_last_round_has_ended_if_the_room_is_not_found_again()
    {
        using var system = ActorSystem.Create("test");
        var bot = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => { });
        var room = system.ActorOf(Props.Create(() => new Closing()));
        var first = bot.RunAsync(system, room, null, Limit);
        await room.Ask<ChatroomProtocol.Bye>("tell when it says Bye", Limit);
        await bot.AbandonAsync(new BotNews.RoomLost(), Limit, TimeProvider.System);
        Assert.Equal(new BotNews.RoomLost(), await first.WaitAsync(Limit));

        var second = await bot.RunAsync(system, ActorRefs.Nobody, null, TimeSpan.FromMilliseconds(1)).WaitAsync(Limit);

        Assert.Equal(new BotNews.NobodyThere(), second);
        Assert.Equal(new BotNews.Ended(Leaving.Bye), bot.Judge(second));
    }

    /// <summary>A room that lets everybody in.</summary>
    private sealed class Welcoming : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(new ChatroomProtocol.Welcome("Felix", 7, 1));
    }

    /// <summary>A room whose conversation is over; it answers no Bye.</summary>
    private sealed class Closing : UntypedActor
    {
        private IActorRef? _asker;
        private bool _hasHeardBye;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case ChatroomProtocol.Join:
                    Sender.Tell(new ChatroomProtocol.Welcome("Felix", 7, 1));
                    Sender.Tell(new ChatroomProtocol.Over());
                    break;
                case ChatroomProtocol.Bye:
                    _hasHeardBye = true;
                    break;
                default:
                    _asker = Sender;
                    break;
            }

            if (_hasHeardBye)
                _asker?.Tell(new ChatroomProtocol.Bye());
        }
    }
}
