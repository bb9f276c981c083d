using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;

namespace BotNode.Nodes;

/// <summary>
/// Writes what the actors log, a line an entry: level, system, source, message. The system's setup must hold a
/// <see cref="LogSetup"/>.
/// </summary>
internal sealed class AkkaLogger : ReceiveActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    // What Akka.Remote logs as an error when a connection ends, however it does. Who is gone, the room tells.
    private const string EndOfConnection = "EndpointDisassociatedException";

    private readonly TextWriter _log;

    public AkkaLogger()
    {
        _log = Context.System.Settings.Setup.Get<LogSetup>().Value.Log;
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(Log);
    }

    private void Log(LogEvent entry)
    {
        if (entry.Cause?.GetType().Name == EndOfConnection)
            return;
        var cause = entry.Cause is { } error ? $" {error.GetType().Name}: {error.Message}" : "";
        var line = $"[{WordOf(entry.LogLevel())}] {Context.System.Name}: {entry.LogSource} {entry.Message}{cause}";
        _log.WriteLine(line.ReplaceLineEndings(" "));
    }

    private static string WordOf(LogLevel level) => level switch
    {
        LogLevel.ErrorLevel => "Error",
        LogLevel.WarningLevel => "Warning",
        LogLevel.InfoLevel => "Information",
        _ => "Debug",
    };
}
