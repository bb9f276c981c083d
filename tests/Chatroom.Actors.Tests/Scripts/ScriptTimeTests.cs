namespace Chatroom.Actors.Tests;

/// <summary>Steps of a script that wait for a time.</summary>
public sealed class ScriptTimeTests : ScriptPlayerTest
{
    [Fact]
    public void A_wait_holds_the_steps_behind_it()
    {
        Play([new ScriptStep.Wait(TimeSpan.FromSeconds(5)), new ScriptStep.Join("Felix")]);
        Assert.DoesNotContain("join Felix None", _stage.Told);

        _stage.EndWait();
        Assert.Contains("join Felix None", _stage.Told);
    }

    [Fact]
    public void A_step_with_after_is_held_back_once_it_is_ready()
    {
        var player = Play([new ScriptStep.Answer("Felix", "hm") { After = TimeSpan.FromSeconds(2) }], In("Felix"), In("Rateb"));
        Assert.DoesNotContain("wait 2", _stage.Told);

        player.Happened(Suggested);
        Assert.Equal("wait 2", _stage.Told[^1]);

        _stage.EndWait();
        Assert.Equal("answer Felix 1 hm", _stage.Told[^1]);
    }

    [Fact]
    public void A_step_with_at_waits_for_what_is_left_until_then()
    {
        var player = Play([new ScriptStep.Join("Felix"), new ScriptStep.Join("Rateb") { At = TimeSpan.FromSeconds(10) }]);
        _stage.Now += TimeSpan.FromSeconds(4);

        player.Happened(In("Felix"));
        Assert.Equal("wait 6", _stage.Told[^1]);

        _stage.EndWait();
        Assert.Equal("join Rateb None", _stage.Told[^1]);
    }

    [Fact]
    public void A_step_whose_time_has_gone_by_does_not_wait()
    {
        var player = Play([new ScriptStep.Join("Felix"), new ScriptStep.Join("Rateb") { At = TimeSpan.FromSeconds(1) }]);
        _stage.Now += TimeSpan.FromSeconds(4);

        player.Happened(In("Felix"));

        Assert.Equal("join Rateb None", _stage.Told[^1]);
    }
}
