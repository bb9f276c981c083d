using Akka.Actor;

namespace Akka.Remote.Serialization;

/// <summary>An exception that happened in another system: its message, and its type and stack as text. Never the type itself.</summary>
internal sealed class RemoteFailureException(string typeName, string message, string remoteStackTrace, Exception? cause)
    : AkkaException(message, cause!)
{
    /// <summary>What the type was called over there.</summary>
    internal string TypeName { get; } = typeName;

    /// <inheritdoc />
    public override string ToString() =>
        $"{TypeName} (remote): {Message}{(InnerException is null ? string.Empty : $"{Environment.NewLine} ---> {InnerException}")}{Environment.NewLine}{remoteStackTrace}";
}
