using System.Globalization;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>Says which answers are not said as they were given: a line for the first of each kind, and a count of the others at the end.</summary>
/// <param name="errors">Takes the lines.</param>
/// <param name="label">What stands before what they say.</param>
internal sealed class AnswerNotes(TextWriter errors, string label)
{
    private readonly List<Kind> _kinds = [];

    /// <summary>Notes one more answer.</summary>
    public void Take(BotNews.AnswerNotAsGiven news)
    {
        var (first, others) = news switch
        {
            BotNews.Shortened shortened => (
                string.Create(CultureInfo.InvariantCulture, $"has {shortened.Length:N0} characters; only the first {ChatText.MaxText:N0} are said."), "shortened"),
            BotNews.Cleaned => ("has control characters, such as line ends; they are said as blanks.", "said with blanks for control characters"),
            BotNews.Blank => ("is blank, and is not said.", "blank"),
            _ => ("came when the conversation was over, and is not said.", "too late"),
        };
        if (_kinds.Find(kind => kind.Others == others) is { } known)
        {
            known.More++;
            return;
        }

        _kinds.Add(new Kind(others));
        Write(string.Create(CultureInfo.InvariantCulture, $"An answer to round {news.Round} {first}"));
    }

    /// <summary>Writes the counts.</summary>
    public void End()
    {
        foreach (var kind in _kinds.Where(kind => kind.More > 0))
            Write(string.Create(CultureInfo.InvariantCulture, $"{kind.More} more answer{(kind.More == 1 ? " was" : "s were")} {kind.Others}."));
        _kinds.Clear();
    }

    private void Write(string what) => errors.WriteLine($"botnode: {label}{what}");

    private sealed class Kind(string others)
    {
        public string Others => others;

        public int More { get; set; }
    }
}
