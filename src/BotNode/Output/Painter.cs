using Chatroom.Actors;

namespace BotNode.Output;

/// <summary>Colours the lines of a conversation: each bot its own colour, the Host bold, failures red.</summary>
/// <param name="isColoured">False: every line stays as it is.</param>
internal sealed class Painter(bool isColoured)
{
    private const string Reset = "\e[0m";
    private const string Bold = "\e[1m";
    private const string Dim = "\e[2m";
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";

    private static readonly string[] BotColours = ["\e[36m", "\e[32m", "\e[35m", "\e[34m", "\e[96m", "\e[92m", "\e[95m", "\e[94m"];

    private ValueList<string> _roster = [];

    /// <summary>The lines of the next event, each within its colour codes, and with no others. It must see every event, even those without lines.</summary>
    public IEnumerable<string> Paint(RoomEvent happened, IReadOnlyList<string> lines)
    {
        if (happened is Opened opened)
            _roster = opened.Roster;
        return lines.Select(line => isColoured ? ColourOf(happened) + VisibleText.Of(line) + Reset : VisibleText.Of(line));
    }

    private string ColourOf(RoomEvent happened) => happened switch
    {
        Said said => BotColours[Math.Max(0, _roster.ToList().IndexOf(said.Name)) % BotColours.Length],
        Suggested => Bold,
        Refused or RoundClosed => Yellow,
        Left { How: not Leaving.Bye } or Closed => Red,
        _ => Dim,
    };
}
