namespace Chatroom.Actors.Tests;

public sealed class MindJsonTests
{
    private static readonly Prompt Prompt = new(7, "Felix", 2, new Suggestion("chill", "travel to", "Oslo", "Oslo?"));

    [Fact]
    public void A_prompt_has_all_that_a_mind_is_asked()
    {
        Assert.Equal(
            """{"type":"prompt","round":2,"name":"Felix","seed":7,"category":"chill","action":"travel to","subject":"Oslo","what":"travel to Oslo","text":"Oslo?","deadline":29870,"persona":{"name":"Felix","interest":"work","character":"the nerd"}}""",
            MindJson.Of(Prompt with { Deadline = TimeSpan.FromSeconds(29.87), Persona = new PromptPersona("Felix", "work", "the nerd") }));
    }

    [Fact]
    public void What_nobody_knows_is_null_in_a_prompt()
    {
        Assert.EndsWith(",\"deadline\":null,\"persona\":null}", MindJson.Of(Prompt), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_is_told_as_in_a_transcript()
    {
        Assert.Equal(
            """{"n":9,"t":131,"type":"said","round":1,"name":"Marija","text":"I can't join!","late":false}""",
            MindJson.Of(new Said(9, 131, 1, "Marija", "I can't join!", false)));
    }

    [Theory]
    [InlineData("""{"round":1,"text":"Yes."}""", 1, "Yes.")]
    [InlineData("""{"text":"Yes."}""", null, "Yes.")]
    [InlineData("""{"round":3}""", 3, null)]
    [InlineData("{}", null, null)]
    [InlineData("""{"round":3,"text":null,"mood":"bad"}""", 3, null)]
    public void An_answer_is_read(string line, int? round, string? text)
    {
        Assert.Equal(new MindJson.Answer(round, text), MindJson.AnswerIn(line));
    }

    [Theory]
    [InlineData("Yes.")]
    [InlineData("\"Yes.\"")]
    [InlineData("[]")]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"round":"one","text":"Yes."}""")]
    [InlineData("""{"round":1.5,"text":"Yes."}""")]
    [InlineData("""{"text":"\ud800"}""")]
    [InlineData("""{"txt":"Yes."}""")]
    [InlineData("{")]
    public void Anything_else_is_no_answer(string line)
    {
        Assert.Null(MindJson.AnswerIn(line));
    }
}
