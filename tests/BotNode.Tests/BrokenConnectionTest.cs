using System.Collections.Concurrent;
using System.Net;
using Akka.Configuration;
using BotNode.Bots;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Seeds;
using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests;

/// <summary>
/// A room and bot nodes that reach it only through a relay: the room's node listens at one loopback address and is known by
/// another one, where the relay is; the bot nodes are known by addresses where the relay is too, or where nobody listens, as those
/// on other machines are.
/// </summary>
public abstract class BrokenConnectionTest : IAsyncLifetime, IDisposable
{
    private const string RoomListens = "127.0.0.1";
    private const string RoomIsKnownAs = "127.0.0.2";
    private const string BotsAreKnownAs = "127.0.0.3";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private protected static readonly string[] Names = ["Marija", "Felix", "Madelen", "Rateb"];

    private readonly TemporaryFolder _folder = new();
    private readonly List<IAsyncDisposable> _started = [];
    private readonly Dictionary<string, ConcurrentQueue<RoomEvent>> _heard = Names.ToDictionary(name => name, _ => new ConcurrentQueue<RoomEvent>());
    private readonly ConcurrentQueue<RoomEvent> _events = new();

    /// <summary>Called on the room's thread before any bot hears of an event.</summary>
    private protected Action<RoomEvent>? OnHappened { get; set; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var started in Enumerable.Reverse(_started))
            await started.DisposeAsync();
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void AllHeardTheSame(Transcript transcript)
    {
        var events = transcript.Events.Select(happened => happened is Joined joined ? joined with { TicketDigest = null } : happened).ToList();
        foreach (var (name, heard) in _heard)
        {
            Assert.Equal(events.Take(heard.Count), heard);
            Assert.Contains(heard, happened => happened is Left { How: Leaving.Bye } left && left.Name == name);
        }
    }

    private protected async Task<OpenRoom> RoomAsync(RoomSettings settings, Config config)
    {
        var cast = Content.LoadDefault().Value!;
        var scenario = new Scenario("test", Names.Select(name => cast.Find(name)!).ToValueList(), cast.Catalogue)
        {
            Room = settings with { ReplyTimeout = Limit, ClosingTimeout = Limit, JoinTimeout = Limit },
            Seed = 7,
        };
        var node = await StartAsync(RoomAddress.SystemName, config.WithFallback(NodeSettings.Seed().Value!.Akka), RoomIsKnownAs, CancellationToken.None);
        _started.Add(node);
        var path = _folder.File("talk.jsonl");
        var file = TranscriptFile.Create(path);
        var header = new TranscriptHeader(scenario.Name, "", 7, scenario.Names, scenario.Room, "test");
        var observer = new Watching(new TranscriptObserver(file, header, past: null), _events, happened => OnHappened?.Invoke(happened));
        node.System.ActorOf(ChatroomActor.Props(scenario, 7, observer), ChatroomActor.Name);
        var relay = new CuttingProxy();
        _started.Add(relay);
        Carry(relay, RoomIsKnownAs, node);
        return new OpenRoom(new RoomAddress(RoomIsKnownAs, node.Port), relay, observer, file, path);
    }

    private protected async Task<BotNews> Bot(string name, OpenRoom room, IMind mind, Config config, bool isReachable = false)
    {
        var settings = new BotSettings { Name = name, Ticket = $"ticket of {name}", CheckEvery = TimeSpan.FromSeconds(1) };
        var bot = new BotSession(settings, mind, news =>
        {
            if (news is BotNews.Heard heard)
                _heard[name].Enqueue(heard.Happened);
        });
        var home = new BotRunner(
            async starting =>
            {
                var node = await StartAsync("Bot", config.WithFallback(NodeSettings.Bot().Value!), BotsAreKnownAs, starting);
                if (isReachable)
                    Carry(room.Relay, BotsAreKnownAs, node);
                return node;
            },
            room.Address, patience: Limit, onLost: () => { }, TimeProvider.System);
        var endings = await home.RunAsync([bot], Limit, (_, _) => { }, CancellationToken.None).WaitAsync(Limit);
        return Assert.Single(endings);
    }

    private static Task<ActorNode> StartAsync(string name, Config settings, string knownAs, CancellationToken starting) =>
        ActorNode.StartAsync(new NodeStart(name, settings, "test.conf", RoomListens, 0, knownAs), TextWriter.Null, starting);

    private static void Carry(CuttingProxy relay, string knownAs, ActorNode node) => relay.Carry(
        new IPEndPoint(IPAddress.Parse(knownAs), node.Port), new IPEndPoint(IPAddress.Parse(RoomListens), node.Port));

    private protected Task SeenAsync<T>() => UntilAsync(events => events.OfType<T>().Any());

    private protected async Task UntilAsync(Predicate<IReadOnlyCollection<RoomEvent>> isSo)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!isSo(_events))
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }

    private protected sealed record OpenRoom(RoomAddress Address, CuttingProxy Relay, Watching Observer, LastingWriter File, string Path)
    {
        public async Task<Transcript> TranscriptAsync()
        {
            await Observer.Closed.WaitAsync(Limit);
            await File.DisposeAsync();
            var transcript = TranscriptReader.Read(Path);
            Assert.Empty(transcript.Errors);
            return transcript.Value!;
        }
    }

    private protected sealed class Watching(TranscriptObserver transcript, ConcurrentQueue<RoomEvent> events, Action<RoomEvent> onHappened) : IRoomObserver
    {
        private readonly EndObserver _end = new(past: null);

        public Task<CloseReason> Closed => _end.Ended;

        public void Happened(RoomEvent happened)
        {
            transcript.Happened(happened);
            _end.Happened(happened);
            events.Enqueue(happened);
            onHappened(happened);
        }

        public void Broke(Exception cause) => _end.Broke(cause);
    }

    private protected sealed class Gate
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task WhenOpen => _open.Task;

        public void Open() => _open.SetResult();
    }

    /// <summary>Says always the same, but not before the gate is open; in other rounds than <paramref name="round"/> at once, when one is given.</summary>
    private protected sealed class Saying(string text, Gate? gate = null, int? round = null) : IMind
    {
        public async Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            if (gate is not null && (round ?? prompt.Round) == prompt.Round)
                await gate.WhenOpen.WaitAsync(cancellationToken);
            return text;
        }
    }
}
