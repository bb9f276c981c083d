namespace RemoteGuard.Wire;

/// <summary>The numbers of Akka.NET's own serializers (akka.actor.serialization-identifiers).</summary>
internal static class AkkaSerializers
{
    /// <summary>For null.</summary>
    public const int Null = 0;

    /// <summary>For every type that has no other, as JSON.</summary>
    public const int Json = 1;

    /// <summary>For all protobuf messages, by the names of their types.</summary>
    public const int Protobuf = 2;

    /// <summary>For actors that are to be started on another node.</summary>
    public const int Deployment = 3;

    /// <summary>For selections.</summary>
    public const int Selection = 6;

    /// <summary>For Identify, its answer, heartbeats, and more.</summary>
    public const int Misc = 16;

    /// <summary>For text and numbers.</summary>
    public const int Primitive = 17;

    /// <summary>For system messages.</summary>
    public const int SystemMessages = 22;
}
