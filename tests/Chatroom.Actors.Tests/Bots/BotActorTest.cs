using System.Threading.Channels;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Configs;
using Akka.TestKit.Xunit2;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>A bot in virtual time; the test actor stands in for its room.</summary>
public abstract class BotActorTest() : TestKit(TestConfigs.TestSchedulerConfig)
{
    protected static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    protected static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    protected static readonly Suggestion Party = new("chill", "party", null, "Party?");

    private protected readonly Channel<BotNews> _news = Channel.CreateUnbounded<BotNews>();
    private protected readonly BotSettings _settings = new() { Name = "Felix" };

    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    protected IActorRef Bot(IMind? mind = null, BotSettings? settings = null) =>
        Sys.ActorOf(BotActor.Props(TestActor, settings ?? _settings, mind ?? new Saying("ok"), news => _news.Writer.TryWrite(news)));

    /// <summary>A bot that is in the room, and has heard of the room's first two events.</summary>
    protected async Task<IActorRef> Welcomed(IMind? mind = null, BotSettings? settings = null)
    {
        var bot = Bot(mind, settings);
        await ExpectMsgAsync<Join>(Limit);
        bot.Tell(new Welcome("Felix", 7, 2));
        bot.Tell(new Happened(new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 1)));
        bot.Tell(new Happened(new Joined(2, 0, "Felix", "local")));
        return bot;
    }

    /// <summary>The bot has taken whatever it was told before: its messages come one after the other.</summary>
    protected static Task AllIsHeard(IActorRef bot) => bot.Ask<ActorIdentity>(new Identify(1), Limit);

    protected async Task<BotNews> Ending() =>
        await _news.Reader.ReadAllAsync().FirstAsync(news => news is not (BotNews.Welcomed or BotNews.Heard)).AsTask().WaitAsync(Limit);

    protected ValueTask<T> Fish<T>() where T : class => FishForMessageAsync<T>(_ => true, Limit);

    /// <summary>Answers always the same.</summary>
    private protected sealed class Saying(string? text) : IMind
    {
        public List<Prompt> Asked { get; } = [];

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            Asked.Add(prompt);
            return Task.FromResult(text);
        }
    }
}
