using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>The reference to the root of the tree, which also knows <c>/temp</c>, <c>/deadLetters</c> and registered extra names.</summary>
public class RootGuardianActorRef : LocalActorRef
{
    private readonly IInternalActorRef _deadLetters;
    private readonly IReadOnlyDictionary<string, IInternalActorRef> _extraNames;
    private IInternalActorRef? _tempContainer;

    /// <summary>Makes the root guardian of an actor system.</summary>
    public RootGuardianActorRef(
        ActorSystemImpl system,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType mailboxType,
        IInternalActorRef supervisor,
        ActorPath path,
        IInternalActorRef deadLetters,
        IReadOnlyDictionary<string, IInternalActorRef> extraNames)
        : base(system, props, dispatcher, mailboxType, supervisor, path)
    {
        _deadLetters = deadLetters;
        _extraNames = extraNames;
    }

    /// <summary>The root is its own parent.</summary>
    public override IInternalActorRef Parent => this;

    /// <summary>Says what stands at <c>/temp</c>.</summary>
    public void SetTempContainer(IInternalActorRef tempContainer) => _tempContainer = tempContainer;

    /// <inheritdoc />
    public override IInternalActorRef GetSingleChild(string name) => name switch
    {
        "temp" => _tempContainer ?? ActorRefs.Nobody,
        "deadLetters" => _deadLetters,
        _ when _extraNames.TryGetValue(name, out var extra) => extra,
        _ => base.GetSingleChild(name),
    };
}
