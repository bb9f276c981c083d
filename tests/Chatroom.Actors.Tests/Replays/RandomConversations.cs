namespace Chatroom.Actors.Tests;

/// <summary>Conversations in which anything may go wrong, from nothing but a number.</summary>
internal static class RandomConversations
{
    private static readonly ValueList<string> Names = ["Anna", "Bert", "Carl", "Dora"];

    public static Scenario Scenario(int number)
    {
        var dice = new SplitMix64((ulong)number);
        var names = Names.Take(2 + dice.Below(3)).ToValueList();
        var steps = new List<ScriptStep>();
        for (var left = 3 + dice.Below(14); left > 0; left--)
        {
            steps.Add(Step(dice, dice.Pick(names)) with { After = dice.Below(4) == 0 ? TimeSpan.FromMilliseconds(1 + dice.Below(6000)) : null });
        }
        return new Scenario($"random {number}", names.Select(name => Persona(dice, name)).ToValueList(), Catalogue.Empty)
        {
            Room = new RoomSettings
            {
                Rounds = 1 + dice.Below(3),
                Order = dice.Below(2) == 0 ? SpeakingOrder.Arrival : SpeakingOrder.Roster,
                Next = SuggestionSource.Script,
                JoinTimeout = TimeSpan.FromSeconds(20),
                ReplyTimeout = TimeSpan.FromSeconds(4),
                ClosingTimeout = TimeSpan.FromSeconds(3),
            },
            Seed = number,
            Suggestions = [new Suggestion("chill", "party", null, "Party?")],
            Script = steps.ToValueList(),
        };
    }

    private static Persona Persona(SplitMix64 dice, string name) => new(name, "", "", [new StanceReplies(Stance.Willing, 1, 1, ["ok", "well..."])])
    {
        Think = dice.Below(2) == 0 ? default : new ThinkTimes(TimeSpan.Zero, TimeSpan.FromSeconds(5)),
    };

    private static ScriptStep Step(SplitMix64 dice, string name) => dice.Below(14) switch
    {
        0 => new ScriptStep.Join(name),
        1 => new ScriptStep.RefusedJoin(name, RefusalReason.NameTaken),
        2 => new ScriptStep.RefusedJoin(null, RefusalReason.RoomFull),
        3 or 4 => new ScriptStep.Answer(name, $"from the script {dice.Below(100)}"),
        5 => new ScriptStep.Answer(name, "sorry", Late: true),
        6 => new ScriptStep.Silent(name),
        7 => new ScriptStep.Leave(name),
        8 => new ScriptStep.WalkOut(name),
        9 => new ScriptStep.Crash(name),
        10 => new ScriptStep.Disconnect(name),
        11 => new ScriptStep.Reconnect(name),
        12 => new ScriptStep.Stay(name),
        _ => new ScriptStep.Wait(TimeSpan.FromMilliseconds(1 + dice.Below(5000))),
    };
}
