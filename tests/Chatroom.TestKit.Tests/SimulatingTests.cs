using Chatroom.Actors;
using Xunit.Sdk;

namespace Chatroom.TestKit.Tests;

public sealed class SimulatingTests : ScenarioTest, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatroom-testkit-").FullName;

    private string Test => Path.Combine(_folder, "Tests.cs");

    void IDisposable.Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Dispose();
    }

    [Fact]
    public async Task Conversations_in_which_all_holds_pass_with_faults()
    {
        var result = await SimulateAsync("two-rounds", new Minds { ["Felix"] = () => new EchoMind("Me first.") }, seeds: 5, test: Test);

        Assert.Equal(5, result.Runs);
        Assert.Empty(Directory.GetDirectories(_folder));
    }

    [Fact]
    public async Task A_mind_that_fails_now_and_then_is_found_shrunk_and_fails_when_it_is_played_again()
    {
        var minds = new Minds { ["Felix"] = () => new EchoMind(whenFirst: null) };

        var error = await Assert.ThrowsAnyAsync<XunitException>(() => SimulateAsync("two-rounds", minds, faults: "none", test: Test));

        var lines = error.Message.Split('\n');
        Assert.Matches("^two-rounds fails with seed [0-9]+: every mind answers\\.$", lines[0]);
        Assert.Matches("^Felix has no answer in round [12]: its mind failed: ", lines[1]);
        var shrunk = Assert.Single(lines, line => line.StartsWith("shrunk: ", StringComparison.Ordinal))[8..];
        var script = Assert.Single(lines, line => line.StartsWith("as a script: ", StringComparison.Ordinal))[13..];
        Assert.StartsWith(Path.Combine(_folder, "simulations"), shrunk, StringComparison.Ordinal);
        Assert.Contains("Felix has no answer", (await Assert.ThrowsAnyAsync<XunitException>(() => SimulateAsync(shrunk, minds))).Message, StringComparison.Ordinal);
        Assert.Contains("Felix has no answer", (await Assert.ThrowsAnyAsync<XunitException>(() => PlayAsync(script, minds))).Message, StringComparison.Ordinal);
        await PlayAsync(script, new Minds { ["Felix"] = () => new EchoMind("Me first.") });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_property_of_one_s_own_is_judged_and_may_be_an_assertion(bool asserts)
    {
        Func<Transcript, string?> rateb = transcript =>
        {
            var first = transcript.Events.OfType<Said>().First().Name;
            if (asserts)
            {
                Assert.NotEqual("Rateb", first);
            }
            return first == "Rateb" ? "Rateb was first" : null;
        };

        var error = await Assert.ThrowsAnyAsync<XunitException>(() => SimulateAsync("default", property: rateb, faults: "none", test: Test));

        Assert.Matches("^default fails with seed [0-9]+: your own property holds\\.\n(Rateb was first|Assert.NotEqual.* Failure)", error.Message);
        Assert.Contains("\nshrunk: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_faults_are_told_with_those_that_there_are() =>
        Assert.StartsWith(
            "There are no faults 'flood'; there are none, light, heavy, or some of cut, block,",
            (await Assert.ThrowsAsync<ArgumentException>(() => SimulateAsync("default", faults: "flood", test: Test))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_scenario_with_a_script_is_refused() =>
        Assert.Contains(
            "a script says who does what and when",
            (await Assert.ThrowsAsync<ArgumentException>(() => SimulateAsync("scenarios/asks-felix.conf"))).Message,
            StringComparison.Ordinal);
}
