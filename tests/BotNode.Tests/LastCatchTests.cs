using System.ComponentModel;
using System.Net.Sockets;
using System.Reflection;

namespace BotNode.Tests;

public class LastCatchTests
{
    private const string Report = "This is a bug in botnode. Please report it to those you have botnode from, with what is printed when BOTNODE_TRACE=1 is set.";

    public static TheoryData<Exception> OutOfFiles =>
    [
        new IOException("Too many open files : '/x'", 24),
        new IOException("it broke", new SocketException((int)SocketError.TooManyOpenSockets)),
        new SocketException((int)SocketError.TooManyOpenSockets),
        new AggregateException(new IOException("Too many open files : '/x'", 24)),
    ];

    private static async Task<(int ExitCode, string[] Lines)> TellAsync(Exception error, bool trace = false)
    {
        await using var errors = new StringWriter();
        var exitCode = await new LastCatch(errors, trace).RunAsync(() => throw error);
        return (exitCode, errors.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task What_nobody_caught_is_one_line_and_2()
    {
        var (exitCode, lines) = await TellAsync(new InvalidOperationException("There is\nno more."));

        Assert.Equal((2, $"botnode: Unexpected InvalidOperationException: There is no more. {Report}"), (exitCode, Assert.Single(lines)));
    }

    [Fact]
    public async Task Of_what_only_passes_it_on_the_cause_is_told()
    {
        var wrapped = new AggregateException(new TargetInvocationException(new TypeInitializationException("x", new FormatException("bad"))));

        Assert.Equal($"botnode: Unexpected FormatException: bad. {Report}", Assert.Single((await TellAsync(wrapped)).Lines));
    }

    [Fact]
    public async Task With_the_trace_it_is_told_where_it_happened()
    {
        var (_, lines) = await TellAsync(new InvalidOperationException("no"), trace: true);

        Assert.Contains(lines, line => line.TrimStart().StartsWith("at BotNode.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OutOfFiles))]
    public async Task Too_many_open_files_are_no_bug_and_it_is_told_what_to_do(Exception error) =>
        Assert.EndsWith(". " + OpenFiles.Advice, Assert.Single((await TellAsync(error)).Lines), StringComparison.Ordinal);

    [Fact]
    public async Task A_process_that_can_not_be_started_for_want_of_files_is_no_bug()
    {
        if (!OperatingSystem.IsWindows())
            Assert.EndsWith(OpenFiles.Advice, Assert.Single((await TellAsync(new Win32Exception(24))).Lines), StringComparison.Ordinal);
    }
}
