using Akka.Actor.Internal;

namespace Akka.Actor;

public partial class ActorCell
{
    private readonly ChildrenContainer _children = new();
    private long _nextName = -1;

    /// <inheritdoc />
    public virtual IActorRef ActorOf(Props props, string? name = null) => AttachChild(props, isSystemService: false, name);

    /// <summary>Makes a child.</summary>
    /// <param name="props">How to make it.</param>
    /// <param name="isSystemService">Whether it belongs to the library.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    public virtual IActorRef AttachChild(Props props, bool isSystemService, string? name = null)
    {
        var childName = name is null ? NameOf(Interlocked.Increment(ref _nextName)) : Checked(name);
        _children.Reserve(childName);
        IInternalActorRef child;
        try
        {
            var path = new ChildActorPath(Self.Path, childName, ActorSystemImpl.NewUid());
            child = SystemImpl.Provider.ActorOf(
                SystemImpl,
                props,
                (IInternalActorRef)Self,
                path,
                isSystemService,
                deploy: null,
                lookupDeploy: true,
                async: false);
        }
        catch
        {
            _children.Unreserve(childName);
            throw;
        }

        // A child made by a failed actor, in PreRestart for example, waits as its siblings do.
        for (var i = FailureSuspensions; i > 0; i--)
            child.Suspend();
        InitChild(child);
        child.Start();
        return child;
    }

    private int FailureSuspensions =>
        _failed && ReferenceEquals(_current, this) ? Mailbox.SuspendCount - (_taskScheduler?.Pending ?? 0) : 0;

    IActorRef IActorContext.Child(string name) => GetSingleChild(name);

    /// <summary>The child of that name, or Nobody.</summary>
    public IInternalActorRef GetChildByName(string name) => _children.ByName(name)?.Child ?? ActorRefs.Nobody;

    /// <summary>The child of that name, which may end in <c>#uid</c>, or Nobody.</summary>
    public IInternalActorRef GetSingleChild(string name)
    {
        var (plain, uid) = ActorPath.SplitNameAndUid(name);
        var child = GetChildByName(plain);
        return uid == UndefinedUid || child.IsNobody() || child.Path.Uid == uid ? child : ActorRefs.Nobody;
    }

    /// <summary>The children, by name.</summary>
    public IEnumerable<IInternalActorRef> GetChildren() => _children.All().Select(static stats => stats.Child);

    IEnumerable<IActorRef> IActorContext.GetChildren() => GetChildren();

    internal ChildRestartStats[] AllChildren() => _children.All();

    // For a strategy that hardly ever looks: with many children, a list for each one that goes would take too long.
    private IEnumerable<IInternalActorRef> ChildrenWhenAsked()
    {
        foreach (var child in GetChildren())
            yield return child;
    }

    internal static string NameOf(long number)
    {
        const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";
        var name = "$";
        do
        {
            name += Digits[(int)(number & 63)];
            number >>= 6;
        }
        while (number > 0);
        return name;
    }

    /// <summary>Reserves a child's name.</summary>
    /// <exception cref="InvalidActorNameException">It is taken.</exception>
    public void ReserveChild(string name) => _children.Reserve(name);

    internal void UnreserveChild(string name) => _children.Unreserve(name);

    /// <summary>Takes in the child for which a name was reserved.</summary>
    /// <exception cref="InvalidOperationException">This actor has begun to stop since then.</exception>
    internal void InitChild(IInternalActorRef child)
    {
        if (_children.Init(child) is null)
            throw ChildrenContainer.Stopping(child.Path.Name);
    }

    private static string Checked(string name)
    {
        if (name.Length == 0)
            throw new InvalidActorNameException("An actor's name can't be empty; leave it out to get a generated one");
        return ActorPath.IsValidPathElement(name)
            ? name
            : throw new InvalidActorNameException(
                $"'{name}' can't be an actor's name; use ASCII letters, digits and any of {ActorPath.ValidSymbols} "
                + "(no $ in front), and %XX for anything else");
    }
}
