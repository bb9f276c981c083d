using BotNode.Tests.Programs;

namespace Chatroom.Actors.Tests;

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
    public async Task What_has_left_a_program_finds_its_pipes_closed()
    {
        using var folder = new TemporaryFolder();
        var (started, closed) = (folder.File("started"), folder.File("closed"));
        var mind = Start($"setsid sh -c \"trap '' PIPE; touch {started}; while echo x; do sleep 0.05; done; touch {closed}\" 2> /dev/null & sleep 1000", TextWriter.Null);
        Assert.True(await HoldsAsync(() => File.Exists(started)));

        await mind.DisposeAsync();

        Assert.True(await HoldsAsync(() => File.Exists(closed)));
    }

    [LinuxFact]
    public async Task A_program_that_reads_nothing_is_ended_all_the_same()
    {
        var mind = Start("sleep 1000", TextWriter.Null);
        for (var n = 1; n < 2000; n++)
            mind.Hear(new Said(n, 0, 1, "Felix", new string('x', 100), Late: false));

        await mind.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }

    [LinuxTheory]
    [InlineData("cat > /dev/null; exit 3", 3)]
    [InlineData("exit 4", 4)]
    [InlineData("cat > /dev/null", 0)]
    public async Task How_it_ends_by_itself_is_known(string command, int exitCode)
    {
        var mind = Start(command, TextWriter.Null);

        Assert.True(await mind.EndAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(exitCode, await mind.Ended);
    }

    [LinuxFact]
    public async Task One_that_stays_is_complained_of_where_that_is_wanted()
    {
        using var told = new StringWriter();
        var mind = Start("sleep 1000", told);

        Assert.False(await mind.EndAsync(TimeSpan.FromMilliseconds(10), "stays"));

        Assert.Equal("botnode: The program of --exec stays.\n", told.ToString());
        Assert.Equal(new MindComplaint(1, "stays"), mind.Complaint);
    }

    [LinuxFact]
    public void A_program_that_can_not_be_started_is_told_in_one_line()
    {
        var error = Assert.Throws<ProgramStartException>(() => Start(new string('x', 200_000), TextWriter.Null)); // No argument may be as long.

        Assert.StartsWith("The program of --exec can't be started: ", error.Message, StringComparison.Ordinal);
    }

    private static Task<bool> HoldsAsync(Func<bool> isSo) => Task.Run(() => SpinWait.SpinUntil(isSo, TimeSpan.FromMinutes(1)));

    private static ExecMind Start(string command, TextWriter errors) => ExecMind.Start(command, errors, TimeProvider.System, CancellationToken.None);
}
