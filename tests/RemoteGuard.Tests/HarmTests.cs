using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Remote;
using RemoteGuard.Tests.Wire;

namespace RemoteGuard.Tests;

/// <summary>What one message of a stranger does to a node without the guard, it does not do to a node with it.</summary>
public sealed class HarmTests
{
    private const string Kill = "K";
    private const string PoisonPill = "PP";

    [Theory]
    [InlineData("user", Kill)]
    [InlineData("system", Kill)]
    [InlineData("system/endpointManager", Kill)]
    [InlineData("system/transports", Kill)]
    [InlineData("system/remote-watcher", Kill)]
    [InlineData("system/remote-watcher", PoisonPill)]
    [InlineData("user/echo", Kill)]
    [InlineData("user/echo", PoisonPill)]
    [InlineData("system/remote-guard", Kill)]
    public async Task Nobody_is_stopped(string actor, string what)
    {
        await using var node = GuardedNode.Start();
        using var stranger = await Stranger.AssociateAsync(node);
        var message = TestFrames.Payload(TestFrames.Misc, what, []);

        await stranger.SendAsync(
            TestFrames.Envelope(node.Root + actor, message),
            TestFrames.SelectNames(node.Root, message, null, actor),
            TestFrames.Select(node.Root, message, null, [.. actor.Split('/').SkipLast(1).Select(name => (2, name)), (3, "*")]));

        Assert.True(await stranger.IsHeardAsync(node));
        await AssertServesAsync(node);
    }

    [Theory]
    [InlineData("user/echo", "Suspend")]
    [InlineData("user", "Suspend")]
    [InlineData("user/echo", "Terminate")]
    [InlineData("user/echo", "Recreate")]
    [InlineData("user", "Failed")]
    [InlineData("user/echo", "Supervise")]
    public async Task Who_sends_an_order_of_the_system_has_to_go(string actor, string what)
    {
        await using var node = GuardedNode.Start();
        using var stranger = await Stranger.AssociateAsync(node);

        await stranger.SendAsync(TestFrames.Envelope(node.Root + actor, TestFrames.Payload(TestFrames.SystemMessages, $"Akka.Dispatch.SysMsg.{what}, Akka", []), number: 0));

        Assert.False(await stranger.IsHeardAsync(node));
        await AssertServesAsync(node);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task No_type_is_created_that_a_stranger_names(int serializer)
    {
        await using var node = GuardedNode.Start();
        using var stranger = await Stranger.AssociateAsync(node);
        var type = $"{typeof(Trap).FullName}, {typeof(Trap).Assembly.GetName().Name}";
        var gadget = System.Text.Encoding.UTF8.GetBytes($$"""{"$type":"{{type}}"}""");

        await stranger.SendAsync(
            TestFrames.Envelope(node.Echo, TestFrames.Payload(serializer, type, gadget)),
            TestFrames.Envelope(node.Echo, TestFrames.Payload(serializer, "", gadget)),
            TestFrames.Envelope(node.Echo, TestFrames.Payload(TestFrames.Misc, "ID", TestFrames.Message(identify => identify.Field(1, TestFrames.Payload(serializer, type, gadget))))),
            TestFrames.SelectNames(node.Root, TestFrames.Payload(serializer, "", gadget), null, "user/echo"));

        Assert.True(await stranger.IsHeardAsync(node));
        Assert.False(Trap.WasCreated);
        await AssertServesAsync(node);
    }

    [Theory]
    [InlineData("connects = off")]
    [InlineData("connects = on")]
    public async Task No_connection_is_opened_where_a_stranger_points(string settings)
    {
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        await using var node = GuardedNode.Start(settings: settings);
        using var stranger = await Stranger.AssociateAsync(node);
        var third = $"akka.tcp://Third@127.0.0.1:{((IPEndPoint)elsewhere.LocalEndpoint).Port}/user/x";

        await stranger.SendAsync(
            TestFrames.Envelope(node.Echo, TestFrames.Identify("x"), third),
            TestFrames.Envelope(node.Echo, TestFrames.Text("x"), third));

        Assert.True(await stranger.IsHeardAsync(node));
        await AssertServesAsync(node);
        Assert.False(elsewhere.Pending());
    }

    [Fact]
    public async Task A_node_that_connects_to_nobody_does_not_connect_back_either()
    {
        await using var node = GuardedNode.Start();
        var refused = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        node.System.ActorOf(Props.Create(() => new FailureWatch(refused)));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using (var stranger = await Stranger.ConnectAsync(node))
        {
            await stranger.SendAsync(TestFrames.Associate("Third", "127.0.0.1", port));
            await stranger.SendAsync(TestFrames.Envelope(
                $"{node.Root}user/gone#1", TestFrames.WatchOf($"{node.Root}user/gone#1", $"akka.tcp://Third@127.0.0.1:{port}/system/remote-watcher"), number: 0));
            while (!System.Text.Encoding.UTF8.GetString((await stranger.ReadAsync())!).Contains("DeathWatchNotification", StringComparison.Ordinal))
            {
            }
        }

        // That the actor is gone is a system message, which Akka.Remote tries to deliver by a connection of its own.
        Assert.Contains("akka.remote.guard.connects", await refused.Task.WaitAsync(GuardedNode.Limit), StringComparison.Ordinal);
        Assert.False(listener.Pending());
        await AssertServesAsync(node);
    }

    [Fact]
    public async Task The_name_of_one_that_is_connected_is_not_taken()
    {
        await using var node = GuardedNode.Start();
        using var honest = await Stranger.AssociateAsync(node);
        using var liar = await Stranger.ConnectAsync(node);

        await liar.SendAsync(TestFrames.Associate("Stranger", "127.0.0.1", honest.Port, uid: 43));

        Assert.Null(await liar.ReadAsync());
        Assert.True(await honest.IsHeardAsync(node));
    }

    [Fact]
    public async Task The_name_of_the_node_itself_is_not_taken()
    {
        await using var node = GuardedNode.Start();
        using var liar = await Stranger.ConnectAsync(node);

        await liar.SendAsync(TestFrames.Associate("Guarded", "127.0.0.1", node.Port));

        Assert.Null(await liar.ReadAsync());
        await AssertServesAsync(node);
    }

    [Fact]
    public async Task A_node_that_takes_no_connections_answers_nobody()
    {
        await using var node = GuardedNode.Start(settings: "accepts = off");
        using var stranger = await Stranger.ConnectAsync(node);

        await stranger.SendAsync(TestFrames.Associate("Stranger", "127.0.0.1", stranger.Port));

        Assert.Null(await stranger.ReadAsync());
    }

    [Fact]
    public async Task A_first_frame_that_is_no_handshake_ends_the_connection()
    {
        await using var node = GuardedNode.Start();
        using var stranger = await Stranger.ConnectAsync(node);

        await stranger.SendAsync(TestFrames.Envelope(node.Echo, TestFrames.Text("x")));

        Assert.Null(await stranger.ReadAsync());
        await AssertServesAsync(node);
    }

    [Fact]
    public async Task A_handshake_of_more_than_a_kilobyte_ends_the_connection()
    {
        await using var node = GuardedNode.Start();
        using var stranger = await Stranger.ConnectAsync(node);

        await stranger.SendAsync([.. TestFrames.Associate("Stranger", "127.0.0.1", stranger.Port), .. new byte[1024]]);

        Assert.Null(await stranger.ReadAsync());
        await AssertServesAsync(node);
    }

    private static async Task AssertServesAsync(GuardedNode node)
    {
        var other = GuardedNode.StartPlain("Other");
        await node.AssertServesAsync(other);
        await other.Terminate();
    }

    private sealed class FailureWatch : ReceiveActor
    {
        public FailureWatch(TaskCompletionSource<string> refused)
        {
            Receive<AssociationErrorEvent>(failed => refused.TrySetResult(failed.Cause.GetBaseException().Message));
            Context.System.EventStream.Subscribe(Self, typeof(AssociationErrorEvent));
        }
    }

    /// <summary>Made by nobody but who follows a name on the wire.</summary>
    public sealed class Trap
    {
        public Trap() => WasCreated = true;

        public static bool WasCreated { get; private set; }
    }
}
