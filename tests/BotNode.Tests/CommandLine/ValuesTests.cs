using BotNode.CommandLine;

namespace BotNode.Tests.CommandLine;

public sealed class ValuesTests
{
    [Theory]
    [InlineData("0s", 0)]
    [InlineData("500ms", 500)]
    [InlineData("5s", 5_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("1.5 s", 1_500)]
    [InlineData("2m", 120_000)]
    [InlineData("1440m", 86_400_000)]
    public void A_time_is_a_number_and_a_unit(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Values.TimeOf(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("s")]
    [InlineData("-5s")]
    [InlineData("5h")]
    [InlineData("5s5s")]
    [InlineData("1441m")]
    public void A_time_without_a_number_or_a_unit_or_of_more_than_a_day_is_none(string text) => Assert.Null(Values.TimeOf(text));
}
