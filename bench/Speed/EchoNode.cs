namespace Speed;

/// <summary>The other process: prints its address, and ends when its stdin does.</summary>
internal static class EchoNode
{
    public static async Task<int> RunAsync()
    {
        using var system = RemotePingPong.Node("there");
        RemotePingPong.StartEchoes(system, RemoteRun.Clients.Max());
        await Console.Out.WriteLineAsync(RemotePingPong.AddressOf(system).ToString()).ConfigureAwait(false);
        await Console.In.ReadLineAsync().ConfigureAwait(false);
        await system.Terminate().ConfigureAwait(false);
        return 0;
    }
}
