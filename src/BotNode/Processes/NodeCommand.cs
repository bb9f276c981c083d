using System.Globalization;
using Chatroom.Actors;

namespace BotNode.Processes;

/// <summary>
/// What `run` writes to the stdin of a node that it drives, a line each:
/// <code>
/// join ADDRESS [answers] [leaves] [connection]    join the room; with a word, do that, or lose that, only when told
/// answer ROUND [TEXT]                             answer this round, now or when it is asked; without a text, as its persona does
/// leave                                           say Bye
/// disconnect                                      lose all that is said and heard
/// reconnect                                       lose no more
/// give-up                                         to a seed node: wait no longer for bots that have not joined
/// gone NAME                                       to a seed node: the process of this bot has ended, so it does not come back
/// stop                                            to a seed node: close the room and end
/// wait-no-more                                    to a seed node whose room has closed: all bots have ended, none is left to hear of its end
/// </code>
/// </summary>
internal abstract record NodeCommand
{
    private const string JoinWord = "join";
    private const string AnswerWord = "answer";
    private const string LeaveWord = "leave";
    private const string GiveUpWord = "give-up";
    private const string GoneWord = "gone";
    private const string StopWord = "stop";
    private const string WaitNoMoreWord = "wait-no-more";
    private const string AnswersWord = "answers";
    private const string LeavesWord = "leaves";
    private const string ConnectionWord = "connection";
    private const string DisconnectWord = "disconnect";
    private const string ReconnectWord = "reconnect";

    private static readonly (string Word, ScriptedActions Driven)[] DrivenWords =
        [(AnswersWord, ScriptedActions.Answers), (LeavesWord, ScriptedActions.Leaves), (ConnectionWord, ScriptedActions.Connection)];

    /// <summary>Join the room at the address.</summary>
    public sealed record Join(string Address, ScriptedActions Driven) : NodeCommand
    {
        /// <inheritdoc />
        public override string ToString() =>
            string.Join(' ', [JoinWord, Address, .. DrivenWords.Where(known => Driven.HasFlag(known.Driven)).Select(known => known.Word)]);
    }

    /// <summary>Answer this round; a null text is left to the bot's persona.</summary>
    public sealed record Answer(int Round, string? Text) : NodeCommand
    {
        /// <inheritdoc />
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AnswerWord} {Round}") + (Text is null ? "" : $" {Text}");
    }

    /// <summary>Say Bye.</summary>
    public sealed record Leave : NodeCommand
    {
        /// <inheritdoc />
        public override string ToString() => LeaveWord;
    }

    /// <summary>Lose what is said and heard from now on.</summary>
    public sealed record Disconnect : NodeCommand
    {
        /// <inheritdoc />
        public override string ToString() => DisconnectWord;
    }

    /// <summary>Lose no more.</summary>
    public sealed record Reconnect : NodeCommand
    {
        /// <inheritdoc />
        public override string ToString() => ReconnectWord;
    }

    /// <summary>Wait no longer for bots that have not joined.</summary>
    public sealed record GiveUp : NodeCommand
    {
        /// <inheritdoc />
        public override string ToString() => GiveUpWord;
    }

    /// <summary>The process of this bot has ended, so it does not come back.</summary>
    public sealed record Gone(string Name) : NodeCommand
    {
        /// <inheritdoc />
        public override string ToString() => $"{GoneWord} {Name}";
    }

    /// <summary>Close the room, whatever is going on in it.</summary>
    public sealed record Stop : NodeCommand
    {
        /// <inheritdoc />
        public override string ToString() => StopWord;
    }

    /// <summary>End without a word to the bots, which have all ended.</summary>
    public sealed record WaitNoMore : NodeCommand
    {
        /// <inheritdoc />
        public override string ToString() => WaitNoMoreWord;
    }

    /// <summary>Reads a line; null for one that is no command.</summary>
    public static NodeCommand? Parse(string line)
    {
        var words = line.Split(' ');
        return words[0] switch
        {
            JoinWord when words.Length >= 2 => new Join(
                words[1], DrivenWords.Where(known => words.Contains(known.Word)).Aggregate(ScriptedActions.None, (all, known) => all | known.Driven)),
            AnswerWord when words.Length >= 2 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var round) =>
                new Answer(round, words.Length == 2 ? null : line[(words[0].Length + words[1].Length + 2)..]),
            LeaveWord when words.Length == 1 => new Leave(),
            DisconnectWord when words.Length == 1 => new Disconnect(),
            ReconnectWord when words.Length == 1 => new Reconnect(),
            GiveUpWord when words.Length == 1 => new GiveUp(),
            GoneWord when words.Length >= 2 => new Gone(line[(words[0].Length + 1)..]),
            StopWord when words.Length == 1 => new Stop(),
            WaitNoMoreWord when words.Length == 1 => new WaitNoMore(),
            _ => null,
        };
    }
}
