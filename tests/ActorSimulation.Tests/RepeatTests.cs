using System.Globalization;

namespace ActorSimulation.Tests;

public sealed class RepeatTests
{
    private static readonly Func<World, Echoes, SimulatedNode, TimeSpan, Action>[] Faults =
    [
        (world, _, node, _) => () => world.Network.Cut("server", node.Name),
        (world, _, node, span) => () => For(world, span, () => world.Network.Block("server", node.Name), () => world.Network.Heal("server", node.Name)),
        (world, _, node, span) => () => For(world, span, () => world.Network.Block(node.Name, "server"), () => world.Network.Heal(node.Name, "server")),
        (world, _, node, span) => () => For(world, span, () => world.Network.Slow("server", node.Name, 500), () => world.Network.Heal("server", node.Name)),
        (_, _, node, span) => () => node.Pause(span),
        (world, echoes, node, span) => () => For(world, span, () => node.Kill(DrawEnding(world)), () => StartAgain(node, () => echoes.StartClient(node))),
        (world, echoes, _, span) => () => For(world, span, () => echoes.Server.Kill(DrawEnding(world)), () => StartAgain(echoes.Server, echoes.StartServer)),
    ];

    [Fact]
    public void A_seed_gives_the_same_messages_and_the_same_bytes_at_the_same_times()
    {
        var once = Play(1);

        Assert.Equal([once, once, once], [Play(1), Play(1), Play(1)]);
    }

    [Fact]
    public void Worlds_that_are_played_at_the_same_time_do_not_touch_each_other()
    {
        var alone = Play(2);

        var together = new string[4];
        var threads = Enumerable.Range(0, together.Length).Select(number => new Thread(() => together[number] = Play(number % 2 == 0 ? 2 : 3))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal([alone, alone], [together[0], together[2]]);
        Assert.Equal(together[1], together[3]);
    }

    [Fact]
    public void Another_seed_gives_another_run() => Assert.NotEqual(Play(4), Play(5));

    [Fact]
    public void Both_hashes_tell_two_runs_apart()
    {
        var (one, other) = (Hashes(4), Hashes(5));

        Assert.NotEqual(one.Trace, other.Trace);
        Assert.NotEqual(one.Wire, other.Wire);
    }

    [Fact]
    public void Whether_lines_are_wanted_makes_no_difference()
    {
        using var lines = new StringWriter();

        Assert.Equal(Play(6), Play(6, lines));
        Assert.Contains("server /user/echo Int32", lines.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A hundred seconds with a fault every five seconds, then a minute without; what has come of it, with both hashes.</summary>
    private static string Play(long seed, TextWriter? lines = null) => World.Play(
        seed,
        world =>
        {
            var echoes = new Echoes(world, clients: 3);
            for (var fault = 0; fault < 20; fault++)
            {
                world.Run(TimeSpan.FromSeconds(5));
                var span = world.Chance.Between(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(20));
                world.Chance.Pick(Faults)(world, echoes, world.Chance.Pick(echoes.Clients), span)();
            }

            world.Network.HealAll();
            world.Run(TimeSpan.FromSeconds(60));
            return string.Create(CultureInfo.InvariantCulture, $"{world.TraceHash} {world.WireHash} {world.Turns} {echoes.Heard[^1]}");
        },
        lines);

    private static (string Trace, string Wire) Hashes(long seed) => World.Play(seed, world =>
    {
        _ = new Echoes(world);
        world.Run(TimeSpan.FromSeconds(5));
        return (world.TraceHash, world.WireHash);
    });

    private static NodeEnding DrawEnding(World world) => world.Chance.Pick(Enum.GetValues<NodeEnding>());

    private static void For(World world, TimeSpan span, Action begin, Action end)
    {
        begin();
        world.After(span, end);
    }

    private static void StartAgain(SimulatedNode node, Action start)
    {
        if (!node.IsUp)
            start();
    }
}
