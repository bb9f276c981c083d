using System.Security.Authentication;
using Akka.Actor;
using Akka.Event;
using BotNode.Nodes;

namespace BotNode.Tests.Nodes;

public sealed class AkkaLoggerTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly StringWriter _written = new();

    public void Dispose() => _written.Dispose();

    [Fact]
    public async Task What_is_logged_is_a_line_with_its_cause() =>
        Assert.Equal(
            ["[Error] Logs: here it broke InvalidOperationException: in two lines"],
            await Write(new Error(new InvalidOperationException("in two\nlines"), "here", GetType(), "it broke")));

    [Fact]
    public async Task The_end_of_a_connection_is_no_error() =>
        Assert.Empty(await Write(new Error(new EndpointDisassociatedException(), "endpointWriter", GetType(), "Disassociated")));

    [Fact]
    public async Task Nor_is_it_worth_a_warning_that_tells_of_it() =>
        Assert.Empty(await Write(new Warning(
            "here", GetType(),
            "Association with remote system akka.tcp://Bot@127.0.0.1:2 has failed; address is now gated for 1000 ms. Reason is: [Akka.Remote.EndpointDisassociatedException: Disassociated\n   at Akka]")));

    [Fact]
    public async Task What_is_logged_before_it_knows_where_to_is_written_then() =>
        Assert.Equal(["[Warning] Logs: here early"], await Write(new Warning("here", GetType(), "early"), late: true));

    [Fact]
    public async Task A_TLS_handshake_that_fails_is_one_line() =>
        Assert.Equal(
            ["[Warning] Logs: Refused by TLS: a connection from [::ffff:127.0.0.1]:2: the other side breaks off the TLS handshake and says: unknown ca"],
            await Write(new Error(
                new AuthenticationException("error:0A000418:SSL routines::tlsv1 alert unknown ca"), "TcpServerHandler", GetType(),
                "TLS handshake failed on channel [[::ffff:127.0.0.1]:1->[::ffff:127.0.0.1]:2](Id=3)\nPossible reasons:\n - many")));

    [Fact]
    public async Task Bytes_that_are_no_frame_are_one_line() =>
        Assert.Equal(
            ["[Warning] Logs: Ended a connection from [::ffff:127.0.0.1]:2: it does not speak as nodes do; it may speak TLS, which this node does not"],
            await Write(new Error(
                new DotNetty.Codecs.TooLongFrameException("Adjusted frame length exceeds 128000: 16843546 - discarded"), "TcpServerHandler", GetType(),
                "Error caught channel [[::ffff:127.0.0.1]:1->[::ffff:127.0.0.1]:2](Id=3)")));

    [Fact]
    public async Task That_nobody_answers_this_node_is_told_by_the_program() =>
        Assert.Empty(await Write(new Error(null, "here", GetType(), "No response from remote for outbound association. Handshake timed out after [15000] ms")));

    [Fact]
    public async Task A_connection_that_was_only_opened_and_closed_is_not_worth_a_line() =>
        Assert.Empty(await Write(new Error(
            new IOException("Channel is closed"), "TcpServerHandler", GetType(), "TLS handshake failed on channel [a->b](Id=3)")));

    [Fact]
    public async Task Of_many_who_connect_and_say_nothing_the_first_twenty_have_a_line_each_and_the_rest_is_counted()
    {
        const string Silence = "No response from remote for inbound association. Handshake timed out after [15000] ms";

        var lines = await Write(late: false, [.. Enumerable.Range(1, 25).Select(number => new Error(null, $"connection {number}", GetType(), Silence))]);

        Assert.Equal(
            [.. Enumerable.Range(1, 20).Select(number => $"[Error] Logs: connection {number} {Silence}"), "[Warning] Logs: 5 more refused since the last line"],
            lines);
    }

    [Fact]
    public async Task An_entry_that_can_not_be_written_takes_no_other_with_it() =>
        Assert.Equal(
            ["[Error] Logs: here an entry that can't be written: NotSupportedException", "[Warning] Logs: here next"],
            await Write(late: false, new Error(null, "here", GetType(), new Unspeakable()), new Warning("here", GetType(), "next")));

    private Task<string[]> Write(LogEvent entry, bool late = false) => Write(late, entry);

    private async Task<string[]> Write(bool late, params LogEvent[] entries)
    {
        using (var system = ActorSystem.Create("Logs", "akka { loglevel = OFF, stdout-loglevel = OFF }"))
        {
            var logger = system.ActorOf(Props.Create(() => new AkkaLogger()));
            await logger.Ask<LoggerInitialized>(new InitializeLogger(system.EventStream), Limit);
            if (!late)
                system.EventStream.Publish(new AkkaLogger.LogTo(_written));
            foreach (var entry in entries)
                logger.Tell(entry);
            if (late)
                system.EventStream.Publish(new AkkaLogger.LogTo(_written));
            Assert.True(await logger.GracefulStop(Limit, PoisonPill.Instance));
        }

        return _written.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class Unspeakable
    {
        public override string ToString() => throw new NotSupportedException();
    }

    /// <summary>As Akka.Remote names it.</summary>
    private sealed class EndpointDisassociatedException : Exception;
}
