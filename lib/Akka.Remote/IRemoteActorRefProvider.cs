using Akka.Actor;

namespace Akka.Remote;

/// <summary>A provider whose references reach across systems.</summary>
public interface IRemoteActorRefProvider : IActorRefProvider
{
    /// <summary>The settings it was made by.</summary>
    RemoteSettings RemoteSettings { get; }

    /// <summary>What carries its messages.</summary>
    RemoteTransport Transport { get; }

    /// <summary>The actor that watches remote actors on behalf of local ones.</summary>
    IActorRef RemoteWatcher { get; }

    /// <summary>Whether <paramref name="address"/> is this system.</summary>
    bool HasAddress(Address address);

    /// <summary>The reference for a path as it came from <paramref name="localAddress"/>'s transport; local if it leads here.</summary>
    IInternalActorRef ResolveActorRefWithLocalAddress(string path, Address localAddress);

    /// <summary>The reference for a path, without looking into caches.</summary>
    IActorRef InternalResolveActorRef(string path);

    /// <summary>Shuts out the incarnation <paramref name="uid"/> of the system at <paramref name="address"/>.</summary>
    void Quarantine(Address address, int? uid);
}
