using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>Picks error events, all or those with a certain exception.</summary>
public class ErrorFilter : EventFilterBase
{
    private readonly Type? _exceptionType;
    private readonly bool _recurseInnerExceptions;

    /// <summary>Creates a filter for errors with or without an exception.</summary>
    /// <param name="messageMatcher">Which messages; null for all.</param>
    /// <param name="sourceMatcher">Which sources; null for all.</param>
    public ErrorFilter(IStringMatcher? messageMatcher = null, IStringMatcher? sourceMatcher = null)
        : base(messageMatcher, sourceMatcher)
    {
    }

    /// <summary>Creates a filter for errors with an exception.</summary>
    /// <param name="exceptionType">The exception's type, or a base of it.</param>
    /// <param name="messageMatcher">Which messages, of the event or of the exception; null for all.</param>
    /// <param name="sourceMatcher">Which sources; null for all.</param>
    /// <param name="recurseInnerExceptions">Whether to look at inner exceptions too.</param>
    public ErrorFilter(
        Type exceptionType, IStringMatcher? messageMatcher = null, IStringMatcher? sourceMatcher = null, bool recurseInnerExceptions = false)
        : base(messageMatcher, sourceMatcher)
    {
        _exceptionType = exceptionType;
        _recurseInnerExceptions = recurseInnerExceptions;
    }

    /// <inheritdoc />
    protected override string FilterDescriptiveName => _exceptionType is null ? "Error" : $"Error with {_exceptionType}";

    /// <inheritdoc />
    protected override bool IsMatch(LogEvent evt)
    {
        if (evt is not Error) return false;
        if (_exceptionType is null) return InternalDoMatch(evt.LogSource, evt.Message);
        for (var cause = evt.Cause; cause is not null; cause = _recurseInnerExceptions ? cause.InnerException : null)
        {
            if (_exceptionType.IsInstanceOfType(cause) &&
                (InternalDoMatch(evt.LogSource, evt.Message) || InternalDoMatch(evt.LogSource, cause.Message)))
            {
                return true;
            }
        }

        return false;
    }
}
