using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Stands for "no message": looking into it throws <see cref="IllegalActorStateException"/>.</summary>
public sealed class NullMessageEnvelope : MessageEnvelope
{
    /// <summary>The only one.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2211", Justification = "The official API has a field that is not readonly.")]
    public static NullMessageEnvelope Instance = new();

    private NullMessageEnvelope()
    {
    }

    /// <inheritdoc />
    public override object Message => throw new IllegalActorStateException("There is no message: nothing was received last.");

    /// <inheritdoc />
    public override IActorRef Sender => throw new IllegalActorStateException("There is no sender: nothing was received last.");

    /// <inheritdoc />
    public override string ToString() => "<null>";
}
