using System.Diagnostics.CodeAnalysis;

namespace Chatroom.Actors;

/// <summary>What a bot was asked, what it was told to answer before it was asked, and what it said but has not heard back yet.</summary>
internal sealed class OwnAnswers
{
    private readonly Dictionary<int, Suggested> _asked = [];
    private readonly Dictionary<int, BotCommand.Answer> _told = [];
    private readonly SortedDictionary<int, ChatroomProtocol.Answer> _unheard = [];
    private readonly SortedDictionary<int, Suggested> _thinking = [];

    /// <summary>What must be said again, by round.</summary>
    public IEnumerable<ChatroomProtocol.Answer> Unheard => _unheard.Values;

    public bool AllHeard => _unheard.Count == 0;

    /// <summary>Notes a suggestion; true if the bot was already told its answer.</summary>
    public bool Ask(Suggested suggested, [NotNullWhen(true)] out BotCommand.Answer? told)
    {
        _asked[suggested.Round] = suggested;
        return _told.Remove(suggested.Round, out told);
    }

    /// <summary>The suggestion that the command is about; null if it has not come yet: then the command waits for it.</summary>
    public Suggested? Tell(BotCommand.Answer answer)
    {
        if (_asked.TryGetValue(answer.Round, out var suggested))
        {
            return suggested;
        }
        _told[answer.Round] = answer;
        return null;
    }

    /// <summary>What its mind was asked and has not answered yet, by round.</summary>
    public IReadOnlyList<Suggested> Thinking => [.. _thinking.Values];

    public void Think(Suggested suggested) => _thinking[suggested.Round] = suggested;

    /// <summary>Its mind is done, even if with silence.</summary>
    public void HaveThought(int round) => _thinking.Remove(round);

    public void Say(ChatroomProtocol.Answer answer) => _unheard[answer.Round] = answer;

    public void Hear(int round) => _unheard.Remove(round);
}
