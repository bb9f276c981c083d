using System.Collections.Concurrent;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A node of the tree that holds references without being an actor, as <c>/temp</c> does.</summary>
internal sealed class VirtualPathContainer(
    IActorRefProvider provider, ActorPath path, IInternalActorRef parent, ILoggingAdapter log) : MinimalActorRef
{
    private readonly ConcurrentDictionary<string, IInternalActorRef> _children = new(StringComparer.Ordinal);

    public override ActorPath Path => path;

    public override IActorRefProvider Provider => provider;

    public override IInternalActorRef Parent => parent;

    public ILoggingAdapter Log => log;

    public bool HasChildren => !_children.IsEmpty;

    public void AddChild(string name, IInternalActorRef child) => _children[name] = child;

    public void RemoveChild(string name) => _children.TryRemove(name, out _);

    public bool RemoveChild(string name, IActorRef child) =>
        child is IInternalActorRef childRef && _children.TryRemove(new KeyValuePair<string, IInternalActorRef>(name, childRef));

    public bool TryGetChild(string name, out IInternalActorRef? child) => _children.TryGetValue(name, out child);

    public void ForEachChild(Action<IInternalActorRef> action)
    {
        foreach (var child in _children.Values)
            action(child);
    }

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        var first = name.Count == 0 ? "" : name[0];
        if (first.Length == 0)
            return name.Count <= 1 ? this : GetChild([.. name.Skip(1)]);
        if (!_children.TryGetValue(first, out var child))
            return ActorRefs.Nobody;
        return name.Count == 1 ? child : child.GetChild([.. name.Skip(1)]);
    }

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is Watch watch)
            watch.Watcher.SendSystemMessage(
                new DeathWatchNotification(watch.Watchee, existenceConfirmed: false, addressTerminated: false));
    }
}
