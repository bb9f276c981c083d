namespace Speed;

/// <summary>Two actor systems in one process, over 127.0.0.1; beside them, in the same minute, what the transport carries without them.</summary>
internal static class RemoteRun
{
    public const int Pings = 100_000;

    /// <summary>How many clients there are, one measurement after the other.</summary>
    public static int[] Clients { get; set; } = [1, 5, 10, 15, 20, 25, 30];

    public static async Task<Table> RunAsync()
    {
        using var here = RemotePingPong.Node("here");
        using var there = RemotePingPong.Node("there");
        RemotePingPong.StartEchoes(there, Clients.Max());
        var table = new Table("clients", "messages a second", "CPU µs each", "bytes each", "codec alone", "ratio", "bare socket", "ratio");
        foreach (var clients in Clients)
        {
            var echoes = await RemotePingPong.FindEchoesAsync(here, RemotePingPong.AddressOf(there), clients).ConfigureAwait(false);
            var actors = await Measure.FiguresAsync(2L * Pings * clients, () => RemotePingPong.PlayAsync(here, echoes, Pings)).ConfigureAwait(false);
            var codec = await CodecAsync(here, clients).ConfigureAwait(false);
            var limit = (await LimitRun.MeasureAsync(clients).ConfigureAwait(false)).Rate;
            table.Add(
                Table.Whole(clients), Table.Whole(actors.Rate), Table.Fine(actors.Cpu), Table.Whole(actors.Bytes),
                Table.Whole(codec), Table.Fine(actors.Rate / codec), Table.Whole(limit), Table.Fine(actors.Rate / limit));
        }

        await Task.WhenAll(here.Terminate(), there.Terminate()).ConfigureAwait(false);
        return table;
    }

#if OFFICIAL
    private static Task<double> CodecAsync(Akka.Actor.ActorSystem system, int clients) => Task.FromResult(double.NaN);
#else
    private static async Task<double> CodecAsync(Akka.Actor.ActorSystem system, int clients) =>
        (await new Internals.CodecRun(system).MeasureAsync(clients).ConfigureAwait(false)).Rate;
#endif
}
