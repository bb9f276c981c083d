using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport;

namespace RemoteGuard.Tests.InProcess;

/// <summary>The guard between a transport without a network and somebody who notes what it lets in.</summary>
internal sealed class GuardInProcess : IAsyncDisposable, IAssociationEventListener
{
    private readonly ActorSystem _system;

    private readonly bool _actorsWork;
    private readonly bool _listensAtOnce;

    private GuardInProcess(ActorSystem system, bool actorsWork, bool listensAtOnce, TimeProvider time)
    {
        (_system, _actorsWork, _listensAtOnce) = (system, actorsWork, listensAtOnce);
        Below = new FakeTransport(system);
        Guard = new GuardTransport(Below, (ExtendedActorSystem)system, time);
    }

    /// <summary>The transport below.</summary>
    public FakeTransport Below { get; }

    /// <summary>The guard.</summary>
    public GuardTransport Guard { get; }

    /// <summary>What came through: on each connection, in order.</summary>
    public Dictionary<AssociationHandle, Heard> Let { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The connection that was let in last.</summary>
    public AssociationHandle? Last { get; private set; }

    /// <summary>Starts one.</summary>
    /// <param name="settings">Below akka.remote.guard.</param>
    /// <param name="actorsWork">Whether the guard's questions to this node's actors are answered at once.</param>
    /// <param name="listensAtOnce">Whether each connection is listened to at once; if not, when <see cref="Listen"/> says so.</param>
    /// <param name="time">The guard's clock; null for the machine's.</param>
    public static async Task<GuardInProcess> StartAsync(string settings, bool actorsWork = true, bool listensAtOnce = true, TimeProvider? time = null)
    {
        var guard = new GuardInProcess(ActorSystem.Create("Here", ConfigurationFactory.ParseString(
            $"akka {{ loglevel = OFF, stdout-loglevel = OFF, loggers = [], remote.guard {{ {settings} }} }}")), actorsWork, listensAtOnce, time ?? TimeProvider.System);
        var (_, listener) = await guard.Guard.Listen();
        listener.SetResult(guard);
        return guard;
    }

    /// <inheritdoc />
    public void Notify(IAssociationEvent ev)
    {
        Last = ((InboundAssociation)ev).Association;
        if (_listensAtOnce)
            Listen();
    }

    /// <summary>Somebody connects, and is listened to from then on if that is done at once.</summary>
    /// <param name="host">The IP address that it comes from.</param>
    /// <param name="port">Its port.</param>
    public async Task<FakeConnection> ComeAsync(string host, int port)
    {
        var connection = await Below.ComeAsync(host, port);
        if (_listensAtOnce)
            await ((GuardConnection)Last!).Listening;
        return connection;
    }

    /// <summary>Begins to listen to the connection that was let in last.</summary>
    public async Task ListenAsync()
    {
        Listen();
        await ((GuardConnection)Last!).Listening;
    }

    private void Listen() => Last!.ReadHandlerSource.SetResult(Let[Last] = new Heard(_actorsWork ? Guard : null));

    public async ValueTask DisposeAsync() => await _system.Terminate();
}

/// <summary>Notes what comes through on one connection.</summary>
/// <param name="answered">The guard whose questions are answered; null when nobody does.</param>
internal sealed class Heard(GuardTransport? answered) : IHandleEventListener
{
    /// <summary>Whom the guard has asked how far it has come.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The frames.</summary>
    public List<byte[]> Frames { get; } = [];

    /// <summary>Whether the connection has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <inheritdoc />
    public void Notify(IHandleEvent ev)
    {
        lock (Frames)
        {
            if (ev is InboundPayload payload && !IsQuestion(payload.Payload.ToByteArray()))
                Frames.Add(payload.Payload.ToByteArray());
            HasEnded |= ev is Disassociated;
        }
    }

    private bool IsQuestion(byte[] frame)
    {
        if (frame.AsSpan().IndexOf("system/remote-guard"u8) < 0)
            return false;
        Asked.Add(Encoding.ASCII.GetString(RemoteGuard.Wire.Frame.Read(frame).Recipient));
        var id = Regex.Match(Encoding.ASCII.GetString(frame), @"(\d+) (\d+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups;
        answered?.Processed(long.Parse(id[1].ValueSpan, CultureInfo.InvariantCulture), long.Parse(id[2].ValueSpan, CultureInfo.InvariantCulture));
        return true;
    }
}
