using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit;

/// <summary>
/// The logger of a system under test: event filters see every log event first, and what they pick is not printed.
/// Dead letters and unhandled messages come as warnings, so that filters can pick them too.
/// </summary>
public class TestEventListener : DefaultLogger
{
    private readonly List<IEventFilter> _filters = [];

    /// <summary>Creates the logger; the actor system does, where <c>akka.loggers</c> names this type.</summary>
    public TestEventListener()
    {
    }

    /// <inheritdoc />
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger initialize:
                foreach (var channel in (Type[])[typeof(Mute), typeof(Unmute), typeof(DeadLetter), typeof(UnhandledMessage)])
                    initialize.LoggingBus.Subscribe(Self, channel);
                Sender.Tell(new LoggerInitialized());
                break;
            case Mute mute:
                _filters.AddRange(mute.Filters);
                break;
            case Unmute unmute:
                foreach (var filter in unmute.Filters) _filters.Remove(filter);
                break;
            case LogEvent logEvent:
                Show(logEvent);
                break;
            case DeadLetter letter:
                Show(AsWarning(letter));
                break;
            case UnhandledMessage unhandled:
                Show(new Warning(unhandled.Recipient.Path.ToString(), unhandled.Recipient.GetType(),
                    $"Not handled: {unhandled.Message} from {unhandled.Sender}"));
                break;
            default:
                return false;
        }

        return true;
    }

    private static Warning AsWarning(DeadLetter letter) => new(letter.Recipient.Path.ToString(), letter.Recipient.GetType(), letter);

    private void Show(LogEvent logEvent)
    {
        if (_filters.Exists(filter => Picks(filter, logEvent))) return;
        Print(logEvent.Message is DeadLetter letter
            ? new Warning(logEvent.LogSource, logEvent.LogClass, $"Dead letter: {letter.Message} from {letter.Sender}")
            : logEvent);
    }

    // A filter may hold a test's own predicate; its failure must not cost the other filters their logger.
    private static bool Picks(IEventFilter filter, LogEvent logEvent)
    {
        try
        {
            return filter.Apply(logEvent);
        }
#pragma warning disable CA1031
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
