using Chatroom.Actors;

namespace Chatroom.TestKit.Tests.Examples;

/// <summary>The example of docs/testing.md.</summary>
public sealed class FelixTests : ScenarioTest
{
    private static readonly Minds Minds = new() { ["Felix"] = () => new PoliteMind() };

    [Theory]
    [ScenarioData("scenarios/**/*.conf")]
    public Task Scenarios_come_out_as_they_expect(string file) => PlayAsync(file, Minds);

    [Fact]
    public Task He_never_says_no() => SimulateAsync("two-rounds", Minds, seeds: 20, property: transcript =>
        transcript.Events.OfType<Said>().FirstOrDefault(said => said.Name == "Felix" && said.Text.Contains("No")) is { } no ? $"He says: {no.Text}" : null);

    [Fact]
    public async Task He_hears_what_others_say()
    {
        var felix = Watch("Felix");

        await PlayAsync("two-rounds", Minds);

        await felix.FishForMessageAsync<BotNews>(news => news is BotNews.Heard { Happened: Said { Name: "Marija" } }, TimeSpan.FromSeconds(30));
    }
}
