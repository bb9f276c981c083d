using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport;

namespace RemoteGuard.Tests.InProcess;

/// <summary>The guard between a transport without a network and somebody who notes what it lets in.</summary>
internal sealed class GuardInProcess : IAsyncDisposable, IAssociationEventListener
{
    private readonly ActorSystem _system;

    private GuardInProcess(ActorSystem system)
    {
        _system = system;
        Below = new FakeTransport(system);
        Guard = new GuardTransport(Below, (ExtendedActorSystem)system, TimeProvider.System);
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
    public static async Task<GuardInProcess> StartAsync(string settings)
    {
        var guard = new GuardInProcess(ActorSystem.Create("Here", ConfigurationFactory.ParseString(
            $"akka {{ loglevel = OFF, stdout-loglevel = OFF, loggers = [], remote.guard {{ {settings} }} }}")));
        var (_, listener) = await guard.Guard.Listen();
        listener.SetResult(guard);
        return guard;
    }

    /// <inheritdoc />
    public void Notify(IAssociationEvent ev)
    {
        Last = ((InboundAssociation)ev).Association;
        Last.ReadHandlerSource.SetResult(Let[Last] = new Heard());
    }

    public async ValueTask DisposeAsync() => await _system.Terminate();
}

/// <summary>Notes what comes through on one connection.</summary>
internal sealed class Heard : IHandleEventListener
{
    /// <summary>The frames.</summary>
    public List<byte[]> Frames { get; } = [];

    /// <summary>Whether the connection has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <inheritdoc />
    public void Notify(IHandleEvent ev)
    {
        lock (Frames)
        {
            if (ev is InboundPayload payload)
                Frames.Add(payload.Payload.ToByteArray());
            HasEnded |= ev is Disassociated;
        }
    }
}
