using Chatroom.Actors;

namespace BotNode.Nodes;

/// <summary>
/// What `run` writes to the stdin of a bot node that it drives, a line each:
/// <code>
/// join ADDRESS [answers] [leaves]    join the room; with a word, do that only when told
/// answer [TEXT]                      answer the round; without a text, as its persona does
/// answer-late [TEXT]                 answer the last round that it let go by
/// leave                              say Bye
/// </code>
/// </summary>
internal abstract record DriverCommand
{
    private const string JoinWord = "join";
    private const string AnswerWord = "answer";
    private const string LateWord = "answer-late";
    private const string LeaveWord = "leave";
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

    /// <summary>Answer the round, or, late, the last one that it let go by; a null text is left to the bot's persona.</summary>
    public sealed record Answer(string? Text, bool Late) : DriverCommand
    {
        /// <inheritdoc />
        public override string ToString() => (Late ? LateWord : AnswerWord) + (Text is null ? "" : $" {Text}");
    }

    /// <summary>Say Bye.</summary>
    public sealed record Leave : DriverCommand
    {
        /// <inheritdoc />
        public override string ToString() => LeaveWord;
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
            AnswerWord or LateWord => new Answer(words.Length == 1 ? null : line[(words[0].Length + 1)..], words[0] == LateWord),
            LeaveWord when words.Length == 1 => new Leave(),
            _ => null,
        };
    }
}
