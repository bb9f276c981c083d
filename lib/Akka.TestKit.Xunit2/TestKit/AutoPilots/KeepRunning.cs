using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Says that the pilot which returned it stays in charge; it never runs itself.</summary>
public sealed class KeepRunning : AutoPilot
{
    /// <summary>The only one.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2211", Justification = "The official API has a field that is not readonly.")]
    public static KeepRunning Instance = new();

    private KeepRunning()
    {
    }

    /// <inheritdoc />
    public override AutoPilot Run(IActorRef sender, object message) =>
        throw new InvalidOperationException("KeepRunning is an answer of an AutoPilot, not an AutoPilot to set.");
}
