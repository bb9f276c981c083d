namespace Chatroom.Actors.Tests;

public sealed class FaultReaderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Faults =>
    [
        "{ at = 3 s, cut = [seed, Felix] }",
        "{ at = 1250 ms, block = [seed, Felix], for = 5 s }",
        "{ at = 3 s, block = [Felix, seed], for = 5 s }",
        "{ at = 3 s, partition = [seed, Felix], for = 1500 ms }",
        "{ at = 3 s, slow = [seed, Felix], for = 5 s, factor = 500 }",
        "{ at = 3 s, refuse = [Felix, seed], for = 5 s }",
        "{ at = 3 s, kill = Felix, restart-after = 2 s, ending = reset }",
        "{ at = 3 s, kill = seed, restart-after = 2 s }",
        "{ at = 3 s, kill = Felix, ending = silent }",
        "{ at = 3 s, pause = Felix, for = 9 s }",
        "{ at = 3 s, pause = seed, for = 9 s }",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_written_as_it_is_read(string fault) =>
        Assert.Equal(fault, FaultWriter.Of(Assert.Single(Read($"faults = [{fault}]").Value!.Faults!)));

    [Fact]
    public void A_fault_says_what_when_and_for_how_long()
    {
        var faults = Read("faults = [{ at = 2 s, block = [seed, Felix], for = 5 s }, { at = 3 s, kill = seed, restart-after = 1 s }]").Value!.Faults!;

        Assert.Equal([new Fault.Block(2 * Second, "Felix", 5 * Second, FaultWay.ToBot), new Fault.Kill(3 * Second, null, Second, KillEnding.Closed)], faults);
        Assert.Equal([7 * Second, 4 * Second], faults.Select(fault => fault.End));
    }

    [Fact]
    public void A_scenario_that_says_nothing_of_faults_leaves_them_to_chance()
    {
        Assert.Null(Read("").Value!.Faults);
        Assert.Equal([], Read("faults = []").Value!.Faults);
    }

    [Fact]
    public void A_bot_may_be_written_in_another_form_of_unicode_than_on_the_roster() =>
        Assert.Equal(new Fault.Cut(Second, "Zo\u00eb"), Assert.Single(Read("faults = [{ at = 1 s, cut = [seed, \"Zoe\u0308\"] }]").Value!.Faults!));

    [Theory]
    [InlineData("{ at = 1 s }", "faults[0]: a fault has exactly one of cut, block, partition, slow, refuse, kill, pause")]
    [InlineData("{ at = 1 s, cut = [seed, Felix], pause = Felix, for = 1 s }", "faults[0]: a fault has exactly one of cut, block, partition, slow, refuse, kill, pause")]
    [InlineData("{ at = 1 s, break = Felix }", "faults[0]: break is not known here; a fault has exactly one of cut, block, partition, slow, refuse, kill, pause")]
    [InlineData("{ cut = [seed, Felix] }", "faults[0].at: is missing: when it begins, since the seed node started")]
    [InlineData("{ at = 1 s, pause = Felix }", "faults[0].for: is missing: how long it lasts")]
    [InlineData("{ at = 1 s, cut = Felix }", "faults[0].cut: must be a list: [ ... ]")]
    [InlineData("{ at = 1 s, cut = [Felix, Rateb] }", "faults[0].cut: must name the seed node and a bot: [seed, BOT] or [BOT, seed]")]
    [InlineData("{ at = 1 s, cut = [seed, Nobody] }", "faults[0].cut: Nobody is not on the roster, and the seed node is called seed")]
    [InlineData("{ at = 1 s, kill = Nobody }", "faults[0].kill: Nobody is not on the roster, and the seed node is called seed")]
    [InlineData("{ at = 1 s, refuse = [seed, Felix], for = 1 s }", "faults[0].refuse: must be [BOT, seed]: the seed node opens no connections")]
    [InlineData("{ at = 1 s, slow = [seed, Felix], for = 1 s, factor = 0 }", "faults[0].factor: must be a whole number from 1 to 1000000, not \"0\"")]
    [InlineData("{ at = 1 s, kill = seed }", "faults[0].restart-after: is missing: a conversation does not go on without its seed node")]
    [InlineData("{ at = 1 s, kill = Felix, ending = loud }", "faults[0].ending: must be one of closed, reset, silent, not \"loud\"")]
    public void A_mistake_is_told_with_its_path(string fault, string error) =>
        Assert.Contains(Read($"faults = [{fault}]").Errors, line => line.EndsWith(error, StringComparison.Ordinal));

    [Fact]
    public void A_bot_named_seed_can_t_be_told_from_the_seed_node() => Assert.Contains(
        ScenarioReader.Parse(
            "include \"suggestions.conf\"\nroster = [seed]\npersonas.seed = { }\nfaults = [{ at = 1 s, kill = seed, restart-after = 1 s }]", "mine", HoconFile.ProgramFolder).Errors,
        error => error.EndsWith("the roster has a bot seed, and faults call the seed node so; give it another name", StringComparison.Ordinal));

    private static Result<Scenario> Read(string faults) => ScenarioReader.Parse(
        $"include \"personas.conf\"\ninclude \"suggestions.conf\"\nroster = [Felix, Rateb, \"Zo\u00eb\"]\npersonas.\"Zo\u00eb\" = ${{personas.Felix}}\n{faults}", "mine", HoconFile.ProgramFolder);
}
