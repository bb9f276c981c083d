namespace ActorSimulation.Tests;

public sealed class SimulatedNetworkTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Messages_arrive_in_order() => World.Play(1, world =>
    {
        var echoes = new Echoes(world);

        world.Run(100 * Second);

        Assert.Equal(Enumerable.Range(1, 100), echoes.Numbers);
    });

    [Fact]
    public void A_way_to_a_host_without_a_node_is_refused() => World.Play(1, world =>
    {
        world.AddNode("client");
        Action<string, string>[] faults = [world.Network.Cut, world.Network.Block, world.Network.Refuse, world.Network.Heal, (from, to) => world.Network.Slow(from, to, 2)];

        Assert.All(faults, fault => Assert.StartsWith("There is no node sever.", Assert.Throws<ArgumentException>(() => fault("client", "sever")).Message, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.StartsWith("There is no node sever.", Assert.Throws<ArgumentException>(() => fault("sever", "client")).Message, StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => world.Network.Slow("client", "client", 0));
    });

    [Fact]
    public void What_is_sent_on_a_blocked_way_arrives_when_the_way_is_healed() => World.Play(1, world =>
    {
        var echoes = new Echoes(world);
        world.Run(10.5 * Second);

        world.Network.Block("client0", "server");
        world.Run(3 * Second);
        var before = echoes.Numbers.ToList();
        world.Network.Heal("client0", "server");
        world.Run(Second);

        Assert.Equal(Enumerable.Range(1, 11), before);
        Assert.Equal(Enumerable.Range(1, 15), echoes.Numbers);
    });

    [Fact]
    public void A_block_holds_up_only_one_direction() => World.Play(1, world =>
    {
        var echoes = new Echoes(world);
        world.Run(10.5 * Second);

        world.Network.Block("server", "client0");
        world.Run(2 * Second);

        Assert.Equal(11, echoes.Numbers.Last());
        world.Network.HealAll();
        world.Run(0.1 * Second);
        Assert.Equal(13, echoes.Numbers.Last());
    });

    [Fact]
    public void A_server_behind_a_block_is_lost_and_found_again_by_its_other_clients_only() => World.Play(1, world =>
    {
        var echoes = new Echoes(world, clients: 2);
        world.Run(10 * Second);

        world.Network.Block("server", "client0");
        world.Run(60 * Second);

        Assert.Equal(["client0 lost"], echoes.Heard.Where(line => line.EndsWith("lost", StringComparison.Ordinal)).Select(WithoutTime));
    });

    [Fact]
    public void What_was_on_its_way_when_a_connection_is_cut_is_lost() => World.Play(1, world =>
    {
        var echoes = new Echoes(world);
        world.Run(10.5 * Second);

        world.Network.Block("client0", "server");
        world.Run(2 * Second);
        world.Network.Heal("client0", "server");
        world.Network.Cut("client0", "server");
        world.Run(20 * Second);

        Assert.DoesNotContain(12, echoes.Numbers);
        Assert.DoesNotContain(13, echoes.Numbers);
        Assert.Contains(30, echoes.Numbers);
        Assert.Contains(world.Log, entry => entry.Node == "client0" && entry.Message.Contains("gated", StringComparison.Ordinal));
    });

    // The original Akka.Remote takes the end of the gate from the system's clock, so it would never end here.
    [Fact]
    public void A_gate_after_a_failed_connect_lasts_for_its_time_in_the_world() => World.Play(1, world =>
    {
        var echoes = new Echoes(world, settings: "akka.remote.retry-gate-closed-for = 20 s");
        world.Network.Refuse("client0", "server");
        world.Run(0.5 * Second);

        world.Network.HealAll();
        world.Run(40 * Second);

        Assert.InRange(echoes.Numbers.First(), 21, 22);
    });

    [Fact]
    public void A_slow_way_takes_so_many_times_as_long() => World.Play(1, world =>
    {
        world.Network.LeastLatency = world.Network.MostLatency = TimeSpan.FromMilliseconds(1);
        world.Network.Delay = TimeSpan.Zero;
        var echoes = new Echoes(world);
        world.Run(10.5 * Second);

        world.Network.Slow("server", "client0", 100);
        world.Run(Second);

        Assert.Equal("11.101000 client0 12", echoes.Heard[^1]);
    });

    [Fact]
    public void A_refused_connection_fails_at_once_and_an_unanswered_one_after_its_limit() => World.Play(1, world =>
    {
        _ = new Echoes(world, clients: 2);
        world.Network.Refuse("client0", "server");
        world.Network.Block("client1", "server");

        world.Run(40 * Second);

        Assert.True(FirstProblemOf(world, "client0") < Second);
        Assert.InRange(FirstProblemOf(world, "client1"), 15 * Second, 16 * Second);
    });

    private static TimeSpan FirstProblemOf(World world, string node) => world.Log.First(entry => entry.Node == node).Time;

    private static string WithoutTime(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
