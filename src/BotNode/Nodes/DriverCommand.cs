using System.Globalization;
using Chatroom.Actors;

namespace BotNode.Nodes;

/// <summary>
/// What `run` writes to the stdin of a node that it drives, a line each:
/// <code>
/// join ADDRESS [answers] [leaves]    join the room; with a word, do that only when told
/// answer ROUND [TEXT]                answer this round, now or when it is asked; without a text, as its persona does
/// leave                              say Bye
/// stop                               to a seed node: close the room and end
/// </code>
/// </summary>
internal abstract record DriverCommand
{
    private const string JoinWord = "join";
    private const string AnswerWord = "answer";
    private const string LeaveWord = "leave";
    private const string StopWord = "stop";
    private const string AnswersWord = "answers";
    private const string LeavesWord = "leaves";

    /// <summary>Join the room at the address.</summary>
    public sealed record Join(string Address, Driven Driven) : DriverCommand
    {
        /// <inheritdoc />
        public override string ToString() => string.Join(
            ' ',
            [JoinWord, Address, .. Driven.HasFlag(Driven.Answers) ? [AnswersWord] : Array.Empty<string>(),
                .. Driven.HasFlag(Driven.Leaves) ? [LeavesWord] : Array.Empty<string>()]);
    }

    /// <summary>Answer this round; a null text is left to the bot's persona.</summary>
    public sealed record Answer(int Round, string? Text) : DriverCommand
    {
        /// <inheritdoc />
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AnswerWord} {Round}") + (Text is null ? "" : $" {Text}");
    }

    /// <summary>Say Bye.</summary>
    public sealed record Leave : DriverCommand
    {
        /// <inheritdoc />
        public override string ToString() => LeaveWord;
    }

    /// <summary>Close the room, whatever is going on in it.</summary>
    public sealed record Stop : DriverCommand
    {
        /// <inheritdoc />
        public override string ToString() => StopWord;
    }

    /// <summary>Reads a line; null for one that is no command.</summary>
    public static DriverCommand? Parse(string line)
    {
        var words = line.Split(' ');
        return words[0] switch
        {
            JoinWord when words.Length >= 2 => new Join(
                words[1],
                (words.Contains(AnswersWord) ? Driven.Answers : Driven.None) | (words.Contains(LeavesWord) ? Driven.Leaves : Driven.None)),
            AnswerWord when words.Length >= 2 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var round) =>
                new Answer(round, words.Length == 2 ? null : line[(words[0].Length + words[1].Length + 2)..]),
            LeaveWord when words.Length == 1 => new Leave(),
            StopWord when words.Length == 1 => new Stop(),
            _ => null,
        };
    }
}
