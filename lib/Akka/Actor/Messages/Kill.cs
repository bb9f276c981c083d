namespace Akka.Actor;

/// <summary>Makes the actor throw an <see cref="ActorKilledException"/>, which its supervisor then handles.</summary>
public sealed class Kill : IAutoReceivedMessage
{
    private Kill()
    {
    }

    /// <summary>The only one.</summary>
    public static Kill Instance { get; } = new();

    /// <inheritdoc />
    public override string ToString() => nameof(Kill);
}
