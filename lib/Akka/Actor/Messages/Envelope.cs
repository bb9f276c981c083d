namespace Akka.Actor;

/// <summary>A message and its sender, as a mailbox holds them.</summary>
public readonly struct Envelope
{
    /// <summary>Makes an envelope.</summary>
    public Envelope(object message, IActorRef? sender)
    {
        Message = message;
        Sender = sender!;
    }

    /// <summary>Makes an envelope; without a sender, the system's dead letters stand in.</summary>
    public Envelope(object message, IActorRef? sender, ActorSystem system)
    {
        Message = message;
        Sender = sender ?? system.DeadLetters;
    }

    /// <summary>Who sent it.</summary>
    public IActorRef Sender { get; }

    /// <summary>What was sent.</summary>
    public object Message { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Message} from {Sender?.ToString() ?? "nobody"}";
}
