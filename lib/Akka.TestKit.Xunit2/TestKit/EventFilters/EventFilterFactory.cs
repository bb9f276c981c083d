using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

/// <summary>
/// Makes filters for the log events of a system under test. Of <c>message</c>, <c>start</c> and <c>contains</c> the first
/// that is given counts; <c>source</c> is a log source or an actor's path. Needs <see cref="TestEventListener"/> as a logger.
/// </summary>
public class EventFilterFactory
{
    private readonly TestKitBase _testKit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    /// <summary>Creates a factory for the TestKit's own system.</summary>
    /// <param name="testkit">The TestKit.</param>
    public EventFilterFactory(TestKitBase testkit) : this(testkit, testkit.Sys)
    {
    }

    /// <summary>Creates a factory for another system.</summary>
    /// <param name="testkit">The TestKit.</param>
    /// <param name="system">The system whose log events are filtered.</param>
    public EventFilterFactory(TestKitBase testkit, ActorSystem system) : this(testkit, system, [])
    {
    }

    /// <summary>Creates a factory whose filters come on top of others.</summary>
    /// <param name="testkit">The TestKit.</param>
    /// <param name="actorSystem">The system whose log events are filtered.</param>
    /// <param name="filters">The other filters.</param>
    public EventFilterFactory(TestKitBase testkit, ActorSystem actorSystem, IReadOnlyList<EventFilterBase> filters)
    {
        _testKit = testkit;
        _system = actorSystem;
        _filters = filters;
    }

    /// <summary>Picks errors with an exception.</summary>
    /// <typeparam name="TException">The exception's type, or a base of it.</typeparam>
    /// <param name="message">What the event or the exception says.</param>
    /// <param name="start">How that starts.</param>
    /// <param name="contains">A part of that.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Exception<TException>(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception =>
        Exception(typeof(TException), message, start, contains, source);

    /// <summary>Picks errors with an exception.</summary>
    /// <typeparam name="TException">The exception's type, or a base of it.</typeparam>
    /// <param name="pattern">What the event or the exception says.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null)
        where TException : Exception =>
        Exception(typeof(TException), pattern, source);

    /// <summary>Picks errors with an exception.</summary>
    /// <param name="exceptionType">The exception's type, or a base of it.</param>
    /// <param name="message">What the event or the exception says.</param>
    /// <param name="start">How that starts.</param>
    /// <param name="contains">A part of that.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="checkInnerExceptions">Whether to look at inner exceptions too.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Exception(
        Type exceptionType, string? message = null, string? start = null, string? contains = null, string? source = null,
        bool checkInnerExceptions = false) =>
        CreateApplier(
            new ErrorFilter(exceptionType, CreateMessageMatcher(message, start, contains), SourceMatcher(source), checkInnerExceptions),
            _system);

    /// <summary>Picks errors with an exception.</summary>
    /// <param name="exceptionType">The exception's type, or a base of it.</param>
    /// <param name="pattern">What the event or the exception says.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="checkInnerExceptions">Whether to look at inner exceptions too.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Exception(Type exceptionType, Regex pattern, string? source = null, bool checkInnerExceptions = false) =>
        CreateApplier(new ErrorFilter(exceptionType, new RegexMatcher(pattern), SourceMatcher(source), checkInnerExceptions), _system);

    /// <summary>Picks error events.</summary>
    /// <param name="message">What it says.</param>
    /// <param name="start">How that starts.</param>
    /// <param name="contains">A part of that.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Error(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.ErrorLevel, message, start, contains, source);

    /// <summary>Picks error events.</summary>
    /// <param name="pattern">What it says.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Error(Regex pattern, string? source = null) => ForLogLevel(LogLevel.ErrorLevel, pattern, source);

    /// <summary>Picks warning events.</summary>
    /// <param name="message">What it says.</param>
    /// <param name="start">How that starts.</param>
    /// <param name="contains">A part of that.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Warning(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.WarningLevel, message, start, contains, source);

    /// <summary>Picks warning events.</summary>
    /// <param name="pattern">What it says.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Warning(Regex pattern, string? source = null) => ForLogLevel(LogLevel.WarningLevel, pattern, source);

    /// <summary>Picks info events.</summary>
    /// <param name="message">What it says.</param>
    /// <param name="start">How that starts.</param>
    /// <param name="contains">A part of that.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Info(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.InfoLevel, message, start, contains, source);

    /// <summary>Picks info events.</summary>
    /// <param name="pattern">What it says.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Info(Regex pattern, string? source = null) => ForLogLevel(LogLevel.InfoLevel, pattern, source);

    /// <summary>Picks debug events.</summary>
    /// <param name="message">What it says.</param>
    /// <param name="start">How that starts.</param>
    /// <param name="contains">A part of that.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Debug(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.DebugLevel, message, start, contains, source);

    /// <summary>Picks debug events.</summary>
    /// <param name="pattern">What it says.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Debug(Regex pattern, string? source = null) => ForLogLevel(LogLevel.DebugLevel, pattern, source);

    /// <summary>Picks events of a level.</summary>
    /// <param name="logLevel">The level.</param>
    /// <param name="message">What it says.</param>
    /// <param name="start">How that starts.</param>
    /// <param name="contains">A part of that.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier ForLogLevel(
        LogLevel logLevel, string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(logLevel, CreateMessageMatcher(message, start, contains), SourceMatcher(source));

    /// <summary>Picks events of a level.</summary>
    /// <param name="logLevel">The level.</param>
    /// <param name="pattern">What it says.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string? source = null) =>
        ForLogLevel(logLevel, new RegexMatcher(pattern), SourceMatcher(source));

    /// <summary>Picks dead letters.</summary>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier DeadLetter() => Letters(null, null);

    /// <summary>Picks dead letters of a type.</summary>
    /// <typeparam name="TMessage">The letter's type, or a base of it.</typeparam>
    /// <param name="source">Whom the letter was for.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier DeadLetter<TMessage>(string? source = null) => DeadLetter(typeof(TMessage), source);

    /// <summary>Picks dead letters of a type.</summary>
    /// <typeparam name="TMessage">The letter's type, or a base of it.</typeparam>
    /// <param name="isMatch">Which of them.</param>
    /// <param name="source">Whom the letter was for.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null) =>
        Letters(letter => letter.Message is TMessage message && isMatch(message), source);

    /// <summary>Picks dead letters of a type.</summary>
    /// <param name="type">The letter's type, or a base of it.</param>
    /// <param name="source">Whom the letter was for.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier DeadLetter(Type type, string? source = null) =>
        Letters(letter => type.IsInstanceOfType(letter.Message), source);

    /// <summary>Picks dead letters of a type.</summary>
    /// <param name="type">The letter's type, or a base of it.</param>
    /// <param name="isMatch">Which of them.</param>
    /// <param name="source">Whom the letter was for.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string? source = null) =>
        Letters(letter => type.IsInstanceOfType(letter.Message) && isMatch(letter.Message), source);

    /// <summary>Picks what a function picks.</summary>
    /// <param name="predicate">The function.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Custom(Predicate<LogEvent> predicate) => CreateApplier(new CustomEventFilter(predicate), _system);

    /// <summary>Picks what a function picks among the log events of a type.</summary>
    /// <typeparam name="TLogEvent">The type.</typeparam>
    /// <param name="predicate">The function.</param>
    /// <returns>Applies the filter.</returns>
    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate)
        where TLogEvent : LogEvent =>
        Custom(logEvent => logEvent is TLogEvent typed && predicate(typed));

    /// <summary>Makes what applies a filter, together with those that the factory was created with.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="system">The system whose log events are filtered.</param>
    /// <returns>Applies the filters.</returns>
    protected IEventFilterApplier CreateApplier(EventFilterBase filter, ActorSystem system)
    {
        EventFilterBase[] all = [.. _filters, filter];
        return new InternalEventFilterApplier(
            new EventFilterInterceptor(_testKit, system, all), new EventFilterFactory(_testKit, system, all));
    }

    /// <summary>Makes the matcher for the first text that is given.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="start">Its start.</param>
    /// <param name="contains">A part of it.</param>
    /// <returns>The matcher; one for all messages if no text is given.</returns>
    protected static IStringMatcher CreateMessageMatcher(string? message, string? start, string? contains) =>
        message is not null ? new EqualsString(message)
        : start is not null ? new StartsWithString(start)
        : contains is not null ? new ContainsString(contains)
        : MatchesAll.Instance;

    private static IStringMatcher SourceMatcher(string? source) =>
        source is null ? MatchesAll.Instance : new EqualsStringAndPathMatcher(source);

    private IEventFilterApplier ForLogLevel(LogLevel level, IStringMatcher message, IStringMatcher source) =>
        CreateApplier(
            level switch
            {
                LogLevel.ErrorLevel => new ErrorFilter(message, source),
                LogLevel.WarningLevel => new WarningFilter(message, source),
                LogLevel.InfoLevel => new InfoFilter(message, source),
                LogLevel.DebugLevel => new DebugFilter(message, source),
                _ => throw new ArgumentOutOfRangeException(nameof(level), level, "There is no filter for this log level."),
            },
            _system);

    private IEventFilterApplier Letters(Predicate<DeadLetter>? isMatch, string? source) =>
        CreateApplier(new DeadLettersFilter(MatchesAll.Instance, SourceMatcher(source), isMatch), _system);
}
