using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>A message as people read it in a trace: its name, and what it carries, in short. A ticket is a secret, and is left out.</summary>
internal static class MessageText
{
    private const int MostOfAText = 28;
    private const int MostOfAMessage = 120;

    // A record with nothing in it writes itself so.
    private const string Nothing = " { }";

    /// <summary>The message in one line.</summary>
    public static string Of(object message) => Cut(message switch
    {
        ChatroomProtocol.Join join => Join(join),
        ChatroomProtocol.Welcome welcome => FormattableString.Invariant($"Welcome {welcome.Name}, in since #{welcome.JoinedAt}"),
        ChatroomProtocol.Queued queued => queued.Name is null ? "Queued" : $"Queued {queued.Name}",
        ChatroomProtocol.TurnedAway away => $"TurnedAway {EnumWords.Of(away.Reason)} {Quoted(away.Text)}",
        ChatroomProtocol.Answer answer => FormattableString.Invariant($"Answer {answer.Round} {Quoted(answer.Text)}"),
        ChatroomProtocol.Happened { Event: var happened } => FormattableString.Invariant($"Happened {Of(happened)} #{happened.N}"),
        ChatroomProtocol.Missed { Events: [var first, .., var last] } => FormattableString.Invariant($"Missed #{first.N} to #{last.N}"),
        ChatroomProtocol.Missed { Events: [var only] } => FormattableString.Invariant($"Missed #{only.N}"),
        Terminated { AddressTerminated: true } or Terminated { ExistenceConfirmed: false } => "Terminated, node unreachable",
        Terminated => "Terminated",
        _ => WithoutBraces($"{message}"),
    }, MostOfAMessage);

    /// <summary>A text in quotes, cut when it is long.</summary>
    public static string Quoted(string text) => $"\"{Cut(text, MostOfAText)}\"";

    /// <summary>A text of at most so many characters, with dots if it was longer.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "...";

    private static string Join(ChatroomProtocol.Join join)
    {
        var name = join.Name is null ? "Join, any name" : $"Join {join.Name}";
        return join.LastSeen == 0 ? name : FormattableString.Invariant($"{name}, has seen #{join.LastSeen}");
    }

    private static string Of(RoomEvent happened) => happened switch
    {
        Opened opened => $"Opened {opened.Scenario}",
        Joined joined => $"Joined {joined.Name}",
        Returned returned => $"Returned {returned.Name}",
        Refused refused => $"Refused {refused.Name ?? "a bot without a name"}, {EnumWords.Of(refused.Reason)}",
        Suggested suggested => $"Suggested {Quoted(suggested.Suggestion.Text)}",
        Said said => $"Said {said.Name} {Quoted(said.Text)}{(said.Late ? ", late" : "")}",
        Left left => $"Left {left.Name}, {EnumWords.Of(left.How)}",
        RoundClosed closed => FormattableString.Invariant($"RoundClosed {closed.Round}"),
        Closed closed => $"Closed, {EnumWords.Of(closed.Reason)}",
        _ => happened.GetType().Name,
    };

    private static string WithoutBraces(string text) => text.EndsWith(Nothing, StringComparison.Ordinal) ? text[..^Nothing.Length] : text;
}
