using Akka.Configuration;
using Akka.Remote;

namespace ActorSimulation.Tests;

public sealed class SimulatedNodeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(NodeEnding.Closed)]
    [InlineData(NodeEnding.Reset)]
    [InlineData(NodeEnding.Silent)]
    public void A_killed_node_is_missed_and_found_again_when_it_is_started(NodeEnding ending) => World.Play(1, world =>
    {
        var echoes = new Echoes(world);
        world.Run(10.5 * Second);

        echoes.Server.Kill(ending);
        world.Run(20 * Second);
        Assert.EndsWith("client0 lost", echoes.Heard[^1], StringComparison.Ordinal);
        echoes.StartServer();
        world.Run(20 * Second);

        Assert.Equal(51, echoes.Numbers.Last());
    });

    [Fact]
    public void A_killed_node_is_another_system_when_it_is_started_again() => World.Play(1, world =>
    {
        var node = world.AddNode("node");
        var one = node.Start("System", 1, Config.Empty);
        node.Kill();
        var other = node.Start("System", 1, Config.Empty);

        Assert.NotEqual(AddressUidExtension.Uid(one), AddressUidExtension.Uid(other));
    });

    [Fact]
    public void A_stopped_node_does_afterwards_what_it_would_have_done() => World.Play(1, world =>
    {
        var echoes = new Echoes(world);
        world.Run(10.5 * Second);

        echoes.Server.Pause(3 * Second);
        world.Run(2.9 * Second);
        Assert.Equal(11, echoes.Numbers.Last());
        world.Run(0.2 * Second);

        Assert.Equal(Enumerable.Range(1, 14), echoes.Numbers);
    });

    [Fact]
    public void Timers_of_a_node_wait_while_it_is_stopped_and_end_with_its_process() => World.Play(1, world =>
    {
        var node = world.AddNode("node");
        var rang = new List<TimeSpan>();
        using var timer = node.Time.CreateTimer(_ => rang.Add(world.Now), null, Second, Second);

        node.Pause(2.5 * Second);
        world.Run(4.5 * Second);
        node.Kill();
        world.Run(10 * Second);

        Assert.Equal([2.5 * Second, 2.5 * Second, 3 * Second, 4 * Second], rang);
    });

    [Fact]
    public void A_node_can_end_one_of_its_systems() => World.Play(1, world =>
    {
        var echoes = new Echoes(world);
        var other = echoes.Clients[0].Start("Other", 2000, Config.Empty);
        world.Run(10.5 * Second);

        echoes.Clients[0].End(other);
        world.Run(10 * Second);

        Assert.Equal(21, echoes.Numbers.Last());
        Assert.True(echoes.Clients[0].IsUp);
    });

    [Fact]
    public void A_port_is_taken_once() => World.Play(1, world =>
    {
        var node = world.AddNode("node");
        node.Start("One", 1, Config.Empty);

        var error = Assert.Throws<SimulationException>(() => node.Start("Other", 1, Config.Empty));

        Assert.Equal("An actor system of node listens on port 1 already.", error.Message);
    });
}
