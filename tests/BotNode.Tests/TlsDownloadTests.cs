using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Tests.Programs;
using BotNode.Tests.Tls;

namespace BotNode.Tests;

/// <summary>A stranger's certificate can't send a node anywhere: whoever goes there waits, as long as the stranger likes.</summary>
public sealed class TlsDownloadTests : IDisposable
{
    private const string WhoIsIt = "nobody who is trusted here has signed it, but [CN=Another root]";

    private readonly Decoy _decoy = new();
    private readonly ThrowAwayCertificates _certificates = ThrowAwayCertificates.Create(TimeProvider.System).Value!;

    public void Dispose()
    {
        _certificates.Dispose();
        _decoy.Dispose();
    }

    [LinuxFact]
    public async Task A_seed_node_fetches_nothing_from_where_a_certificate_points_to()
    {
        await using var seed = Node("seed", "--port", "0");
        var address = RoomAddress.Parse(await seed.LineAsync(line => line.StartsWith("akka.ssl.tcp://Chatroom@", StringComparison.Ordinal)))!;

        await using var connection = await _decoy.ConnectAsync(address.Host, address.Port);

        await seed.ErrorLineAsync(line => line.Contains(WhoIsIt, StringComparison.Ordinal));
        Assert.False(_decoy.IsVisited);
    }

    [LinuxFact]
    public async Task A_bot_fetches_nothing_from_where_a_certificate_points_to()
    {
        await using var bot = Node("bot", "--join", $"{new RoomAddress("127.0.0.1", _decoy.Listen(), IsSecure: true)}");

        Assert.Equal(2, await bot.ExitAsync());
        Assert.Contains(WhoIsIt, Assert.Single(bot.ErrorLines), StringComparison.Ordinal);
        Assert.False(_decoy.IsVisited);
    }

    private RunningProgram Node(params string[] arguments) => RunningProgram.Start(
        [.. arguments, "--tls", _certificates.Options.Certificate, "--tls-trust", _certificates.Options.Trust!]);
}
