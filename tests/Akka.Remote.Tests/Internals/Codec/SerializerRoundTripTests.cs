using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Proto;
using Akka.Remote.Serialization;

namespace Akka.Remote.Tests.Internals.Codec;

/// <summary>Messages of every kind that cross the wire, in each other, come out as they went in.</summary>
public sealed class SerializerRoundTripTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private ExtendedActorSystem _system = null!;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    public Task InitializeAsync()
    {
        _system = (ExtendedActorSystem)_nodes.Start("Node");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_message_comes_out_as_it_went_in(int seed)
    {
        var wire = new RandomWire(seed);
        for (var i = 0; i < 100; i++)
        {
            var message = Message(wire, depth: 0);

            var payload = WireSerialization.ToPayload(_system, message);
            var again = WireSerialization.FromPayload(_system, Payload.Parser.ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(payload)));

            Assert.Equal(Shown(message), Shown(again));
        }
    }

    private object Message(RandomWire wire, int depth) => wire.Next(depth > 5 ? 5 : 16) switch
    {
        0 => wire.Text(),
        1 => wire.Pick(0, -1, int.MinValue, int.MaxValue),
        2 => wire.Pick(0L, -1L, long.MinValue, long.MaxValue),
        3 => wire.Bytes(),
        4 => Ref(wire),
        5 => PoisonPill.Instance,
        6 => Kill.Instance,
        7 => RemoteWatcher.Heartbeat.Instance,
        8 => new RemoteWatcher.HeartbeatRsp(wire.Pick(0, -1, int.MinValue, int.MaxValue)),
        9 => new Identify(Inner(wire, depth)),
        10 => new ActorIdentity(Inner(wire, depth), wire.Chance() ? Ref(wire) : null),
        11 => new Status.Success(Inner(wire, depth)!),
        12 => new Status.Failure(Failure(wire, depth), Inner(wire, depth)!),
        13 => new ActorSelectionMessage(Message(wire, depth + 1), [.. Enumerable.Range(0, wire.Next(20)).Select(_ => Step(wire))]),
        14 => wire.Chance() ? new Watch(Ref(wire), Ref(wire)) : new Unwatch(Ref(wire), Ref(wire)),
        _ => new DeathWatchNotification(Ref(wire), wire.Chance(), wire.Chance()),
    };

    private object? Inner(RandomWire wire, int depth) => wire.Next(4) == 0 ? null : Message(wire, depth + 1);

    private IInternalActorRef Ref(RandomWire wire) =>
        (IInternalActorRef)_system.Provider.ResolveActorRef($"{wire.Address()}/user/a{wire.Next(100)}/b{(wire.Chance() ? "#" + wire.Next(int.MaxValue) : "")}".Replace("akka.mem", "akka.tcp", StringComparison.Ordinal));

    private static InvalidOperationException Failure(RandomWire wire, int depth) =>
        new(wire.Text(), wire.Chance() && depth < 10 ? Failure(wire, depth + 1) : null);

    // Names as they may stand on the wire; up comes before any pattern.
    private static SelectionPathElement Step(RandomWire wire) => wire.Chance() ? new SelectChildName("n" + wire.Next(9) + "#" + wire.Next(9)) : SelectParent.Instance;

    /// <summary>All of it as text: what has no equality of its own, its parts.</summary>
    private static string Shown(object? message) => message switch
    {
        null => "nothing",
        byte[] bytes => Convert.ToHexString(bytes),
        IActorRef actor => actor.Path.ToStringWithUid(),
        Identify identify => $"Identify({Shown(identify.MessageId)})",
        ActorIdentity identity => $"ActorIdentity({Shown(identity.MessageId)}, {Shown(identity.Subject)})",
        Status.Success success => $"Success({Shown(success.Status)})",
        Status.Failure failure => $"Failure({Shown(failure.Cause)}, {Shown(failure.State)})",
        Exception exception => $"{exception.Message}({Shown(exception.InnerException)})",
        ActorSelectionMessage selection => $"Selection({Shown(selection.Message)}, {string.Join<SelectionPathElement>('/', selection.Elements)})",
        Watch watch => $"Watch({Shown(watch.Watchee)}, {Shown(watch.Watcher)})",
        Unwatch unwatch => $"Unwatch({Shown(unwatch.Watchee)}, {Shown(unwatch.Watcher)})",
        DeathWatchNotification gone => $"Gone({Shown(gone.Actor)}, {gone.ExistenceConfirmed}, {gone.AddressTerminated})",
        _ => $"{message.GetType()} {message}",
    };
}
