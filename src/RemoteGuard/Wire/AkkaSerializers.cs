namespace RemoteGuard.Wire;

/// <summary>The numbers of Akka.NET's own serializers (akka.actor.serialization-identifiers).</summary>
internal static class AkkaSerializers
{
    /// <summary>Of nothing.</summary>
    public const int Null = 0;

    /// <summary>Of every type that has no other, as JSON.</summary>
    public const int Json = 1;

    /// <summary>Of all protobuf messages, by the names of their types.</summary>
    public const int Protobuf = 2;

    /// <summary>Of actors that are to be started on another node.</summary>
    public const int Deployment = 3;

    /// <summary>Of selections.</summary>
    public const int Selection = 6;

    /// <summary>Of Identify, its answer, signs of life, and more.</summary>
    public const int Misc = 16;

    /// <summary>Of text and numbers.</summary>
    public const int Primitive = 17;

    /// <summary>Of system messages.</summary>
    public const int SystemMessages = 22;
}
