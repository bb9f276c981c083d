using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Tests.Running;

/// <summary>A conversation across nodes that are no processes, in no time.</summary>
public sealed class ConversationRunTests
{
    [Fact]
    public async Task A_conversation_that_ends_by_its_rules_is_shown_and_gives_0()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija());
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        nodes.Suggests();
        nodes.Closes(CloseReason.Completed);

        Assert.Equal(0, await nodes.RunAsync());

        Assert.Equal("", nodes.Errors);
        Assert.Contains("Host: Let's read!", nodes.Output, StringComparison.Ordinal);
        Assert.All(nodes.Bots, bot => Assert.Equal([new NodeCommand.Join(FakeNodes.Address, ScriptedActions.None)], bot.CommandsLeft()));
        Assert.Equal([new NodeCommand.WaitNoMore()], nodes.Seed.CommandsLeft());
        Assert.Equal(CloseReason.Completed, nodes.Run.Transcript?.End.Reason);
    }

    [Fact]
    public void Nothing_starts_before_it_is_run() => Assert.Empty(new FakeNodes(FakeNodes.FelixAndMarija()).Bots);

    [Fact]
    public async Task A_seed_node_that_ends_early_has_crashed_and_nobody_is_left_behind()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija()) { OnBotTold = (_, _) => { } };
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        nodes.Suggests();
        nodes.Seed.Ends(3);

        Assert.Equal(1, await nodes.RunAsync());

        Assert.Equal("botnode: seed node crashed: its process ended with exit code 3 in round 1.", nodes.Errors);
        Assert.All(nodes.Bots, bot => Assert.True(bot.WasKilled));
        Assert.Null(nodes.Run.Transcript);
    }

    [Fact]
    public async Task A_seed_node_that_could_not_run_has_said_why()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija());
        nodes.Seed.Ends(2);

        Assert.Equal((2, ""), (await nodes.RunAsync(), nodes.Errors));
    }

    [Fact]
    public async Task A_seed_node_that_does_not_begin_with_its_address_is_not_understood()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija());
        nodes.Seed.Prints("Hello");
        nodes.Seed.Ends(0);

        Assert.Equal(1, await nodes.RunAsync());

        Assert.Equal("botnode: The seed node does not begin with its address but with: Hello", nodes.Errors);
    }

    [Fact]
    public async Task What_the_seed_node_found_not_as_expected_gives_1()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija());
        nodes.Opens();
        nodes.Closes(CloseReason.Completed);
        nodes.Seed.Ends(1);

        Assert.Equal((1, ""), (await nodes.RunAsync(), nodes.Errors));
    }

    [Fact]
    public async Task A_bot_that_crashes_while_the_room_gathers_is_waited_for_no_longer()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija()) { OnBotTold = (bot, _) => bot.Ends(bot.Name == "Felix" ? 3 : 0) };
        nodes.Opens();
        nodes.Joins("Marija");
        var run = nodes.RunAsync();

        Assert.Equal(new NodeCommand.Gone("Felix"), await nodes.Seed.CommandAsync().WaitAsync(FakeNodes.Limit));
        Assert.Equal(new NodeCommand.GiveUp(), await nodes.Seed.CommandAsync().WaitAsync(FakeNodes.Limit));
        nodes.Closes(CloseReason.JoinTimeout);

        Assert.Equal(1, await run);
        Assert.Equal("botnode: Felix crashed: its process ended with exit code 3 before it had joined.", nodes.Errors);
    }

    [Fact]
    public async Task The_seed_node_is_told_that_a_bot_whose_process_has_ended_does_not_come_back()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija()) { OnBotTold = (bot, _) => bot.Ends(bot.Name == "Felix" ? 137 : 0) };
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        nodes.Suggests();
        var run = nodes.RunAsync();

        NodeCommand command;
        do
        {
            command = await nodes.Seed.CommandAsync().WaitAsync(FakeNodes.Limit);
        }
        while (command != new NodeCommand.Gone("Felix"));
        nodes.Loses("Felix");
        nodes.Closes(CloseReason.Completed);

        Assert.Equal(1, await run);
    }

    [Fact]
    public async Task A_bot_that_crashes_in_a_round_is_named_with_the_round()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija()) { OnBotTold = (bot, _) => bot.Ends(bot.Name == "Felix" ? 3 : 0) };
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        nodes.Suggests();
        nodes.Loses("Felix");
        nodes.Closes(CloseReason.Completed);

        Assert.Equal(1, await nodes.RunAsync());

        Assert.Equal("botnode: Felix crashed: its process ended with exit code 3 in round 1.", nodes.Errors);
    }

    [Fact]
    public async Task A_difference_from_what_was_expected_is_shown_line_by_line()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija() with { Expect = new Expectation { Lines = [ExpectedLines.One("Nobody came.")] } })
        {
            OnBotTold = (bot, _) => bot.Ends(0),
        };
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        nodes.Suggests();
        nodes.Closes(CloseReason.Completed);

        Assert.Equal(1, await nodes.RunAsync());

        var lines = nodes.Errors.Split('\n');
        Assert.Equal("botnode: line 1 differs:", lines[0]);
        Assert.Contains("  expected: Nobody came.", lines);
    }

    [Fact]
    public async Task A_bot_that_never_joins_is_not_as_expected()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija());
        nodes.Opens();
        nodes.Joins("Marija");
        nodes.Closes(CloseReason.JoinTimeout);

        Assert.Equal(1, await nodes.RunAsync());

        Assert.Equal("botnode: the room should end with completed, and ended with join-timeout", nodes.Errors);
    }

    [Fact]
    public async Task Bots_that_do_not_end_are_named_and_killed()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija(), new TimeOfWaits(areOver: true)) { OnBotTold = (_, _) => { } };
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        nodes.Closes(CloseReason.Completed);

        Assert.Equal(1, await nodes.RunAsync());

        Assert.Equal("botnode: Felix, Marija did not end with the conversation.", nodes.Errors);
        Assert.All(nodes.Bots, bot => Assert.True(bot.WasKilled));
    }

    [Fact]
    public async Task Ctrl_C_stops_the_seed_node_and_shows_how_the_conversation_ends()
    {
        using var interruption = new CancellationTokenSource();
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija()) { OnBotTold = (_, _) => { } };
        nodes.Opens();
        nodes.Joins("Felix", "Marija");
        var run = nodes.RunAsync(interruption.Token);

        await interruption.CancelAsync();
        Assert.Equal(new NodeCommand.Stop(), await nodes.Seed.CommandAsync().WaitAsync(FakeNodes.Limit));
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
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija(), new TimeOfWaits(areOver: true)) { OnBotTold = (_, _) => { } };
        nodes.Opens();
        var run = nodes.RunAsync(interruption.Token);

        await interruption.CancelAsync();

        Assert.Equal((130, ""), (await run, nodes.Errors));
        Assert.True(nodes.Seed.WasKilled);
    }

    [Fact]
    public async Task Nodes_end_when_another_one_can_not_be_started()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija(), new TimeOfWaits(areOver: true)) { Unstartable = "Marija" };

        await Assert.ThrowsAsync<InvalidOperationException>(() => nodes.RunAsync());

        Assert.True(nodes.Seed.WasKilled);
        Assert.True(Assert.Single(nodes.Bots).WasKilled);
    }
}
