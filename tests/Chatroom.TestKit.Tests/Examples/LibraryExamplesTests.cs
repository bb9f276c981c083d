namespace Chatroom.TestKit.Tests.Examples;

public sealed class LibraryExamplesTests
{
    private static string Here(string path) => Path.Combine(Pages.Repository, "tests", "Chatroom.TestKit.Tests", path);

    [Fact]
    public async Task A_scenario_is_replayed() => Assert.Empty(await LibraryExamples.ReplayAScenarioAsync(Here("Examples/scenarios/felix-second.conf")));

    [Fact]
    public async Task A_transcript_is_replayed() => Assert.True(await LibraryExamples.ReplayATranscriptAsync(Here("talks/two-rounds.jsonl")));

    [Fact]
    public async Task Conversations_are_simulated() => Assert.StartsWith("20 conversations, ", await LibraryExamples.SimulateAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task A_room_and_bots_are_hosted_in_actor_systems_of_one_s_own() =>
        Assert.Equal(Actors.CloseReason.Completed, await LibraryExamples.HostAsync().WaitAsync(TimeSpan.FromMinutes(1)));
}
