using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>A filter that looks at where a log event comes from and what it says.</summary>
public abstract class EventFilterBase : IEventFilter
{
    private readonly IStringMatcher _message;
    private readonly IStringMatcher _source;

    /// <summary>Creates the filter.</summary>
    /// <param name="messageMatcher">Which messages it picks; null for all.</param>
    /// <param name="sourceMatcher">Which sources it picks; null for all.</param>
    protected EventFilterBase(IStringMatcher? messageMatcher, IStringMatcher? sourceMatcher)
    {
        _message = messageMatcher ?? MatchesAll.Instance;
        _source = sourceMatcher ?? MatchesAll.Instance;
    }

#pragma warning disable CA1003 // Its delegate is the official API's.
    /// <summary>Raised for each log event that the filter picks, on the logger's thread.</summary>
    public event EventMatched? EventMatched;
#pragma warning restore CA1003

    /// <summary>What kind of log event the filter picks, in a word.</summary>
    protected abstract string FilterDescriptiveName { get; }

    /// <inheritdoc />
    public bool Apply(LogEvent logEvent)
    {
        if (!IsMatch(logEvent)) return false;
        OnEventMatched(logEvent);
        return true;
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var message = _message is MatchesAll ? "" : $" message {_message}";
        var source = _source is MatchesAll ? "" : $" source {_source}";
        return (message + source) is { Length: > 0 } what ? $"{FilterDescriptiveName} when{what}" : FilterDescriptiveName;
    }

    /// <summary>Says whether the filter picks a log event.</summary>
    /// <param name="evt">The event.</param>
    /// <returns>True if it does.</returns>
    protected abstract bool IsMatch(LogEvent evt);

    /// <summary>Raises <see cref="EventMatched"/>.</summary>
    /// <param name="logEvent">The event.</param>
    protected virtual void OnEventMatched(LogEvent logEvent) => EventMatched?.Invoke(this, logEvent);

    /// <summary>Says whether both source and message are wanted.</summary>
    /// <param name="src">Where the event comes from.</param>
    /// <param name="msg">What it says.</param>
    /// <returns>True if they are.</returns>
    protected bool InternalDoMatch(string src, object? msg) =>
        _source.IsMatch(src) && _message.IsMatch(msg?.ToString() ?? "null");
}
