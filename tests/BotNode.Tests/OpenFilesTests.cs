using System.Globalization;
using BotNode.Tests.Programs;

namespace BotNode.Tests;

public class OpenFilesTests
{
    private const string Advice = "Raise the hard limit of open files: LimitNOFILE=1024 for systemd, --ulimit nofile=1024 for docker run, or ulimit -Hn 1024 as root";

    private static string Limits(string most) =>
        $"Limit                     Soft Limit           Hard Limit           Units     \nMax open files            {most,-20} 4096                 files     \nMax locked memory         8388608              8388608              bytes     \n";

    [Theory]
    [InlineData("20")]
    [InlineData("255")]
    public void Too_few_are_told_with_what_to_do(string most) =>
        Assert.Equal($"Only {most} files may be open at once here, which is too few. {Advice}", OpenFiles.ProblemIn(Limits(most)));

    [Theory]
    [InlineData("256")]
    [InlineData("1048576")]
    [InlineData("unlimited")]
    public void Enough_are_no_problem(string most) => Assert.Null(OpenFiles.ProblemIn(Limits(most)));

    [Theory]
    [InlineData("")]
    [InlineData("Max open files")]
    [InlineData("Max open files  12")]
    public void What_can_not_be_read_is_no_problem(string limits) => Assert.Null(OpenFiles.ProblemIn(limits));

    [LinuxTheory]
    [InlineData(30, "verify", "nowhere.jsonl")]
    [InlineData(60, "replay", "original")]
    [InlineData(100, "run")]
    [InlineData(100, "seed", "--port", "0")]
    public async Task Every_verb_says_so_before_it_fails_for_it(int most, params string[] arguments)
    {
        await using var program = RunningProgram.StartInShell(
            $"ulimit -n {most.ToString(CultureInfo.InvariantCulture)}; exec {RunningProgram.InShell}", arguments);

        Assert.Equal(2, await program.ExitAsync());
        Assert.Equal($"botnode: Only {most} files may be open at once here, which is too few. {Advice}", Assert.Single(program.ErrorLines));
        Assert.Empty(program.OutputLines);
    }
}
