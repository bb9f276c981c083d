using RemoteGuard.Tests.InProcess;
using RemoteGuard.Tests.Wire;

namespace RemoteGuard.Tests;

/// <summary>Frames that are nearly legal.</summary>
public sealed class FuzzTests
{
    private const string Here = "akka.tcp://Here@127.0.0.1:8080/";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task None_makes_the_guard_throw_and_a_good_peer_is_heard_all_the_while(int seed)
    {
        await using var guard = await GuardInProcess.StartAsync("serializers = [17], paths = [\"/user/room\"], handshakes-per-second = 1000000");
        var random = new Random(seed);
        var good = await AssociateAsync(guard, "Good", 1);
        var goodHeard = guard.Let[guard.Last!];
        var question = TestFrames.Envelope($"{Here}user/room", TestFrames.Text("are you there?"), "akka.tcp://Good@127.0.0.1:1/user/x#1");

        for (var connection = 2; connection < 700; connection++)
        {
            var peer = $"akka.tcp://P{connection}@127.0.0.1:{connection}/";
            var legal = LegalFrames.Of(Here, "user/room", peer, TestFrames.Text("x"));
            var stranger = await AssociateAsync(guard, $"P{connection}", connection);
            for (var number = 0; number < 20 && !stranger.HasEnded; number++)
                stranger.Come(random.Next(4) == 0 ? FrameMutation.Of(random, legal) : FieldMutation.Of(random, legal));
            stranger.End();
            good.Come(question);
            Assert.Equal(question, goodHeard.Frames[^1]);
        }

        Assert.False(good.HasEnded);
    }

    private static async Task<FakeConnection> AssociateAsync(GuardInProcess guard, string name, int port)
    {
        var connection = await guard.ComeAsync("127.0.0.1", port);
        connection.Come(TestFrames.Associate(name, "127.0.0.1", port, (ulong)port));
        return connection;
    }
}
