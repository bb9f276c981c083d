using static Chatroom.Actors.Tests.RecordedReplayTests;

namespace Chatroom.Actors.Tests;

/// <summary>A conversation as a scenario, as far as it goes: whatever happened in it, and wherever its transcript was cut.</summary>
public sealed class PartialRecordingTests
{
    private static readonly ValueList<string> Names = Chat.Four;

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(710)]
    [InlineData(960)]
    public async Task A_conversation_in_which_bots_came_back_replays_as_far_as_it_goes(int first)
    {
        var returned = 0;
        for (var number = first; number < first + 10; number++)
        {
            var (header, events) = RandomLives.Of(number);
            returned += events.OfType<Returned>().Count();

            await ReplaysWhereverItEnds($"number {number}", header, events);
        }
        Assert.NotEqual(0, returned);
    }

    [Fact]
    public async Task A_conversation_in_which_anything_may_go_wrong_replays_as_far_as_it_goes()
    {
        foreach (var number in Enumerable.Range(1, 20))
        {
            var scenario = RandomConversations.Scenario(number);
            var transcript = Record(scenario, (await ReplayTests.Run(scenario)).Events);

            await ReplaysWhereverItEnds($"number {number}", transcript.Header, transcript.Events);
        }
    }

    [Theory]
    [InlineData(SpeakingOrder.Arrival)]
    [InlineData(SpeakingOrder.Roster)]
    public async Task A_conversation_across_nodes_with_faults_replays_as_far_as_it_goes(object order)
    {
        var setup = Simulating.Setup("two-rounds", ScenarioFolder.Load("two-rounds").Room with { Order = (SpeakingOrder)order });
        foreach (var seed in Enumerable.Range(1, 4))
        {
            var whole = Sample.Read(SimulationRun.Play(setup, seed, FaultPlan.Heavy).Transcript).Value!;

            await ReplaysWhereverItEnds($"seed {seed}", whole.Header, whole.Events);
        }
    }

    [Fact]
    public async Task A_whole_conversation_comes_out_to_the_last_letter()
    {
        var scenario = ScenarioFolder.Load("original");
        var transcript = Record(scenario, (await ReplayTests.Run(scenario)).Events);

        var recording = Recording.AsFarAsItGoes(transcript.Header, transcript.Events, missing: null, asked: []);

        Assert.Equal(Recording.Of(transcript).Value!.Scenario.Expect, recording.Scenario.Expect);
        Assert.Equal(Recording.Of(transcript).Value!.Scenario.Script, recording.Scenario.Script);
        Assert.Empty(recording.Notes);
    }

    [Fact]
    public async Task A_bot_that_came_back_is_cut_off_until_its_round_is_over_at_the_latest()
    {
        var chat = Chat.Talking(rounds: 2);
        chat.Answer("Marija").Lost("Felix").Answer("Madelen").Answer("Rateb").Answer("Marija").Return("Felix", "again").Answer("Felix").Answer("Madelen").Answer("Rateb");
        foreach (var name in Names)
        {
            chat.Bye(name);
        }

        var recording = Of(chat);

        var steps = recording.Scenario.Script.ToList();
        var disconnect = new ScriptStep.Disconnect("Felix") { After = TimeSpan.FromMilliseconds(1) };
        var cut = steps.IndexOf(disconnect);
        Assert.Equal(
            [disconnect, new ScriptStep.Answer("Madelen", "ok"), new ScriptStep.Reconnect("Felix"), new ScriptStep.Answer("Rateb", "ok"), new ScriptStep.RoundOver(1)],
            steps.Skip(cut).Take(5));
        Assert.Equal((cut, "Felix was noted as crashed and came back: played as disconnect and reconnect"), (Assert.Single(recording.Notes).Step, recording.Notes[0].Note.Summary));
        Assert.Equal((CloseReason.Completed, null), (recording.Scenario.Expect!.Reason, recording.Scenario.Expect.Digest));
        var events = await Replays(recording);
        Assert.Equal([Verdict.Silent, Verdict.Answered], events.OfType<RoundClosed>().Select(closed => closed.Verdicts[1].Verdict));
        Assert.Equal(Names, events.OfType<Left>().Where(left => left.How == Leaving.Bye).Select(left => left.Name));
    }

    [Fact]
    public async Task A_loss_by_which_too_few_were_left_is_not_played()
    {
        var chat = Chat.Talking(new RoomSettings { StopBelow = 4 });
        chat.Answer("Marija").Lost("Felix").Return("Felix", "again");

        var recording = Of(chat);

        Assert.Equal("Felix was noted as crashed and came back, and meanwhile too few were left: played up to there", Assert.Single(recording.Notes).Note.Summary);
        Assert.Equal(("Marija: ok", null), ($"{recording.Scenario.Expect!.FirstLines![^1].Lines[0]}", recording.Scenario.Expect.Reason));
        await Replays(recording);
    }

    [Fact]
    public async Task In_the_order_of_the_roster_a_loss_is_not_played()
    {
        var chat = Chat.Talking(SpeakingOrder.Roster, rounds: 2);
        chat.Answer("Marija").Lost("Felix").Answer("Madelen").Return("Felix", "again");

        var recording = Of(chat);

        Assert.Equal("Felix went before its turn, or came back: played up to there", Assert.Single(recording.Notes).Note.Summary);
        Assert.Equal("Marija: ok", $"{recording.Scenario.Expect!.FirstLines![^1].Lines[0]}");
        await Replays(recording);
    }

    [Fact]
    public async Task A_refusal_that_no_step_brings_about_is_left_out()
    {
        var chat = new Chat();
        chat.Join("Marija").Join("Felix", "another", "ticket", lastSeen: 99);
        Assert.Equal(RefusalReason.OtherRoom, chat.History.OfType<Refused>().Single().Reason);

        var recording = Of(chat);

        Assert.Contains(recording.Notes, note => note.Note.Summary == "A bot that wanted to be Felix was refused, and is left out: it came from another room");
        await Replays(recording);
    }

    [Fact]
    public async Task A_bot_that_is_asked_may_say_something_else_but_not_be_silent()
    {
        var (header, events) = await TwoRounds();
        Assert.Equal(2, events.OfType<Said>().Count(said => said.Name == "Felix"));
        var scenario = Recording.AsFarAsItGoes(header, events, missing: null, ["Felix"]).Scenario;

        var otherwise = await Replay.RunAsync(scenario, TimeProvider.System, CancellationToken.None, name => name == "Felix" ? new Says("Well, well.") : null);
        var silent = await Replay.RunAsync(scenario, TimeProvider.System, CancellationToken.None, name => name == "Felix" ? new Says(null) : null);

        Assert.Empty(otherwise.Differences);
        Assert.Equal(["Well, well.", "Well, well."], otherwise.Events.OfType<Said>().Where(said => said.Name == "Felix").Select(said => said.Text));
        Assert.Contains("in round 1 Felix should be answered, and is silent", silent.Differences);
    }

    [Fact]
    public async Task What_others_than_the_asked_bot_said_is_still_expected()
    {
        var (header, events) = await TwoRounds();

        var expect = Recording.AsFarAsItGoes(header, events, missing: null, ["Felix"]).Scenario.Expect!;

        var text = string.Join('\n', expect.Lines!.Select(group => $"{group.Lines[0]}"));
        Assert.All(events.OfType<Said>(), said => Assert.Equal(said.Name != "Felix", text.Contains(said.Text, StringComparison.Ordinal)));
        Assert.Equal((CloseReason.Completed, null, 2), (expect.Reason, expect.Digest, expect.Verdicts!.Count));
    }

    [Fact]
    public void A_bot_that_ended_the_conversation_with_what_it_said_may_not_end_it_when_it_is_asked()
    {
        var chat = Chat.Talking(new RoomSettings { Rounds = 3, StopText = "basta" });
        chat.Answer("Marija").Answer("Felix", "Basta!").Bye("Marija");

        var (asked, other) = (Of(chat, "Felix").Scenario.Expect!, Of(chat, "Marija").Scenario.Expect!);

        Assert.Equal("like Felix: *", $"{asked.FirstLines![^1].Lines[0]}");
        Assert.Empty(asked.Verdicts!);
        Assert.Single(other.Verdicts!);
    }

    [Fact]
    public async Task A_bot_that_crashed_before_it_had_answered_is_asked_once_more()
    {
        var crash = (await Replay.RunAsync(ScenarioFolder.Load("crash-in-round"), TimeProvider.System, CancellationToken.None)).Events;
        var name = crash.OfType<Left>().First(left => left.How == Leaving.Crashed).Name;
        var header = new TranscriptHeader("crash-in-round", "abc", 7, crash.OfType<Opened>().Single().Roster, ScenarioFolder.Load("crash-in-round").Room, "test");

        var recording = Recording.AsFarAsItGoes(header, crash, missing: null, [name]);

        Assert.Contains(recording.Notes, note => note.Note.Summary == $"{name} crashed before it had answered, and is asked once more: played up to there");
        Assert.DoesNotContain(recording.Scenario.Script, step => step is ScriptStep.Crash);
        async Task<ReplayResult> With(Func<IMind> mind) => await Replay.RunAsync(recording.Scenario, new Minds { [name] = mind });
        Assert.Empty((await With(() => new Says("Here I am."))).Differences);
        Assert.StartsWith($"{name} has no answer in round 1: its mind failed", (await With(() => new Broken())).Differences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_an_asked_bot_was_silent_a_comment_says_how_to_ask_it()
    {
        var chat = Chat.Talking();
        chat.Answer("Marija").Do(new RoomCommand.ReplyTimeout(1));

        var recording = Of(chat, "Felix");

        var note = recording.Notes.Single(note => note.Note.Summary == "Felix is not asked in rounds in which it said nothing");
        Assert.Equal(new ScriptStep.Silent("Felix"), recording.Scenario.Script[note.Step]);
        Assert.Contains("{ answer = Felix }", note.Note.Comment, StringComparison.Ordinal);
    }

    private static async Task<(TranscriptHeader Header, ValueList<RoomEvent> Events)> TwoRounds()
    {
        var scenario = ScenarioFolder.Load("two-rounds");
        var transcript = Record(scenario, (await ReplayTests.Run(scenario)).Events);
        return (transcript.Header, transcript.Events);
    }

    private static Recording Of(Chat chat, params string[] asked) =>
        Recording.AsFarAsItGoes(new TranscriptHeader("test", "abc", 7, Names, chat.State.Settings, "test"), [.. chat.History], missing: null, asked);

    private static async Task ReplaysWhereverItEnds(string which, TranscriptHeader header, ValueList<RoomEvent> events)
    {
        for (var count = 1; count <= events.Count; count++)
        {
            ValueList<RoomEvent> cut = [.. events.Take(count)];
            string[] asked = count % 2 == 0 ? [] : [header.Roster[count / 2 % header.Roster.Count]];
            await Replays($"{which}, {count} events", Recording.AsFarAsItGoes(header, cut, "it was cut", asked));
            if (cut is not [.., Closed])
            {
                ValueList<RoomEvent> stopped = [.. cut, new Closed(count + 1, cut[^1].T, CloseReason.Stopped)];
                await Replays($"{which}, stopped after {count} events", Recording.AsFarAsItGoes(header, stopped, missing: null, asked));
            }
        }
    }

    private static Task<ValueList<RoomEvent>> Replays(Recording recording) => Replays("it", recording);

    // As it is written: what is not in the file does not help.
    private static async Task<ValueList<RoomEvent>> Replays(string which, Recording recording)
    {
        var asked = recording.Scenario.Script.OfType<ScriptStep.Answer>().Where(answer => answer.Text is null).Select(answer => answer.Name).Distinct();
        var personas = string.Concat(asked.Select(name => $"personas.{name} {{ interest = chill, stances.keen {{ at-interest = 1, otherwise = 1, replies = [ok] }} }}\n"));
        var text = ScenarioWriter.Of(recording.Scenario, personas, recording.Notes.ToLookup(note => note.Step, note => note.Note.Comment));
        var read = ScenarioReader.Parse(text, "saved", "/no/such/folder");
        Assert.True(read.IsGood, $"{which}: {string.Join('\n', read.Errors)}");
        var result = await ReplayTests.Run(read.Value);
        Assert.True(result.Differences.Count == 0, $"{which}:\n{string.Join('\n', result.Differences)}\n{text}");
        return result.Events;
    }

    private sealed class Broken : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => throw new InvalidOperationException("I am broken.");
    }

    private sealed class Says(string? text) : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromResult(text);
    }
}
