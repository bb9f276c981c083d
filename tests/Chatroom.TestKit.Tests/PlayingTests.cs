using System.Collections;
using BotNode.Tests.Programs;
using Chatroom.Actors;
using Xunit.Sdk;

namespace Chatroom.TestKit.Tests;

public sealed class PlayingTests : ScenarioTest
{
    private static readonly Minds FelixEchoes = new() { ["Felix"] = () => new EchoMind(whenFirst: null) };

    private static string WhatFelixSaid(ReplayResult result) => Assert.Single(result.Events.OfType<Said>(), said => said.Name == "Felix").Text;

    [Fact]
    public async Task A_mind_is_asked_where_the_script_has_no_text() =>
        Assert.Equal("I'm with Rateb.", WhatFelixSaid(await PlayAsync("scenarios/asks-felix.conf", FelixEchoes)));

    [Fact]
    public async Task Without_a_mind_the_persona_answers() =>
        Assert.Equal("I have read that it is overrated.", WhatFelixSaid(await PlayAsync("scenarios/asks-felix.conf")));

    [PythonFact]
    public async Task A_program_runs_in_the_folder_of_the_test()
    {
        var minds = new Minds { ["Felix"] = Program("python3 ../../examples/python/felix.py") };

        Assert.Equal("I'm with Rateb.", WhatFelixSaid(await PlayAsync("scenarios/asks-felix.conf", minds)));
    }

    [PythonFact]
    public async Task A_program_that_fails_fails_the_test_with_its_last_words()
    {
        var minds = new Minds { ["Felix"] = Program("python3 -c 'raise SystemExit(\"I will not.\")'") };

        var error = await Assert.ThrowsAnyAsync<XunitException>(() => PlayAsync("scenarios/asks-felix.conf", minds));

        Assert.Contains("Felix has no answer in round 1: its mind ended with exit code 1: I will not.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_comes_with_the_library_is_played_by_its_name() =>
        Assert.Equal(2, (await PlayAsync("two-rounds")).Events.OfType<RoundClosed>().Count());

    [Fact]
    public async Task A_transcript_is_a_test() =>
        Assert.Equal(Transcript.Load(Path.Combine(AppContext.BaseDirectory, "talks/two-rounds.jsonl")).Digest, (await PlayAsync("talks/two-rounds.jsonl")).Digest);

    [Fact]
    public async Task A_mind_that_answers_otherwise_than_the_transcript_fails_the_test_with_the_lines_around()
    {
        var error = await Assert.ThrowsAnyAsync<XunitException>(() => PlayAsync("talks/two-rounds.jsonl", FelixEchoes));

        Assert.StartsWith("talks/two-rounds.jsonl comes out otherwise than expected:\nline ", error.Message, StringComparison.Ordinal);
        Assert.Matches("\n    Madelen: .*\n  expected: Felix: .*\n  got:      Felix: I'm with Madelen\\.\n    Marija: ", error.Message);
    }

    [Fact]
    public async Task A_probe_is_told_what_its_bot_is_told()
    {
        var felix = Watch("Felix");

        var result = await PlayAsync("scenarios/asks-felix.conf", FelixEchoes);

        var told = new ArrayList();
        await felix.FishForMessageAsync<BotNews>(news => news is BotNews.Heard { Happened: RoundClosed }, told, TimeSpan.FromSeconds(30));
        Assert.Equal(result.Events.TakeWhile(happened => happened is not RoundClosed), told.OfType<BotNews.Heard>().Select(heard => heard.Happened));
    }

    [Fact]
    public async Task Several_plays_in_one_test_come_out_the_same() =>
        Assert.Equal((await PlayAsync("two-rounds")).Events, (await PlayAsync("two-rounds")).Events);

    [Fact]
    public async Task A_mind_for_somebody_who_is_not_on_the_roster_is_told()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => PlayAsync("scenarios/asks-felix.conf", new Minds { ["Marija"] = () => new EchoMind(null) }));

        Assert.Equal("There is a mind for Marija, who is not on the roster: Rateb, Felix.", error.Message);
    }

    [Fact]
    public async Task A_missing_file_is_told() =>
        Assert.Contains("missing.conf", (await Assert.ThrowsAsync<InvalidFileException>(() => PlayAsync("missing.conf"))).Message, StringComparison.Ordinal);
}
