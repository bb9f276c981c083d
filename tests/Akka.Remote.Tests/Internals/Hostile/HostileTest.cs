using System.Globalization;
using Akka.Actor;
using Akka.Event;
using Akka.Remote.Proto;
using Akka.Remote.Wire;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>
/// A node among strangers, who speak raw TCP. Whatever one of them did: in the end nothing was logged above a warning, no line of
/// the log is longer than a screen or broken, and no exception is left that nobody saw.
/// </summary>
public abstract class HostileTest : IAsyncLifetime
{
    // The texts of peers are cut; what is around them is short.
    private const int LongestLine = 2000;

    private const string LoggedButNotShown = "akka { loglevel = WARNING, loggers = [] }\n";

    private static int _lastPort = 20_000;

    private readonly Nodes _nodes = new();
    private readonly string _settings;
    private LogTap _log = null!;

    protected HostileTest(string settings = "") => _settings = settings;

    protected ActorSystem Node { get; private set; } = null!;

    /// <summary>Gets what strangers send to <see cref="RecorderPath"/>.</summary>
    private protected Recorder Recorder { get; private set; } = null!;

    protected string RecorderPath => At("/user/recorder");

    private protected Remoting Remoting => (Remoting)((RemoteActorRefProvider)((ExtendedActorSystem)Node).Provider).Transport;

    public virtual Task InitializeAsync()
    {
        Node = _nodes.Start("Node", LoggedButNotShown + _settings);
        _log = LogTap.On(Node);
        Recorder = Recorder.Start(Node, "recorder");
        Node.ActorOf(Props.Create<EchoActor>(), "echo");
        return Task.CompletedTask;
    }

    public virtual async Task DisposeAsync()
    {
        var lines = await _log.Lines();
        await _nodes.TerminateAll();
        Assert.All(lines, line => Assert.True(line.Level <= LogLevel.WarningLevel, $"{line.Level}: {line.Text}"));
        Assert.All(lines, line => Assert.True(line.Text.Length <= LongestLine, $"a line of {line.Text.Length} characters"));
        Assert.All(lines, line => Assert.DoesNotContain(line.Text, char.IsControl));
        var unobserved = UnobservedExceptions.Take();
        Assert.True(unobserved.Length == 0, unobserved);
    }

    /// <summary>The full path of something on the node.</summary>
    protected string At(string path) => Nodes.AddressOf(Node) + path;

    /// <summary>The warnings there are by now.</summary>
    private protected async Task<IReadOnlyList<string>> Warnings() => [.. (await _log.Lines()).Select(line => line.Text)];

    /// <summary>A stranger who is let in.</summary>
    private protected async Task<RawPeer> Stranger()
    {
        var peer = RawPeer.Connect(Node);
        Assert.Equal(CommandType.Associate, (await peer.Associate(uid: 1))?.Instruction.CommandType);
        return peer;
    }

    /// <summary>Another peer, a good one, associates, says something and is answered.</summary>
    private protected async Task AssertGoodPeerIsServed()
    {
        using var good = RawPeer.Connect(Node);
        var self = RawPeer.Self.WithPort(Interlocked.Increment(ref _lastPort));
        Assert.Equal(CommandType.Associate, (await good.Associate(self, uid: 2))?.Instruction.CommandType);
        var text = string.Create(CultureInfo.InvariantCulture, $"good {self.Port}");

        await good.SendFrame(Frames.Envelope(At("/user/echo"), Frames.Text(text), self + "/user/good"));

        Assert.Equal(text, (await NextEnvelope(good)).Message.Message.ToStringUtf8());
        await good.SendFrame(Frames.Control(CommandType.DisassociateShuttingDown));
    }

    /// <summary>What the stranger sent before has been worked off, and it is still listened to.</summary>
    private protected async Task AssertStillHeard(RawPeer peer)
    {
        await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Text("still here")));
        Assert.Equal("still here", await Recorder.Next<string>());
        Assert.False(Recorder.HasMore);
    }

    /// <summary>The next message to the peer; heartbeats and bare acknowledgements are passed over.</summary>
    private protected static async Task<RemoteEnvelope> NextEnvelope(RawPeer peer)
    {
        while (true)
        {
            var message = await peer.ReadPastHeartbeats();
            Assert.NotNull(message);
            Assert.Null(message.Instruction);
            if (Pdu.ReadPayload(message.Payload).Envelope is { } envelope)
                return envelope;
        }
    }

    /// <summary>Waits until the node has closed the connection, whatever it says before.</summary>
    private protected static async Task UntilClosed(RawPeer peer)
    {
        while (await peer.Read() is not null)
        {
        }
    }

    /// <summary>Waits until something is so.</summary>
    private protected static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (!holds())
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
    }
}
