namespace Chatroom.Actors.Tests;

/// <summary>What rooms noted in conversations in which bots crash and come back, from nothing but a number.</summary>
internal static class RandomLives
{
    private const int Steps = 40;

    /// <summary>The transcript of a conversation, which may be cut.</summary>
    public static (TranscriptHeader Header, ValueList<RoomEvent> Events) Of(int number)
    {
        var dice = new SplitMix64((ulong)number);
        var chat = new Chat(new RoomSettings
        {
            Order = number % 3 == 0 ? SpeakingOrder.Roster : SpeakingOrder.Arrival,
            Rounds = 1 + dice.Below(4),
            ReplyTimeout = TimeSpan.FromSeconds(dice.Below(2) == 0 ? 30 : 2),
            Quorum = dice.Below(3) == 0 ? 1 + dice.Below(4) : null,
            StopText = dice.Below(3) == 0 ? "answer 3" : null,
            StopBelow = 1 + dice.Below(3),
        });
        foreach (var name in Chat.Four)
        {
            chat.Join(name, $"first {name}", $"ticket {name}");
        }
        for (var step = 0; step < Steps; step++)
        {
            chat.T += dice.Below(100);
            GoOn(chat, dice, step);
        }
        return (new TranscriptHeader("test", "abc", 7, Chat.Four, chat.State.Settings, "test"), [.. chat.History]);
    }

    private static void GoOn(Chat chat, SplitMix64 dice, int step)
    {
        var name = dice.Pick(Chat.Four);
        var crashed = Chat.Four.Where(other => chat.State.Find(other) is { Gone: Leaving.Crashed }).ToList();
        _ = dice.Below(20) switch
        {
            < 9 => Answer(chat, name, chat.State.Round, step),
            9 => Answer(chat, name, 1 + dice.Below(3), step),
            < 13 => chat.Lost(name),
            < 16 when crashed.Count > 0 => chat.Return(dice.Pick(crashed), $"connection {step}"),
            16 => chat.Join(dice.Below(2) == 0 ? null : name, $"connection {step}"),
            17 when crashed.Count < Chat.Four.Count => chat.Do(new RoomCommand.ReplyTimeout(chat.State.Round)),
            18 when dice.Below(3) == 0 => chat.Bye(name),
            19 => dice.Below(6) switch { 0 => chat.Do(new RoomCommand.ClosingTimeout()), 1 => chat.Do(new RoomCommand.TimeUp()), _ => chat },
            _ => chat,
        };
    }

    private static Chat Answer(Chat chat, string name, int round, int step) =>
        chat.State.Find(name)?.HasAnswered(round) == true ? chat : chat.Answer(name, $"answer {step}", round);
}
