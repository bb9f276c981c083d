using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Tests.Running;

/// <summary>A conversation across nodes that are no processes, in no time.</summary>
public sealed class ConversationRunTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_conversation_that_ends_by_its_rules_is_shown_and_gives_0()
    {
        var nodes = new FakeNodes(Of());
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        nodes.Suggests();
        nodes.Closes(CloseReason.Completed);

        Assert.Equal(0, await RunAsync(nodes));

        Assert.Equal("", nodes.Errors);
        Assert.Contains("Host: Let's read!", nodes.Output, StringComparison.Ordinal);
        Assert.All(nodes.Bots, bot => Assert.Equal([new NodeCommand.Join(FakeNodes.Address, ScriptedActions.None)], bot.CommandsLeft()));
        Assert.Equal([new NodeCommand.WaitNoMore()], nodes.Seed.CommandsLeft());
        Assert.Equal(CloseReason.Completed, nodes.Run.Transcript?.End.Reason);
    }

    [Fact]
    public void Nothing_starts_before_it_is_run() => Assert.Empty(new FakeNodes(Of()).Bots);

    [Fact]
    public async Task A_seed_node_that_ends_early_has_crashed_and_nobody_is_left_behind()
    {
        var nodes = new FakeNodes(Of()) { OnBotTold = (_, _) => { } };
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        nodes.Suggests();
        nodes.Seed.Ends(3);

        Assert.Equal(1, await RunAsync(nodes));

        Assert.Equal("botnode: seed node crashed: its process ended with exit code 3 in round 1.", nodes.Errors);
        Assert.All(nodes.Bots, bot => Assert.True(bot.WasKilled));
        Assert.Null(nodes.Run.Transcript);
    }

    [Fact]
    public async Task A_seed_node_that_could_not_run_has_said_why()
    {
        var nodes = new FakeNodes(Of());
        nodes.Seed.Ends(2);

        Assert.Equal((2, ""), (await RunAsync(nodes), nodes.Errors));
    }

    [Fact]
    public async Task A_seed_node_that_does_not_begin_with_its_address_is_not_understood()
    {
        var nodes = new FakeNodes(Of());
        nodes.Seed.Prints("Hello");
        nodes.Seed.Ends(0);

        Assert.Equal(1, await RunAsync(nodes));

        Assert.Equal("botnode: The seed node does not begin with its address but with: Hello", nodes.Errors);
    }

    [Fact]
    public async Task What_the_seed_node_found_not_as_expected_gives_1()
    {
        var nodes = new FakeNodes(Of());
        nodes.Opens();
        nodes.Closes(CloseReason.Completed);
        nodes.Seed.Ends(1);

        Assert.Equal((1, ""), (await RunAsync(nodes), nodes.Errors));
    }

    [Fact]
    public async Task A_bot_that_crashes_while_the_room_gathers_is_waited_for_no_longer()
    {
        var nodes = new FakeNodes(Of()) { OnBotTold = (bot, _) => bot.Ends(bot.Name == "Felix" ? 3 : 0) };
        nodes.Opens();
        nodes.Joins("Marija");
        var run = RunAsync(nodes);

        Assert.Equal(new NodeCommand.GiveUp(), await nodes.Seed.CommandAsync().WaitAsync(Limit));
        nodes.Closes(CloseReason.JoinTimeout);

        Assert.Equal(1, await run);
        Assert.Equal("botnode: Felix crashed: its process ended with exit code 3 before it had joined.", nodes.Errors);
    }

    [Fact]
    public async Task A_bot_that_crashes_in_a_round_is_named_with_the_round()
    {
        var nodes = new FakeNodes(Of()) { OnBotTold = (bot, _) => bot.Ends(bot.Name == "Felix" ? 3 : 0) };
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        nodes.Suggests();
        nodes.Loses("Felix");
        nodes.Closes(CloseReason.Completed);

        Assert.Equal(1, await RunAsync(nodes));

        Assert.Equal("botnode: Felix crashed: its process ended with exit code 3 in round 1.", nodes.Errors);
    }

    [Fact]
    public async Task A_bot_that_the_script_kills_has_not_crashed()
    {
        var nodes = new FakeNodes(Of(new ScriptStep.Crash("Felix")) with { Expect = new Expectation { Reason = CloseReason.JoinTimeout } })
        {
            OnBotTold = (_, _) => { },
        };
        nodes.Opens();
        var run = RunAsync(nodes);

        Assert.Equal(137, await nodes.Bot("Felix").Exited.WaitAsync(Limit));
        nodes.Closes(CloseReason.JoinTimeout);
        nodes.Bot("Marija").Ends(0);

        Assert.Equal((0, ""), (await run, nodes.Errors));
        Assert.DoesNotContain(new NodeCommand.GiveUp(), nodes.Seed.CommandsLeft());
    }

    [Fact]
    public async Task A_bot_that_never_joins_is_not_as_expected()
    {
        var nodes = new FakeNodes(Of());
        nodes.Opens();
        nodes.Joins("Marija");
        nodes.Closes(CloseReason.JoinTimeout);

        Assert.Equal(1, await RunAsync(nodes));

        Assert.Equal("botnode: the room should end with completed, and ended with join-timeout", nodes.Errors);
    }

    [Fact]
    public async Task A_bot_that_the_script_keeps_away_is_not_started()
    {
        var nodes = new FakeNodes(Of(new ScriptStep.Absent("Felix")));
        nodes.Opens();
        nodes.Closes(CloseReason.Completed);

        await RunAsync(nodes);

        Assert.Equal(["Marija"], nodes.Bots.Select(bot => bot.Name));
    }

    [Fact]
    public async Task A_step_of_the_script_waits_for_the_effect_of_the_one_before()
    {
        var nodes = new FakeNodes(Of(new ScriptStep.Join("Marija"), new ScriptStep.Join("Felix"), new ScriptStep.Answer("Felix", "Yes")))
        {
            OnBotTold = (_, _) => { },
        };
        nodes.Opens();
        var run = RunAsync(nodes);
        var (marija, felix) = (nodes.Bot("Marija"), nodes.Bot("Felix"));

        Assert.IsType<NodeCommand.Join>(await marija.CommandAsync().WaitAsync(Limit));
        Assert.Empty(felix.CommandsLeft());
        nodes.Joins("Marija");
        Assert.Equal(new NodeCommand.Join(FakeNodes.Address, ScriptedActions.Answers), await felix.CommandAsync().WaitAsync(Limit));
        nodes.Joins("Felix");
        nodes.Suggests();
        Assert.Equal(new NodeCommand.Answer(1, "Yes"), await felix.CommandAsync().WaitAsync(Limit));
        nodes.Happens(n => new Said(n, 0, 1, "Felix", "Yes", Late: false));
        nodes.Closes(CloseReason.Completed);
        nodes.Bots.ForEach(bot => bot.Ends(0));

        Assert.Equal((0, ""), (await run, nodes.Errors));
    }

    [Fact]
    public async Task A_wait_of_the_script_is_one_of_the_clock()
    {
        var time = new TimeOfWaits(areOver: true);
        var nodes = new FakeNodes(Of(new ScriptStep.Wait(TimeSpan.FromMinutes(10)), new ScriptStep.Join("Felix")), time);
        nodes.Opens();
        var run = RunAsync(nodes);

        Assert.IsType<NodeCommand.Join>(await nodes.Bot("Felix").CommandAsync().WaitAsync(Limit));
        nodes.Joins("Marija", "Felix");
        nodes.Closes(CloseReason.Completed);

        Assert.Equal((0, ""), (await run, nodes.Errors));
        Assert.Contains(TimeSpan.FromMinutes(10), time.Asked);
    }

    [Fact]
    public async Task A_step_that_was_not_played_is_named()
    {
        var nodes = new FakeNodes(Of(new ScriptStep.Join("Felix")));
        nodes.Opens();
        nodes.Closes(CloseReason.Completed);

        Assert.Equal(1, await RunAsync(nodes));

        Assert.Equal("botnode: step 1 of the script did not do what it says: { join = Felix }", nodes.Errors);
    }

    [Fact]
    public async Task Bots_that_do_not_end_are_named_and_killed()
    {
        var nodes = new FakeNodes(Of(), new TimeOfWaits(areOver: true)) { OnBotTold = (_, _) => { } };
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        nodes.Closes(CloseReason.Completed);

        Assert.Equal(1, await RunAsync(nodes));

        Assert.Equal("botnode: Felix, Marija did not end with the conversation.", nodes.Errors);
        Assert.All(nodes.Bots, bot => Assert.True(bot.WasKilled));
    }

    [Fact]
    public async Task Ctrl_C_stops_the_seed_node_and_shows_how_the_conversation_ends()
    {
        using var interruption = new CancellationTokenSource();
        var nodes = new FakeNodes(Of()) { OnBotTold = (_, _) => { } };
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        var run = RunAsync(nodes, interruption.Token);

        await interruption.CancelAsync();
        Assert.Equal(new NodeCommand.Stop(), await nodes.Seed.CommandAsync().WaitAsync(Limit));
        nodes.Closes(CloseReason.Stopped);
        nodes.Seed.Ends(0);

        Assert.Equal((130, ""), (await run, nodes.Errors));
        Assert.Contains("Marija has joined the chatroom", nodes.Output, StringComparison.Ordinal);
        Assert.Equal(CloseReason.Stopped, nodes.Run.Transcript?.End.Reason);
        Assert.All(nodes.Bots, bot => Assert.True(bot.WasKilled));
    }

    [Fact]
    public async Task Ctrl_C_kills_a_seed_node_that_hangs()
    {
        using var interruption = new CancellationTokenSource();
        var nodes = new FakeNodes(Of(), new TimeOfWaits(areOver: true)) { OnBotTold = (_, _) => { } };
        nodes.Opens();
        var run = RunAsync(nodes, interruption.Token);

        await interruption.CancelAsync();

        Assert.Equal((130, ""), (await run, nodes.Errors));
        Assert.True(nodes.Seed.WasKilled);
    }

    [Fact]
    public async Task Nodes_end_when_another_one_can_not_be_started()
    {
        var nodes = new FakeNodes(Of(), new TimeOfWaits(areOver: true)) { Unstartable = "Marija" };

        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(nodes));

        Assert.True(nodes.Seed.WasKilled);
        Assert.True(Assert.Single(nodes.Bots).WasKilled);
    }

    private static Task<int> RunAsync(FakeNodes nodes, CancellationToken interrupted = default) => nodes.Run.RunAsync(interrupted).WaitAsync(Limit, CancellationToken.None);

    /// <summary>Felix and Marija, with this script.</summary>
    private static Scenario Of(params ScriptStep[] script) => new()
    {
        Name = "test",
        Seed = 7,
        Roster = [Persona.WithoutWords("Felix"), Persona.WithoutWords("Marija")],
        Catalogue = new Catalogue([], []),
        Script = [.. script],
    };
}
