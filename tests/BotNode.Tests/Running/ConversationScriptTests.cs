using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Tests.Running;

/// <summary>A script that is played with nodes that are no processes, in no time.</summary>
public sealed class ConversationScriptTests
{
    [Fact]
    public async Task A_bot_that_the_script_kills_has_not_crashed()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija(new ScriptStep.Crash("Felix")) with { Expect = new Expectation { Reason = CloseReason.JoinTimeout } })
        {
            OnBotTold = (_, _) => { },
        };
        nodes.Opens();
        var run = nodes.RunAsync();

        Assert.Equal(137, await nodes.Bot("Felix").Exited.WaitAsync(FakeNodes.Limit));
        nodes.Closes(CloseReason.JoinTimeout);
        nodes.Bot("Marija").Ends(0);

        Assert.Equal((0, ""), (await run, nodes.Errors));
        Assert.DoesNotContain(new NodeCommand.GiveUp(), nodes.Seed.CommandsLeft());
    }

    [Fact]
    public async Task A_bot_that_the_script_keeps_away_is_not_started()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija(new ScriptStep.Absent("Felix")));
        nodes.Opens();
        nodes.Closes(CloseReason.Completed);

        await nodes.RunAsync();

        Assert.Equal(["Marija"], nodes.Bots.Select(bot => bot.Name));
    }

    [Fact]
    public async Task A_step_of_the_script_waits_for_the_effect_of_the_one_before()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija(new ScriptStep.Join("Marija"), new ScriptStep.Join("Felix"), new ScriptStep.Answer("Felix", "Yes")))
        {
            OnBotTold = (_, _) => { },
        };
        nodes.Opens();
        var run = nodes.RunAsync();
        var (marija, felix) = (nodes.Bot("Marija"), nodes.Bot("Felix"));

        Assert.IsType<NodeCommand.Join>(await marija.CommandAsync().WaitAsync(FakeNodes.Limit));
        Assert.Empty(felix.CommandsLeft());
        nodes.Joins("Marija");
        Assert.Equal(new NodeCommand.Join(FakeNodes.Address, ScriptedActions.Answers), await felix.CommandAsync().WaitAsync(FakeNodes.Limit));
        nodes.Joins("Felix");
        nodes.Suggests();
        Assert.Equal(new NodeCommand.Answer(1, "Yes"), await felix.CommandAsync().WaitAsync(FakeNodes.Limit));
        nodes.Happens(n => new Said(n, 0, 1, "Felix", "Yes", Late: false));
        nodes.Closes(CloseReason.Completed);
        nodes.Bots.ForEach(bot => bot.Ends(0));

        Assert.Equal((0, ""), (await run, nodes.Errors));
    }

    [Fact]
    public async Task A_wait_of_the_script_is_one_of_the_clock()
    {
        var time = new TimeOfWaits(areOver: true);
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija(new ScriptStep.Wait(TimeSpan.FromMinutes(10)), new ScriptStep.Join("Felix")), time);
        nodes.Opens();
        var run = nodes.RunAsync();

        Assert.IsType<NodeCommand.Join>(await nodes.Bot("Felix").CommandAsync().WaitAsync(FakeNodes.Limit));
        nodes.Joins("Marija", "Felix");
        nodes.Closes(CloseReason.Completed);

        Assert.Equal((0, ""), (await run, nodes.Errors));
        Assert.Contains(TimeSpan.FromMinutes(10), time.Asked);
    }

    [Fact]
    public async Task A_step_that_was_not_played_is_named()
    {
        var nodes = new FakeNodes(FakeNodes.FelixAndMarija(new ScriptStep.Join("Felix")));
        nodes.Opens();
        nodes.Closes(CloseReason.Completed);

        Assert.Equal(1, await nodes.RunAsync());

        Assert.Equal("botnode: step 1 of the script did not do what it says: { join = Felix }", nodes.Errors);
    }
}
