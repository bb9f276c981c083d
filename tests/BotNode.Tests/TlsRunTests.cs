using BotNode.Tests.Programs;

namespace BotNode.Tests;

/// <summary>`run --tls`: as without, and nothing is left of its certificates however it ends.</summary>
public sealed class TlsRunTests : IDisposable
{
    private const string LongThought = "10m";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task A_conversation_with_TLS_is_as_one_without()
    {
        await using var plain = RunningProgram.Start("run", "--seed", "7", "--order", "roster");
        await plain.EndsQuietlyAsync(0);
        await using var secure = Start("--seed", "7", "--order", "roster");

        await secure.EndsQuietlyAsync(0);

        Assert.Equal(Talk(plain), Talk(secure));
        Assert.Empty(Certificates());
    }

    [LinuxFact]
    public async Task The_original_conversation_can_be_had_with_TLS()
    {
        await using var run = Start("original");

        await run.EndsQuietlyAsync(0);
    }

    [LinuxFact]
    public async Task While_it_runs_only_this_user_can_read_the_certificates_and_after_Ctrl_C_they_are_gone()
    {
        await using var run = Start("--think", LongThought);
        await RoundOpened(run);
        var mode = new DirectoryInfo(Assert.Single(Certificates())).UnixFileMode;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, mode);

        run.Signal(RunningProgram.Interrupt);

        await run.EndsQuietlyAsync(130);
        Assert.Empty(Certificates());
    }

    [LinuxFact]
    public async Task A_second_signal_which_ends_a_run_at_once_leaves_none()
    {
        await using var run = Start("--think", LongThought);
        await RoundOpened(run);
        var children = ProcessTree.ChildrenOf(run.Id);
        RunningProgram.SignalTo(ProcessTree.ChildOf(run.Id, "seed"), RunningProgram.Halt);

        await run.InsistAsync(RunningProgram.Interrupt);

        await run.EndsQuietlyAsync(130);
        await ProcessTree.GoneAsync(children);
        Assert.Empty(Certificates());
    }

    [LinuxFact]
    public async Task A_killed_run_leaves_no_certificates_either()
    {
        await using var run = Start("--think", LongThought);
        await RoundOpened(run);
        var children = ProcessTree.ChildrenOf(run.Id);

        run.KillHard();

        await ProcessTree.GoneAsync(children);
        Assert.Empty(Certificates());
    }

    [LinuxFact]
    public async Task Without_a_place_for_its_certificates_it_is_one_line_and_2()
    {
        await using var run = RunningProgram.StartInShell($"TMPDIR=/no/such/folder exec {RunningProgram.InShell}", "run", "--tls");

        Assert.Equal(2, await run.ExitAsync());
        Assert.StartsWith("botnode: There is no place for the certificates of --tls in /no/such/folder", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private RunningProgram Start(params string[] arguments) => RunningProgram.StartInShell(
        $"TMPDIR={_folder.File("")} exec {RunningProgram.InShell}", ["run", "--tls", .. arguments]);

    private string[] Certificates() => Directory.GetDirectories(_folder.File(""), "socketbots-tls-*");

    private static Task<string> RoundOpened(RunningProgram run) =>
        run.LineAsync(line => line.StartsWith("Host suggested", StringComparison.Ordinal));

    private static IEnumerable<string> Talk(RunningProgram run) =>
        run.OutputLines.Where(line => line.Split(':')[0] is "Host" or "Felix" or "Madelen" or "Marija" or "Rateb");
}
