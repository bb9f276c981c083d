using System.Diagnostics;
using System.Globalization;

namespace Chatroom.Actors;

/// <summary>Tells events as people read them, in the original's words; remembers only which names are still awaited.</summary>
/// <param name="addresses">Whether to say where a bot came from; a recorded line has no place for it.</param>
internal sealed class RoomText(bool addresses)
{
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private ValueList<string> _roster = [];
    private bool _gathering;

    /// <summary>The lines for the next event; none if it says nothing new.</summary>
    public IReadOnlyList<string> Next(RoomEvent happened) => happened switch
    {
        Opened opened => Open(opened),
        Joined joined => Join(joined),
        Returned returned => [addresses ? $"{returned.Name} is back in the chatroom, from {Address(returned.From)}" : $"{returned.Name} is back in the chatroom."],
        Refused refused => [refused.Text],
        Suggested suggested => [$"Host suggested {suggested.Suggestion.Category}", $"Host: {suggested.Suggestion.Text}"],
        Said said => [said.Late ? $"{said.Name} (late): {said.Text}" : $"{said.Name}: {said.Text}"],
        Left left => Leave(left),
        RoundClosed closed => closed.Verdicts.Where(its => its.Verdict is Verdict.Silent or Verdict.Late)
            .Select(its => $"{its.Name} did not answer in time.").ToList(),
        Closed closed => Close(closed),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no lines."),
    };

    /// <summary>The lines of a whole conversation.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<RoomEvent> events, bool addresses)
    {
        var text = new RoomText(addresses);
        return events.SelectMany(text.Next).ToList();
    }

    private string[] Open(Opened opened)
    {
        _roster = opened.Roster;
        _missing.UnionWith(_roster);
        _gathering = true;
        return [];
    }

    private string[] Join(Joined joined)
    {
        _missing.Remove(joined.Name);
        _gathering = _missing.Count > 0;
        var line = (addresses ? $"New connection from {Address(joined.From)} " : "") + $"{joined.Name} has joined the chatroom";
        return _gathering ? [line, Waiting] : [line];
    }

    private string[] Leave(Left left)
    {
        var line = left.How switch
        {
            Leaving.Bye => $"{left.Name} left the chatroom.",
            Leaving.Crashed => $"{left.Name} crashed and is out of the chatroom.",
            Leaving.Stopped => $"{left.Name} was stopped.",
            _ => throw new UnreachableException($"{left.How} has no line."),
        };
        if (!_gathering || left.How == Leaving.Stopped)
        {
            return [line];
        }
        _missing.Add(left.Name);
        return [line, Waiting];
    }

    private string[] Close(Closed closed) => closed.Reason switch
    {
        CloseReason.Completed => [],
        CloseReason.JoinTimeout => [$"The chatroom is closed: {string.Join(", ", _roster.Where(_missing.Contains))} did not join in time."],
        CloseReason.TextSaid => ["The chatroom is closed: the text that ends it was said."],
        CloseReason.TimeUp => ["The chatroom is closed: its time is up."],
        CloseReason.TooFew => ["The chatroom is closed: too few were left."],
        CloseReason.Abandoned => ["The chatroom is closed: nobody is left."],
        CloseReason.Stopped => ["The chatroom is closed: it was stopped."],
        _ => throw new UnreachableException($"{closed.Reason} has no line."),
    };

    private string Waiting => string.Create(CultureInfo.InvariantCulture, $"Waiting for {_missing.Count} client(s) to join the chat.");

    private static string Address(string from)
    {
        var colon = from.LastIndexOf(':');
        return colon < 0 ? $"({from})" : $"('{from[..colon]}', {from[(colon + 1)..]})";
    }
}
