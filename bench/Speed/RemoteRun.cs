namespace Speed;

/// <summary>Two actor systems in one process, over 127.0.0.1.</summary>
internal static class RemoteRun
{
    private const int Pings = 100_000;

    public static readonly int[] Clients = [1, 5, 10, 15, 20, 25, 30];

    public static async Task<Table> RunAsync()
    {
        using var here = RemotePingPong.Node("here");
        using var there = RemotePingPong.Node("there");
        RemotePingPong.StartEchoes(there, Clients.Max());
        var table = new Table("clients", "messages a second");
        foreach (var clients in Clients)
        {
            var echoes = await RemotePingPong.FindEchoesAsync(here, RemotePingPong.AddressOf(there), clients).ConfigureAwait(false);
            var rate = await Measure.RateAsync(2L * Pings * clients, () => RemotePingPong.PlayAsync(here, echoes, Pings)).ConfigureAwait(false);
            table.Add(Table.Whole(clients), Table.Whole(rate));
        }

        await Task.WhenAll(here.Terminate(), there.Terminate()).ConfigureAwait(false);
        return table;
    }
}
