using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using BotNode.Tls;

namespace BotNode.Nodes;

/// <summary>Writes what the actors log, one entry per line: level, system, source, message. Keeps entries until it is told where to write.</summary>
internal sealed class AkkaLogger : ReceiveActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    /// <summary>Published on the system's event stream: where the log goes, one entry per line.</summary>
    public sealed record LogTo(TextWriter Log);

    // Akka.Remote logs this as an error whenever a connection ends. The room says which bot is gone.
    private const string EndOfConnection = "EndpointDisassociatedException";

    // Logged about peers that connect and say nothing; strangers can do that as often as they like.
    private const string Silence = "No response from remote for inbound association";

    // The program itself says where it found nobody.
    private const string SilenceOfOurs = "No response from remote for outbound association";

    private readonly List<string> _kept = [];
    private readonly TlsRefusalLog _refusals = new(() => Context.System.Scheduler.MonotonicClock);
    private TextWriter? _log;

    public AkkaLogger()
    {
        Context.System.EventStream.Subscribe(Self, typeof(LogTo));
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogTo>(to => Begin(to.Log));
        Receive<LogEvent>(TryLog);
    }

    /// <inheritdoc />
    protected override void PostStop() => Write(LogLevel.WarningLevel, _refusals.Rest);

    private void Begin(TextWriter log)
    {
        _log = log;
        _kept.ForEach(log.WriteLine);
        _kept.Clear();
    }

    // A logger that fails is started anew, and has forgotten where to write.
    private void TryLog(LogEvent entry)
    {
        try
        {
            Log(entry);
        }
#pragma warning disable CA1031 // An entry may hold any objects, and their own code turns them into text.
        catch (Exception error)
        {
            Write(LogLevel.ErrorLevel, $"{entry.LogSource} an entry that can't be written: {error.GetType().Name}");
        }
#pragma warning restore CA1031
    }

    private void Log(LogEvent entry)
    {
        if (entry.Cause?.GetType().Name == EndOfConnection || IsGateAfter(entry))
            return;
        if (ConnectionLogEntry.Is(entry, out var refusal))
        {
            Write(LogLevel.WarningLevel, refusal is null ? null : _refusals.Note(refusal));
            return;
        }

        var cause = entry.Cause is { } error ? $" {error.GetType().Name}: {error.Message}" : "";
        var text = $"{entry.LogSource} {entry.Message}{cause}";
        if (text.Contains(SilenceOfOurs, StringComparison.Ordinal))
            return;
        Write(entry.LogLevel(), text.Contains(Silence, StringComparison.Ordinal) ? _refusals.Note(text) : text);
    }

    // A warning that repeats the same with its stack trace.
    private static bool IsGateAfter(LogEvent entry) => entry.LogLevel() == LogLevel.WarningLevel
        && entry.Message.ToString() is { } text
        && text.Contains(" is now gated ", StringComparison.Ordinal) && text.Contains(EndOfConnection, StringComparison.Ordinal);

    private void Write(LogLevel level, string? text)
    {
        if (text is null)
            return;
        var line = $"[{WordOf(level)}] {Context.System.Name}: {text}".ReplaceLineEndings(" ");
        if (_log is { } log)
            log.WriteLine(line);
        else
            _kept.Add(line);
    }

    private static string WordOf(LogLevel level) => level switch
    {
        LogLevel.ErrorLevel => "Error",
        LogLevel.WarningLevel => "Warning",
        LogLevel.InfoLevel => "Information",
        _ => "Debug",
    };
}
