using System.Text.RegularExpressions;

namespace Chatroom.Actors.Tests;

/// <summary>Every file in hocon/ is good for what it is for.</summary>
public sealed partial class HoconFolderTests
{
    public static TheoryData<string> Scenarios => new(ScenarioFolder.Names);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_scenario_loads(string name)
    {
        Assert.Empty(ScenarioReader.Load(ScenarioFolder.PathOf(name)).Errors);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_copy_of_a_scenario_loads_wherever_it_lies(string name)
    {
        Assert.Empty(ScenarioReader.Parse(File.ReadAllText(ScenarioFolder.PathOf(name)), name, Path.GetTempPath()).Errors);
    }

    [Theory]
    [InlineData("seed.conf")]
    [InlineData("bot.conf")]
    public void Every_class_that_settings_name_is_there(string file)
    {
        var names = TypeName().Matches(File.ReadAllText(Path.Combine(HoconFile.ProgramFolder, file))).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(9, names.Count);
        Assert.All(names, name => Assert.True(Type.GetType(name) is not null, $"hocon/{file} names {name}, which is not there: name it there as it is called now"));
    }

    [Fact]
    public void The_scenarios_that_come_with_the_program_are_found_by_name()
    {
        Assert.Equal(ScenarioFolder.PathOf("original"), ScenarioReader.Find("original"));
        Assert.Null(ScenarioReader.Find("no-such-scenario"));
    }

    [Fact]
    public void The_four_of_the_original_are_the_cast()
    {
        var cast = Content.LoadDefault();

        Assert.Empty(cast.Errors);
        Assert.Equal(
            [("Madelen", "sport"), ("Felix", "work"), ("Marija", "bad thing"), ("Rateb", "chill")],
            cast.Value!.Personas.Select(persona => (persona.Name, persona.Interest)));
    }

    [Fact]
    public void A_cast_can_be_taken_from_a_scenario()
    {
        Assert.NotNull(Content.Load(ScenarioFolder.PathOf("original")).Value?.Find("Rateb"));
    }

    [Fact]
    public void Everything_that_can_be_suggested_is_of_someones_interest()
    {
        var cast = Content.LoadDefault().Value!;

        Assert.Equal(
            cast.Personas.Select(persona => persona.Interest).Order(StringComparer.Ordinal),
            cast.Catalogue.Actions.Select(action => action.Category).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Madelen", "I dont like it, but I will join")]
    [InlineData("Madelen", "I have some other stuff to do.")]
    [InlineData("Madelen", "That one isn't fair, I would like to {other}")]
    [InlineData("Felix", "WOW I can't wait for it!")]
    [InlineData("Marija", "I can't join!")]
    [InlineData("Rateb", "That isn't my thing, you have a great time!")]
    public void The_lines_of_the_original_can_still_be_heard(string name, string line)
    {
        Assert.Contains(line, Content.LoadDefault().Value!.Find(name)!.Stances.SelectMany(stance => stance.Replies));
    }

    // A class with its assembly: "Chatroom.Actors.ChatroomSerializer, Chatroom.Actors".
    [GeneratedRegex(@"^[^#\n]*""([\w.+]+, ?[\w.]+)""", RegexOptions.Multiline, 1000)]
    private static partial Regex TypeName();
}
