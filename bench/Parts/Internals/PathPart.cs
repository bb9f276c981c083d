using System.Text;
using Akka.Actor;
using Akka.Remote;
using BenchmarkDotNet.Attributes;

namespace Parts.Internals;

/// <summary>From a path in an envelope to the actor.</summary>
public class PathPart
{
    private readonly Func<Task> _terminate;
    private readonly RemoteActorRefProvider _provider;
    private readonly string _path;
    private readonly byte[] _bytes;

    /// <summary>Starts a system with one actor.</summary>
    public PathPart()
    {
        var system = ActorSystem.Create("parts", """
            akka { loglevel = OFF, stdout-loglevel = OFF, actor.provider = remote, remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 } }
            """);
        _terminate = system.Terminate;
        _provider = (RemoteActorRefProvider)((ExtendedActorSystem)system).Provider;
        var actor = system.ActorOf(Props.Create(() => new Idle()), "idle");
        _path = actor.Path.ToSerializationFormatWithAddress(_provider.DefaultAddress);
        _bytes = Encoding.UTF8.GetBytes(_path);
    }

    /// <summary>A path that was seen before.</summary>
    [Benchmark]
    public object Known() => _provider.Resolve(_bytes);

    /// <summary>A path that is taken to pieces and looked for from the root.</summary>
    [Benchmark]
    public object Unknown() => _provider.InternalResolveActorRef(_path);

    /// <summary>Ends the system.</summary>
    [GlobalCleanup]
    public Task Terminate() => _terminate();

    private sealed class Idle : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }
}
