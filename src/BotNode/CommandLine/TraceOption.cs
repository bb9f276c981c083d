using System.CommandLine;

namespace BotNode.CommandLine;

/// <summary>Whether the messages that actors receive are shown. Their times count from a moment that all nodes of a `run` share.</summary>
internal static class TraceOption
{
    private const string Messages = "--trace-messages";
    private const string Since = "--trace-since";

    private static readonly Option<bool> MessagesOption = new(Messages)
    {
        Description = "Show on stderr each message that the actors of rooms and bots receive: docs/actors.md.",
    };

    private static readonly Option<DateTimeOffset?> SinceOption = Values.HiddenMoment(Since);

    /// <summary>Adds the option to a verb.</summary>
    public static void AddTo(Command command) => command.Add(MessagesOption);

    /// <summary>Adds it to a verb that starts a node, with the one that `run` sets.</summary>
    public static void AddToNode(Command command)
    {
        AddTo(command);
        command.Add(SinceOption);
    }

    /// <summary>Whether it is given.</summary>
    public static bool IsGiven(ParseResult parsed) => parsed.GetValue(MessagesOption);

    /// <summary>The moment from which the times count; null if no messages are shown.</summary>
    public static DateTimeOffset? SinceOf(ParseResult parsed, TimeProvider time) =>
        IsGiven(parsed) ? parsed.GetResult(SinceOption) is null ? time.GetUtcNow() : parsed.GetValue(SinceOption) : null;

    /// <summary>What `run` writes on the command line of a node.</summary>
    public static IEnumerable<string> For(DateTimeOffset? since) =>
        since is { } moment ? [Messages, FormattableString.Invariant($"{Since}={moment:O}")] : [];
}
