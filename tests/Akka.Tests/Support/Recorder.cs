using System.Threading.Channels;
using Akka.Actor;

namespace Akka.Tests.Support;

/// <summary>An actor that keeps what it receives until the test asks for it.</summary>
internal sealed class Recorder
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly Channel<(object Message, IActorRef Sender)> _received =
        Channel.CreateUnbounded<(object Message, IActorRef Sender)>();

    public Recorder(ActorSystem system, string? name = null) =>
        Ref = system.ActorOf(Props.Create(() => new Keeper(_received.Writer)), name);

    public IActorRef Ref { get; }

    public IActorRef LastSender { get; private set; } = ActorRefs.Nobody;

    /// <summary>The next message, which must be of the type.</summary>
    public async Task<T> NextAsync<T>()
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var (message, sender) = await _received.Reader.ReadAsync(limit.Token);
        LastSender = sender;
        return Assert.IsType<T>(message, exactMatch: false);
    }

    /// <summary>The next message of the type for which the condition holds; others are left out.</summary>
    public async Task<T> NextWhereAsync<T>(Func<T, bool> condition)
    {
        while (true)
        {
            if (await NextAsync<object>() is T message && condition(message)) return message;
        }
    }

    /// <summary>That nothing came before a marker sent now.</summary>
    public async Task AssertNothingElseAsync()
    {
        var marker = new Marker();
        Ref.Tell(marker, ActorRefs.NoSender);
        Assert.Same(marker, await NextAsync<object>());
    }

    private sealed class Marker;

    private sealed class Keeper : ReceiveActor
    {
        public Keeper(ChannelWriter<(object Message, IActorRef Sender)> received) =>
            ReceiveAny(message => received.TryWrite((message, Sender)));
    }
}
