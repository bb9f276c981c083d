namespace Chatroom.Actors.Tests;

/// <summary>What is said of a scenario file in which something is wrong.</summary>
public sealed class ScenarioMistakeTests
{
    private static Result<Scenario> Parse(string text) => ScenarioReaderTests.Parse(text);

    private static string Error(string text) => Assert.Single(Parse(text).Errors);

    [Theory]
    [InlineData("room.ronds = 2", "mine.conf:7: room.ronds: is not known here; known are closing-timeout, join-timeout, name, next, order, quorum, reply-timeout, rounds, stop-after, stop-below, stop-text")]
    [InlineData("room.quorum = most", "mine.conf:7: room.quorum: must be a whole number from 1 to 1024, not \"most\"")]
    [InlineData("room.stop-after = 5", "mine.conf:7: room.stop-after: must be a time from 1 ms to 1 day with its unit, such as 30 s, in whole milliseconds, not \"5\"")]
    [InlineData("rosters = []", "mine.conf:7: rosters: is not known here; known are catalogue, expect, faults, personas, room, roster, script, seed, suggestions")]
    [InlineData("room.rounds = many", "mine.conf:7: room.rounds: must be a whole number from 1 to 1000, not \"many\"")]
    [InlineData("room.rounds = 0", "mine.conf:7: room.rounds: must be a whole number from 1 to 1000, not \"0\"")]
    [InlineData("room.rounds = [1]", "mine.conf:7: room.rounds: must be a plain value")]
    [InlineData("room = 5", "mine.conf:7: room: must be an object: { ... }")]
    [InlineData("room.order = random", "mine.conf:7: room.order: must be one of arrival, roster, not \"random\"")]
    [InlineData("room.join-timeout = 30", "mine.conf:7: room.join-timeout: must be a time from 1 ms to 1 day with its unit, such as 30 s, in whole milliseconds, not \"30\"")]
    [InlineData("room.join-timeout = soon", "mine.conf:7: room.join-timeout: must be a time from 1 ms to 1 day with its unit, such as 30 s, in whole milliseconds, not \"soon\"")]
    [InlineData("room.join-timeout = 1500 us", "mine.conf:7: room.join-timeout: must be a time from 1 ms to 1 day with its unit, such as 30 s, in whole milliseconds, not \"1500 us\"")]
    [InlineData("seed = x", "mine.conf:7: seed: must be a whole number, not \"x\"")]
    [InlineData("roster = [Felix, Rateb, Felix]", "mine.conf:7: roster: names Felix twice")]
    [InlineData("roster = [Felix, \"Ra\u202Eteb\"]\nscript = [{ silent = \"Ra\u202Eteb\" }]", "mine.conf:7: roster: Ra\u202Eteb has U+202E, which does not show; leave it out")]
    [InlineData("roster = [Felix, felix]\nscript = [{ silent = felix }]", "mine.conf:7: roster: felix and Felix look alike; call one of them something else")]
    [InlineData("roster = [Felix, Host]\nscript = [{ silent = Host }]", "mine.conf:7: roster: Host is taken for the Host; choose another")]
    [InlineData("roster = [Felix, \"a\\u001Bb\"]", "mine.conf:7: roster[1]: must be one line of at most 4096 characters, without U+001B")]
    [InlineData("room.name = \"a\\u0007\"", "mine.conf:7: room.name: must be one line of at most 64 characters, without U+0007")]
    [InlineData("personas.\"Fe\u200Blix\" { interest = work, stances.willing { at-interest = 1, otherwise = 1, replies = [a] } }", "mine.conf:7: personas.Fe\u200Blix: this name has U+200B, which does not show; leave it out")]
    [InlineData("personas.FELIX { interest = work, stances.willing { at-interest = 1, otherwise = 1, replies = [a] } }", "mine.conf:7: personas: FELIX and Felix look alike; call one of them something else")]
    [InlineData("script = [{ answer = \"Felix\u200B\" }]", "mine.conf:7: script[0].answer: Felix\u200B is not on the roster")]
    [InlineData("script = [{ answer = FELIX }]", "mine.conf:7: script[0].answer: FELIX is not on the roster")]
    [InlineData("script = [{ answer = \"\uFF26elix\" }]", "mine.conf:7: script[0].answer: \uFF26elix (U+FF26) is not on the roster")]
    [InlineData("roster = []", "mine.conf:7: roster: must name from 1 to 1024 bots")]
    [InlineData("roster = Felix", "mine.conf:7: roster: must be a list: [ ... ]")]
    [InlineData("roster = [Felix, Zed]", "mine.conf:7: roster: Zed has no persona; known are Felix, Rateb (is personas.conf included?)")]
    [InlineData("roster = [Felix, 12345678901234567890123456789012345678901234567890123456789012345]\nscript = [{ silent = 12345678901234567890123456789012345678901234567890123456789012345 }]", "mine.conf:7: roster: 12345678901234567890123456789012345678901234567890123456789012345 is too long: a name has at most 64 characters")]
    [InlineData("script = [{ answer = Felix, text = \"  \" }]", "mine.conf:7: script[0].text: must not be blank; who says nothing is silent")]
    [InlineData("room.next = script", "mine.conf:1: suggestions: must hold at least one when room.next = script")]
    [InlineData("catalogue.actions = []", "mine.conf:7: catalogue: must hold actions and questions unless room.next = script (is suggestions.conf included?)")]
    [InlineData("suggestions = [{ action = party }]", "mine.conf:7: suggestions[0].category: is missing")]
    [InlineData("script = [{ join = Felix }, { jion = Felix }]", "mine.conf:7: script[1]: jion is not known here; a step has exactly one of join, nameless, answer, leave, walk-out, crash, disconnect, reconnect, wait, round-over, absent, silent, stay")]
    [InlineData("script = [{ join = Felix, txt = hi }]", "mine.conf:7: script[0].txt: is not known here; known are absent, after, answer, at, crash, disconnect, join, leave, nameless, reconnect, refused, round-over, silent, stay, wait, walk-out")]
    [InlineData("script = [\n{ answer = Felix, text = a } { answer = Rateb, text = b } ]", "mine.conf:8: script[0]: sets answer again; is a comma missing before this {?")]
    [InlineData("script = [{ wait = 1 s }\n{ answer = Felix } { text = b, answer = Felix }]", "mine.conf:8: script[1]: sets answer again; is a comma missing before this {?")]
    [InlineData("script = [{ answer = Zed }]", "mine.conf:7: script[0].answer: Zed is not on the roster")]
    [InlineData("script = [{ answer = Felix, late = maybe }]", "mine.conf:7: script[0].late: must be true or false, not \"maybe\"")]
    [InlineData("script = [{ join = Felix, refused = why }]", "mine.conf:7: script[0].refused: must be one of name-taken, room-full, room-closed, unknown-name, other-room, unknown-room, not \"why\"")]
    [InlineData("expect.reason = fun", "mine.conf:7: expect.reason: must be one of completed, join-timeout, abandoned, stopped, text-said, time-up, too-few, not \"fun\"")]
    [InlineData("expect.lines = [[a]]", "mine.conf:7: expect.lines[0]: must be one line of at most 32768 characters")]
    [InlineData("expect.lines = [{ maybe = a }]", "mine.conf:7: expect.lines[0]: must be a text, or { any-order = [...] } around lines, { one-of = [...] } or { like = \"text with *\" }")]
    [InlineData("expect.verdicts = [{ Felix = shy }]", "mine.conf:7: expect.verdicts[0].Felix: must be one of answered, late, silent, crashed, left, not \"shy\"")]
    [InlineData("expect.verdicts = [{ Zed = silent }]", "mine.conf:7: expect.verdicts[0].Zed: is not on the roster")]
    [InlineData("script = [{ wait = 1 s, after = 1 s, at = 1 s }]", "mine.conf:7: script[0]: has after and at; a step has at most one of them")]
    [InlineData("script = [{ answer = Felix, round = 1 }]", "mine.conf:7: script[0].round: only a late answer names its round")]
    [InlineData("personas.Felix.stances.willing.replies = []", "mine.conf:7: personas.Felix.stances.willing.replies: is missing: a stance that may be taken needs words")]
    [InlineData("personas.Felix.stances.willing.otherwise = 0", "mine.conf:7: personas.Felix.stances: at least one must have at-interest over 0, and one otherwise over 0")]
    [InlineData("personas.Felix.think = 5", "mine.conf:7: personas.Felix.think: must be an object: { ... }")]
    [InlineData("personas.Felix.think { min = 2 s, max = 1 s }", "mine.conf:7: personas.Felix.think.max: must not be less than min")]
    [InlineData("personas.Felix.stances.willing.replies = [\"{whta}!\"]", "mine.conf:7: personas.Felix.stances.willing.replies: {whta} stands for nothing; known are {what}, {action}, {subject}, {name}, {counter}, {other}")]
    [InlineData("catalogue.questions = [\"{name}?\"]", "mine.conf:7: catalogue.questions: {name} stands for nothing; known are {what}, {action}, {subject}")]
    [InlineData("personas.Felix.stances.eager {}", "mine.conf:7: personas.Felix.stances.eager: is not known here; known are countering, declining, keen, willing")]
    public void A_mistake_is_told_with_file_line_and_path(string text, string error)
    {
        var errors = Parse(text).Errors;

        Assert.Contains(error, errors);
    }

    [Theory]
    [InlineData("room.rounds", "must be a whole number from 1 to 1000")]
    [InlineData("room.order", "must be one of arrival, roster")]
    [InlineData("room.join-timeout", "must be a time from 1 ms to 1 day with its unit, such as 30 s, in whole milliseconds")]
    [InlineData("seed", "must be a whole number")]
    public void A_mistake_is_told_on_one_line_and_leaves_the_terminal_alone(string key, string mistake)
    {
        Assert.Equal($"mine.conf:7: {key}: {mistake}, not \"a\\n b\\u001b[31m\"", Error($"{key} = \"\"\"a\n b\u001b[31m\"\"\""));
    }

    [Theory]
    [InlineData("\"a\\n\\u001b[31m\" = 1", "mine.conf:7: a  [31m: is not known here")]
    [InlineData("script = [{ \"a\\n\\u001b[31m\" = Felix }]", "mine.conf:7: script[0]: \"a\\n\\u001b[31m\" is not known here")]
    public void So_is_a_mistake_in_a_key(string text, string error)
    {
        Assert.Equal(error, Error(text).Split(';')[0]);
    }

    [Fact]
    public void Of_a_long_value_only_the_beginning_is_told()
    {
        Assert.Equal($"mine.conf:7: seed: must be a whole number, not \"{new string('x', 80)}\"…", Error($"seed = {new string('x', 1000)}"));
    }

    [Theory]
    [InlineData("roster = Felix")]
    [InlineData("roster = [[Felix]]")]
    [InlineData("roster = [Felix, Zed]\nscript = [{ answer = Zed }]")]
    [InlineData("room.next = script\nsuggestions = 5")]
    [InlineData("catalogue = 5")]
    [InlineData("script = [{ jion = Felix }]")]
    public void One_mistake_is_told_once(string text)
    {
        Error(text);
    }

    [Fact]
    public void Without_any_persona_the_include_that_is_missing_is_told_once()
    {
        var loaded = ScenarioReader.Parse(
            "include \"suggestions.conf\"\nroster = [Marija, Felix]\nscript = [{ answer = Felix }]", "mine.conf", HoconFile.ProgramFolder);

        Assert.Equal(["mine.conf:1: personas: no personas are known: include personas.conf"], loaded.Errors);
    }

    [Fact]
    public void A_transcript_is_not_taken_for_a_scenario()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Sample.Text(Sample.Events));

            Assert.Equal([$"{file}: is a transcript, not a scenario; to play it again: botnode replay {file}"], ScenarioReader.Load(file).Errors);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        Assert.Equal(3, Parse("room.rounds = many\nroom.order = random\nseed = x").Errors.Count);
    }

    [Fact]
    public void A_file_that_is_not_HOCON_is_told_so()
    {
        Assert.StartsWith("mine.conf:7: ", Error("room { rounds = 1"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_include_that_is_not_there_is_told()
    {
        Assert.Contains("nowhere.conf", Error("include \"nowhere.conf\""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        Assert.Equal(["/no/such.conf: no such file"], ScenarioReader.Load("/no/such.conf").Errors);
    }
}
