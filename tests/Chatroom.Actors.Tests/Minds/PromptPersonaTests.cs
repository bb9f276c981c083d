namespace Chatroom.Actors.Tests;

public sealed class PromptPersonaTests
{
    private static readonly Persona Rene = Persona.WithoutWords("Ren\u00e9") with { Interest = "work", Character = "the nerd" };

    [Theory]
    [InlineData("Ren\u00e9")]
    [InlineData("Rene\u0301")]
    public void A_persona_is_found_by_its_name_as_rooms_compare_names(string name) =>
        Assert.Equal(new PromptPersona("Ren\u00e9", "work", "the nerd"), PromptPersona.Among([Rene], name));

    [Fact]
    public void Nobody_is_known_who_is_not_there() => Assert.Null(PromptPersona.Among([Rene], "Rateb"));

    [Fact]
    public void Nobody_is_known_of_whom_there_is_but_a_name() => Assert.Null(PromptPersona.Among([Persona.WithoutWords("Rateb")], "Rateb"));
}
