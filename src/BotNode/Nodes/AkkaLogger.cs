using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Microsoft.Extensions.Logging;
using AkkaLevel = Akka.Event.LogLevel;
using HostLevel = Microsoft.Extensions.Logging.LogLevel;

namespace BotNode.Nodes;

/// <summary>Hands what the actors log to the host's loggers. The system's setup must hold a <see cref="LoggerFactorySetup"/>.</summary>
internal sealed class AkkaLogger : ReceiveActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly ILogger _logger;

    public AkkaLogger()
    {
        var setup = Context.System.Settings.Setup.Get<LoggerFactorySetup>();
        _logger = setup.Value.Factory.CreateLogger(Context.System.Name);
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(Log);
    }

    private void Log(LogEvent entry) =>
        _logger.Log(LevelOf(entry.LogLevel()), entry.Cause, "{LogSource} {Message}", entry.LogSource, entry.Message);

    private static HostLevel LevelOf(AkkaLevel level) => level switch
    {
        AkkaLevel.ErrorLevel => HostLevel.Error,
        AkkaLevel.WarningLevel => HostLevel.Warning,
        AkkaLevel.InfoLevel => HostLevel.Information,
        _ => HostLevel.Debug,
    };
}
