using System.Threading.Channels;
using Akka.Actor;

namespace Akka.Remote.Tests;

/// <summary>An actor whose messages a test reads, one after the other.</summary>
public sealed class Recorder
{
    /// <summary>Far more than anything here takes, even on a machine with other things to do.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();

    private Recorder(IActorRefFactory system, string name) => Ref = system.ActorOf(Props.Create(() => new RecordingActor(_received.Writer)), name);

    public IActorRef Ref { get; }

    public static Recorder Start(IActorRefFactory system, string name) => new(system, name);

    /// <summary>The next message, which has to be a <typeparamref name="T"/>.</summary>
    public async Task<T> Next<T>() => Assert.IsAssignableFrom<T>((await NextReceived()).Message);

    /// <summary>The next message of type <typeparamref name="T"/>; others before it are passed over.</summary>
    public async Task<T> First<T>(Predicate<T>? wanted = null)
    {
        while (true)
        {
            if ((await NextReceived()).Message is T message && (wanted is null || wanted(message)))
                return message;
        }
    }

    public async Task<Received> NextReceived()
    {
        using var limit = new CancellationTokenSource(Limit);
        return await _received.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Whether messages are there that nobody has read.</summary>
    public bool HasMore => _received.Reader.TryPeek(out _);

    public sealed record Received(object Message, IActorRef Sender);

    /// <summary>Makes the recorder watch an actor, or no longer; answered by <see cref="Done"/>.</summary>
    public sealed record Watch(IActorRef Subject);

    public sealed record Unwatch(IActorRef Subject);

    /// <summary>Makes the recorder send a message in its own name.</summary>
    public sealed record Say(ICanTell To, object Message);

    public sealed record Done;

    private sealed class RecordingActor(ChannelWriter<Received> received) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Watch watch:
                    Context.Watch(watch.Subject);
                    Sender.Tell(new Done());
                    break;
                case Unwatch unwatch:
                    Context.Unwatch(unwatch.Subject);
                    Sender.Tell(new Done());
                    break;
                case Say say:
                    say.To.Tell(say.Message, Self);
                    break;
                default:
                    received.TryWrite(new Received(message, Sender));
                    break;
            }
        }
    }
}
