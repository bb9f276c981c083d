using System.Diagnostics;

namespace Chatroom.Actors.Tests;

public sealed class ScenarioDigestTests
{
    // What is hashed, and has been since scenarios had digests. None of these lines ever changes, whatever classes and properties are called.
    private static readonly (ScriptStep Step, string Line)[] Pins =
    [
        (new ScriptStep.Join("Felix"), """["Join","Join { Name = Felix }"]"""),
        (new ScriptStep.RefusedJoin("Zed", RefusalReason.NameTaken), """["Intrude","Intrude { Name = Zed, Refused = NameTaken }"]"""),
        (new ScriptStep.RefusedJoin("Zed", RefusalReason.RoomClosed), """["Intrude","Intrude { Name = Zed, Refused = RoomClosed }"]"""),
        (new ScriptStep.RefusedJoin("Zed", RefusalReason.UnknownName), """["Intrude","Intrude { Name = Zed, Refused = UnknownName }"]"""),
        (new ScriptStep.RefusedJoin("Zed", RefusalReason.OtherRoom), """["Intrude","Intrude { Name = Zed, Refused = OtherRoom }"]"""),
        (new ScriptStep.RefusedJoin("Zed", RefusalReason.UnknownRoom), """["Intrude","Intrude { Name = Zed, Refused = UnknownRoom }"]"""),
        (new ScriptStep.RefusedJoin(null, RefusalReason.RoomFull), """["Intrude","Intrude { Name = , Refused = RoomFull }"]"""),
        (new ScriptStep.Answer("Felix"), """["Answer","Answer { Name = Felix, Text = , Late = False, Round =  }"]"""),
        (new ScriptStep.Answer("Felix", "so", Late: true, Round: 2), """["Answer","Answer { Name = Felix, Text = so, Late = True, Round = 2 }"]"""),
        (new ScriptStep.Leave("Felix"), """["Leave","Leave { Name = Felix }"]"""),
        (new ScriptStep.WalkOut("Felix"), """["WalkOut","WalkOut { Name = Felix }"]"""),
        (new ScriptStep.Crash("Felix"), """["Crash","Crash { Name = Felix }"]"""),
        (new ScriptStep.Disconnect("Felix"), """["Disconnect","Disconnect { Name = Felix }"]"""),
        (new ScriptStep.Reconnect("Felix"), """["Reconnect","Reconnect { Name = Felix }"]"""),
        (new ScriptStep.Wait(TimeSpan.FromSeconds(90)), """["Wait","Wait { Span = 00:01:30 }"]"""),
        (new ScriptStep.RoundOver(3), """["RoundOver","RoundOver { Round = 3 }"]"""),
        (new ScriptStep.Absent("Felix"), """["Absent","Absent { Name = Felix }"]"""),
        (new ScriptStep.Silent("Felix"), """["Silent","Silent { Name = Felix }"]"""),
        (new ScriptStep.Stay("Felix"), """["Stay","Stay { Name = Felix }"]"""),
        (new ScriptStep.Stay("Felix") { After = TimeSpan.FromMilliseconds(1500) }, """["Stay","Stay { After = 00:00:01.5000000, Name = Felix }"]"""),
        (new ScriptStep.Wait(TimeSpan.FromMilliseconds(20)) { After = TimeSpan.FromSeconds(1), At = TimeSpan.FromDays(1) },
            """["Wait","Wait { After = 00:00:01, At = 1.00:00:00, Span = 00:00:00.0200000 }"]"""),
    ];

    private static readonly Scenario Plain = new("test", [], new Catalogue([new CatalogueAction("chill", "travel to", ["Oslo"])], ["{what}?"]))
    {
        Seed = 7,
        Suggestions = [new Suggestion("chill", "party", null, "Party?")],
    };

    private static readonly Persona Felix = new("Felix", "nerd", "work",
    [
        new StanceReplies(Stance.Keen, 1, 0, ["Yes!"]),
        new StanceReplies(Stance.Willing, 0, 0, []),
        new StanceReplies(Stance.Declining, 0, 1, ["No.", "Never."]),
        new StanceReplies(Stance.Countering, 0, 0, []),
    ]);

    public static TheoryData<int> Places => new(Enumerable.Range(0, Pins.Length));

    private static string[] Lines(Scenario scenario) => ScenarioDigest.Canonical(scenario).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Theory]
    [MemberData(nameof(Places))]
    public void What_is_hashed_of_a_step_is_pinned(int place)
    {
        Assert.Equal(Pins[place].Line, Lines(Plain with { Script = [Pins[place].Step] })[^1]);
    }

    [Fact]
    public void Every_step_is_pinned() => Kinds.AllAmong(Pins.Select(pin => pin.Step));

    [Fact]
    public void Every_refusal_is_pinned() =>
        Kinds.AllMembersAmong(Pins.Select(pin => pin.Step).OfType<ScriptStep.RefusedJoin>().Select(step => step.Refused));

    [Fact]
    public void What_is_hashed_of_a_scenario_is_pinned()
    {
        var scenario = Plain with
        {
            Room = new RoomSettings { Order = SpeakingOrder.Roster, Quorum = 3, StopText = "basta", StopAfter = TimeSpan.FromSeconds(9), StopBelow = 2 },
            Roster = [Felix, Persona.WithoutWords("Rateb") with { Think = new ThinkTimes(TimeSpan.Zero, TimeSpan.FromSeconds(1)) }],
        };

        Assert.Equal(
        [
            """["room","chatroom",1,"roster","catalogue",600000000,300000000,100000000]""",
            """["stop",3,"basta",90000000,2]""",
            """["seed","7"]""",
            """["persona","Felix","nerd","work"]""",
            """["keen",1,0,"Yes!"]""",
            """["willing",0,0]""",
            """["declining",0,1,"No.","Never."]""",
            """["countering",0,0]""",
            """["persona","Rateb","",""]""",
            """["think",0,10000000]""",
            """["action","chill","travel to","Oslo"]""",
            """["questions","{what}?"]""",
            """["suggestion","chill","party",null,"Party?"]""",
        ], Lines(scenario));
    }

    [Fact]
    public void A_stance_that_is_added_later_changes_no_digest_as_long_as_it_has_no_weight()
    {
        var later = new StanceReplies((Stance)4, 0, 0, []);

        Assert.Equal(
            ScenarioDigest.Of(Plain with { Roster = [Felix] }),
            ScenarioDigest.Of(Plain with { Roster = [Felix with { Stances = [.. Felix.Stances, later] }] }));
    }

    [Fact]
    public void A_step_that_was_forgotten_is_not_passed_over()
    {
        Assert.Throws<UnreachableException>(() => ScenarioDigest.Of(Plain with { Script = [new UnknownStep()] }));
    }
}
