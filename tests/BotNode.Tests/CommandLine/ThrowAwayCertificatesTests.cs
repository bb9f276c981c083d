using BotNode.CommandLine;

namespace BotNode.Tests.CommandLine;

public sealed class ThrowAwayCertificatesTests
{
    private const int Rounds = 200;
    private const int Nodes = 6;

    [Fact]
    public async Task Nothing_is_left_of_them_when_several_nodes_remove_them_at_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var certificates = ThrowAwayCertificates.Create(TimeProvider.System).Value!;
            using var together = new Barrier(Nodes);

            await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    ThrowAwayCertificates.Remove(certificates.Options);
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

            Assert.False(Directory.Exists(Path.GetDirectoryName(certificates.Options.Certificate)));
        }
    }
}
