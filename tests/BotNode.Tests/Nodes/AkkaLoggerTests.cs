using Akka.Actor;
using Akka.Actor.Setup;
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

    private async Task<string[]> Write(LogEvent entry)
    {
        var setup = ActorSystemSetup.Create(
            BootstrapSetup.Create().WithConfig("akka { loglevel = OFF, stdout-loglevel = OFF }"), new LogSetup(_written));
        using (var system = ActorSystem.Create("Logs", setup))
        {
            var logger = system.ActorOf(Props.Create(() => new AkkaLogger()));
            await logger.Ask<LoggerInitialized>(new InitializeLogger(system.EventStream), Limit);
            logger.Tell(entry);
            Assert.True(await logger.GracefulStop(Limit, PoisonPill.Instance));
        }

        return _written.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>As the official packages name it.</summary>
    private sealed class EndpointDisassociatedException : Exception;
}
