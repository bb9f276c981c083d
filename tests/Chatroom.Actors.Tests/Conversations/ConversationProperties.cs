namespace Chatroom.Actors.Tests;

/// <summary>What holds whatever is done to a room, in whatever order: many random lives, each from a seed that a failure names.</summary>
public sealed class ConversationProperties
{
    private const int MostSteps = 70;

    public static TheoryData<int> Seeds => new(Enumerable.Range(0, 100));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_rules_hold_in_any_life(int seed)
    {
        var chat = LiveAtRandom(seed);
        var events = chat.History;

        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(happened => happened.N));
        Assert.Equal(events.Select(happened => happened.T).Order(), events.Select(happened => happened.T));
        Assert.IsType<Opened>(events[0]);
        Assert.Equal(chat.State.Phase == RoomPhase.Closed, events[^1] is Closed);
        Assert.Empty(events.SkipLast(1).OfType<Closed>());
        Assert.All(events.OfType<Said>().GroupBy(said => (said.Name, said.Round)), answers => Assert.Single(answers));
        Assert.All(events.OfType<RoundClosed>().GroupBy(closed => closed.Round), closings => Assert.Single(closings));
        Assert.Equal(Enumerable.Range(1, events.OfType<Suggested>().Count()), events.OfType<Suggested>().Select(suggested => suggested.Round));
        Assert.All(Chat.Four, name => Assert.True(InAndOut(events, name)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_state_says_what_the_events_say(int seed)
    {
        var chat = LiveAtRandom(seed);
        var (state, events) = (chat.State, chat.History);

        Assert.Equal(events[^1].N, state.N);
        Assert.Equal(events[^1] is Closed, state.Phase == RoomPhase.Closed);
        Assert.Equal(events.OfType<Suggested>().Count(), state.Round);
        Assert.Equal(events[^1] is not Closed && events.OfType<RoundClosed>().Count() < state.Round, state.RoundOpen);
        foreach (var name in Chat.Four)
        {
            Assert.Equal(events.LastOrDefault(happened => IsAbout(happened, name)) is Joined or Returned, state.IsHere(name));
            Assert.Equal(
                events.OfType<Said>().Where(said => said.Name == name).Select(said => (said.Round, said.N)).Order(),
                (state.Find(name)?.Answered ?? []).Select(answer => (answer.Key, answer.Value)).Order());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whose_ticket_is_whose_can_be_read_from_the_events(int seed)
    {
        var chat = LiveAtRandom(seed);
        var recovered = chat.History.Aggregate(
            new ConversationState(new RoomState(chat.State.Settings, chat.State.Roster), 7), (state, happened) => state.Apply(happened));

        Assert.All(Enumerable.Range(0, MostSteps).Select(step => $"ticket {step}"), ticket =>
            Assert.True(chat.HolderOf(ticket) == recovered.HolderOf(ticket) || chat.IsHeld(chat.HolderOf(ticket)!)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_room_that_is_resumed_anywhere_decides_what_had_not_been_written(int seed)
    {
        var chat = LiveAtRandom(seed);

        for (var count = 1; count <= chat.History.Count; count++)
        {
            var resumed = chat.ResumedAfter(count);

            Assert.Equal(chat.History.Take(count), resumed.History.Take(count));
            Assert.True(resumed.State is { RoundIsDone: false, AwaitsSuggestion: false });
            Assert.False(resumed.State.Phase == RoomPhase.Closing && !resumed.State.Present.Any());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_life_that_came_to_its_end_can_be_written_and_read(int seed)
    {
        var events = LiveAtRandom(seed).Do(new RoomCommand.Stop()).History;

        Assert.Equal(events, Sample.Read(Sample.Text(events)).Value?.Events);
    }

    /// <summary>Joins and leavings of one name take turns.</summary>
    private static bool InAndOut(IReadOnlyList<RoomEvent> events, string name)
    {
        var here = false;
        foreach (var happened in events)
        {
            if (IsAbout(happened, name))
            {
                if (here == happened is not Left)
                {
                    return false;
                }
                here = !here;
            }
        }
        return true;
    }

    /// <summary>True when the event lets this bot in or out.</summary>
    private static bool IsAbout(RoomEvent happened, string name) => happened switch
    {
        Joined joined => joined.Name == name,
        Returned returned => returned.Name == name,
        Left left => left.Name == name,
        _ => false,
    };

    private static Chat LiveAtRandom(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        var chat = new Chat(new RoomSettings
        {
            Order = dice.Below(2) == 0 ? SpeakingOrder.Arrival : SpeakingOrder.Roster,
            Rounds = 1 + dice.Below(3),
            Quorum = dice.Below(3) == 0 ? 1 + dice.Below(4) : null,
            StopText = dice.Below(3) == 0 ? "answer 3" : null,
            StopBelow = 1 + dice.Below(3),
        });
        var steps = 10 + dice.Below(MostSteps - 10);
        for (var step = 0; step < steps; step++)
        {
            chat.T += dice.Below(100);
            var name = dice.Pick(Chat.Four);
            _ = dice.Below(20) switch
            {
                < 6 => chat.Join(name, $"connection {step}", $"ticket {step}"),
                6 => chat.Join(null, $"connection {step}"),
                < 15 => chat.Answer(name, $"answer {step}", 1 + dice.Below(3)),
                15 => chat.Bye(name),
                16 when chat.State.Find(name) is { Gone: not null } && dice.Below(2) == 0 => chat.Return(name, $"connection {step}"),
                16 => chat.Lost(name),
                17 => chat.Do(new RoomCommand.ReplyTimeout(1 + dice.Below(3))),
                18 => chat.Do(dice.Below(3) switch { 0 => new RoomCommand.JoinTimeout(), 1 => new RoomCommand.TimeUp(), _ => new RoomCommand.ReplyTimeout(1) }),
                _ => chat.Do(new RoomCommand.ClosingTimeout()),
            };
        }
        return chat;
    }
}
