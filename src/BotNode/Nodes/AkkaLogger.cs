using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using BotNode.Tls;

namespace BotNode.Nodes;

/// <summary>Writes what the actors log, a line an entry: level, system, source, message. Until it is told where to, it keeps them.</summary>
internal sealed class AkkaLogger : ReceiveActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    /// <summary>Published on the system's event stream: where the log goes, a line an entry.</summary>
    public sealed record LogTo(TextWriter Log);

    // What Akka.Remote logs as an error when a connection ends, however it does. Who is gone, the room tells.
    private const string EndOfConnection = "EndpointDisassociatedException";

    // Of who connects and says nothing; strangers can do that as often as they like.
    private const string Silence = "No response from remote for inbound association";

    // The program itself tells of whom it found nobody at.
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
#pragma warning disable CA1031 // An entry holds objects of anybody, who say in their own code what they are.
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
