using BotNode.Bots;
using BotNode.Nodes;
using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests.Bots;

public class ExecMindTests
{
    private static readonly Prompt Prompt = new(7, "Felix", 1, new Suggestion("chill", "party", null, "Party?"));

    [LinuxFact]
    public async Task What_was_answered_is_not_asked_again()
    {
        using var told = new StringWriter();
        await using (var mind = Start("read -r prompt; echo '{\"text\":\"ok\"}'; cat >&2", told))
        {
            Assert.Equal("ok", await mind.ReplyAsync(Prompt, CancellationToken.None));
            Assert.Equal("ok", await mind.ReplyAsync(Prompt, CancellationToken.None));
        }

        Assert.Equal("", told.ToString());
    }

    [LinuxFact]
    public async Task What_was_not_answered_is_asked_again()
    {
        await using var mind = Start("read -r first; read -r second; echo '{\"text\":\"ok\"}'; cat >&2", TextWriter.Null);
        var first = mind.ReplyAsync(Prompt, CancellationToken.None);

        Assert.Equal("ok", await mind.ReplyAsync(Prompt, CancellationToken.None));
        Assert.Equal("ok", await first);
    }

    [LinuxFact]
    public void A_program_that_can_not_be_started_is_told_in_one_line()
    {
        var error = Assert.Throws<NodeStartException>(() => Start(new string('x', 200_000), TextWriter.Null)); // No argument may be as long.

        Assert.StartsWith("The program of --exec can't be started: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "The program of --exec ended with exit code 3 before the conversation did, and the bot crashed with it: 'false'")]
    [InlineData(null, "The program of --exec ended before the conversation did, and the bot crashed with it: 'false'")]
    public void An_exit_code_is_told_if_it_is_known(int? exitCode, string told) => Assert.Equal(told, MindEnding.EndedEarly(exitCode, "false"));

    private static ExecMind Start(string command, TextWriter errors) => ExecMind.Start(command, errors, TimeProvider.System, CancellationToken.None);
}
