using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Asks a guardian to stop one of its children.</summary>
public sealed class StopChild
{
    /// <summary>Makes the message.</summary>
    public StopChild(IActorRef child) => Child = child;

    /// <summary>Whom to stop.</summary>
    public IActorRef Child { get; }

    /// <inheritdoc />
    public override string ToString() => $"StopChild({Child})";
}

/// <summary>Asks the system guardian to wait for the sender before the system goes down.</summary>
public sealed class RegisterTerminationHook
{
    private RegisterTerminationHook()
    {
    }

    /// <summary>The only one.</summary>
    public static RegisterTerminationHook Instance { get; } = new();

    /// <inheritdoc />
    public override string ToString() => nameof(RegisterTerminationHook);
}

/// <summary>Tells a registered actor that the system goes down.</summary>
public sealed class TerminationHook
{
    private TerminationHook()
    {
    }

    /// <summary>The only one.</summary>
    public static TerminationHook Instance { get; } = new();

    /// <inheritdoc />
    public override string ToString() => nameof(TerminationHook);
}

/// <summary>Tells the system guardian that it need not wait for the sender any more.</summary>
public sealed class TerminationHookDone
{
    private TerminationHookDone()
    {
    }

    /// <summary>The only one.</summary>
    public static TerminationHookDone Instance { get; } = new();

    /// <inheritdoc />
    public override string ToString() => nameof(TerminationHookDone);
}
