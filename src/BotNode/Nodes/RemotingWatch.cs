using Akka.Actor;

namespace BotNode.Nodes;

/// <summary>Reports that a part of remoting has stopped: Akka.NET goes on without it, but hears no other nodes.</summary>
internal sealed class RemotingWatch : ReceiveActor
{
    private static readonly string[] Parts = ["endpointManager", "transports"];

    /// <summary>Begins to watch.</summary>
    /// <param name="onStopped">Told the path of what has stopped, on the actor's thread.</param>
    public RemotingWatch(Action<string> onStopped)
    {
        Receive<Terminated>(stopped => onStopped(stopped.ActorRef.Path.ToStringWithoutAddress()));
        var provider = ((ExtendedActorSystem)Context.System).Provider;
        foreach (var part in Parts)
            Context.Watch(provider.ResolveActorRef(new RootActorPath(provider.DefaultAddress) / "system" / part));
    }
}
