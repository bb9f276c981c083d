using BotNode.CommandLine;
using BotNode.Tests.Programs;

namespace BotNode.Tests.CommandLine;

public sealed class MindCommandsTests
{
    [Fact]
    public void A_command_may_hold_the_sign_that_ends_the_name() =>
        Assert.Equal("MODE=fast ./mind", MindCommands.Of(["Felix=MODE=fast ./mind"]).Of("Felix"));

    [Fact]
    public void A_star_is_for_all_who_have_none()
    {
        var commands = MindCommands.Of(["*=others", "Felix=his"]);

        Assert.Equal(("his", "others"), (commands.Of("Felix"), commands.Of("Rateb")));
        Assert.Null(MindCommands.Of(["Felix=his"]).Of("Rateb"));
    }

    [Fact]
    public void Only_names_on_the_roster_can_have_one()
    {
        Assert.Null(MindCommands.Of(["*=others", "Felix=his"]).Problem(["Felix", "Rateb"]));
        Assert.Equal("--exec names 'Zed', who is not on the roster: Felix, Rateb.", MindCommands.Of(["Zed=his"]).Problem(["Felix", "Rateb"]));
    }

    [Theory]
    [InlineData("python3 mind.py")]
    [InlineData("=python3 mind.py")]
    [InlineData("Felix=")]
    [InlineData("Felix= ")]
    public async Task What_is_not_a_name_and_a_command_is_told(string value)
    {
        foreach (var verb in new[] { "run", "replay" })
        {
            var run = await InProcess.RunAsync(verb, "two-rounds", "--exec", value);

            Assert.Equal(
                (2, $"botnode: --exec takes NAME=COMMAND, a bot and the command line of a program, or *=COMMAND, not '{value}'. See: botnode {verb} --help\n"),
                (run.ExitCode, run.Errors));
        }
    }

    [Theory]
    [InlineData("run")]
    [InlineData("replay")]
    public async Task A_name_that_has_two_is_told(string verb)
    {
        var run = await InProcess.RunAsync(verb, "two-rounds", "--exec", "Felix=a", "--exec", "Felix=b");

        Assert.Equal((2, $"botnode: --exec names 'Felix' twice. See: botnode {verb} --help\n"), (run.ExitCode, run.Errors));
    }
}
