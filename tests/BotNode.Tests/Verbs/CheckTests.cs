using BotNode.Tests.Programs;

namespace BotNode.Tests.Verbs;

public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Five_mistakes_in_a_file_are_five_lines_with_file_and_line_and_2()
    {
        var file = _folder.With("wrong.conf", """
            include "personas.conf"
            include "suggestions.conf"
            room {
              rounds = many
              order = random
            }
            roster = [Felix, Rateb]
            script = [
              { join = Felix }
              { jion = Rateb }
              { answer = Zed, text = "Who?" }
            ]
            expect.reason = fun
            """);

        var check = await InProcess.RunAsync("check", file);

        Assert.Equal((2, "botnode: 5 mistakes found, see above."), (check.ExitCode, check.Errors.TrimEnd()));
        Assert.Equal(
            [
                $"{file}:4: room.rounds: must be a whole number from 1 to 1000, not \"many\"",
                $"{file}:5: room.order: must be one of arrival, roster, not \"random\"",
                $"{file}:10: script[1]: jion is not known here; a step has exactly one of ",
                $"{file}:11: script[2].answer: Zed is not on the roster",
                $"{file}:13: expect.reason: must be one of ",
            ],
            check.Output.TrimEnd().Split('\n').Select((line, at) => at is 2 or 4 ? line[..(line.IndexOf(" one of ", StringComparison.Ordinal) + 8)] : line.TrimEnd('\r')));
    }

    [Fact]
    public async Task Names_that_could_deceive_are_each_told_with_the_code_point()
    {
        var file = _folder.With("names.conf", """
            include "personas.conf"
            include "suggestions.conf"
            roster = [Felix, "F\u0435lix", "Ra\u202Eteb", " Zed", HOST, FELIX]
            script = [{ silent = "F\u0435lix" }, { silent = "Ra\u202Eteb" }, { silent = " Zed" }, { silent = HOST }, { silent = FELIX }]
            """);

        var check = await InProcess.RunAsync("check", file);

        Assert.Equal((2, "botnode: 6 mistakes found, see above."), (check.ExitCode, check.Errors.TrimEnd()));
        Assert.Equal(
            [
                $"{file}:3: roster: F\u0435lix mixes Latin and Cyrillic letters, of which some look alike: U+0435 is Cyrillic; use letters of one script",
                $"{file}:3: roster: Ra<U+202E>teb has U+202E, which does not show; leave it out",
                $"{file}:3: roster:  Zed begins or ends with a space; leave it out",
                $"{file}:3: roster: HOST is taken for the Host; choose another",
                $"{file}:3: roster: F\u0435lix (U+0435) and Felix look alike; call one of them something else",
                $"{file}:3: roster: FELIX and Felix look alike; call one of them something else",
            ],
            check.Output.TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task A_file_in_which_there_are_no_personas_is_told()
    {
        var file = _folder.With("nobody.conf", "personas { }\n");

        var check = await InProcess.RunAsync("check", file);

        Assert.Equal((2, $"{file}:1: personas: holds no personas"), (check.ExitCode, check.Output.TrimEnd()));
    }

    [Fact]
    public async Task A_mistake_in_an_included_file_is_told_with_that_file()
    {
        var persona = _folder.With("mine.conf", """
            personas.Anna {
              interest = chill
              stances.keen { at-interest = 1, otherwise = 1, replies = [] }
            }
            """);
        var file = _folder.With("talk.conf", "include \"mine.conf\"\ninclude \"suggestions.conf\"\nroster = [Anna]\n");

        var check = await InProcess.RunAsync("check", file);

        Assert.Equal(
            $"{persona}:3: personas.Anna.stances.keen.replies: is missing: a stance that may be taken needs words",
            check.Output.TrimEnd());
    }

    [Fact]
    public async Task Files_without_a_mistake_are_said_to_be_so()
    {
        var check = await InProcess.RunAsync("check", "original", "default");

        Assert.Equal((0, ""), (check.ExitCode, check.Errors));
        Assert.Equal(["original: no mistakes", "default: no mistakes"], check.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_file_of_personas_need_not_be_a_scenario()
    {
        var hocon = Path.Combine(AppContext.BaseDirectory, "hocon");

        var check = await InProcess.RunAsync("check", Path.Combine(hocon, "personas.conf"), Path.Combine(hocon, "suggestions.conf"));

        Assert.Equal((0, ""), (check.ExitCode, check.Errors));
    }

    [Fact]
    public async Task A_file_that_is_not_HOCON_is_told_with_its_line()
    {
        var file = _folder.With("broken.conf", "room {\n  rounds = 1\n  order = \n}\n");

        var check = await InProcess.RunAsync("check", file);

        Assert.Equal(2, check.ExitCode);
        Assert.StartsWith($"{file}:", Assert.Single(check.Output.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_does_not_keep_the_others_from_being_checked()
    {
        var check = await InProcess.RunAsync("check", "no-such-file", "default");

        Assert.Equal(2, check.ExitCode);
        Assert.Contains("There is no scenario 'no-such-file'", check.Output, StringComparison.Ordinal);
        Assert.Contains("default: no mistakes", check.Output, StringComparison.Ordinal);
    }
}
