using Akka.Actor;

namespace Akka.Remote.Tests;

/// <summary>
/// This assembly as a program: a node with a few actors that answer, in a process that a test can kill. Its first line is its
/// address and its uid; it ends with its stdin.
/// </summary>
internal static class PeerProgram
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not ["peer", var port, var actors] || !int.TryParse(actors, out var count))
        {
            await Console.Error.WriteLineAsync("Usage: peer PORT ACTORS; to run the tests, use dotnet test");
            return 2;
        }

        var nodes = new Nodes();
        var system = nodes.Start("Peer", $"akka.remote.dot-netty.tcp.port = {port}");
        for (var i = 0; i < count; i++)
            system.ActorOf(Props.Create<EchoActor>(), $"echo-{i}");
        Console.WriteLine($"{Nodes.AddressOf(system)} {AddressUidExtension.Uid(system)}");
        await Console.In.ReadToEndAsync();
        await nodes.TerminateAll();
        return 0;
    }
}
