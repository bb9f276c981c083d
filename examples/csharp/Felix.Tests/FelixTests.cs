using Chatroom.Actors;
using Chatroom.TestKit;
using Xunit;

namespace Felix.Tests;

public sealed class FelixTests : ScenarioTest
{
    private static readonly Minds Minds = new() { ["Felix"] = () => new FelixMind() };

    [Theory]
    [ScenarioData("scenarios/*.conf")]
    public Task Scenarios_come_out_as_they_expect(string file) => PlayAsync(file, Minds);

    [Fact]
    public Task He_answers_whatever_goes_wrong() => SimulateAsync("two-rounds", Minds, seeds: 20);
}
