using System.Runtime.Serialization;

namespace Akka.Remote.Serialization;

/// <summary>A serializer that knows by itself which manifests it takes, so that nothing a peer names is ever looked up.</summary>
internal interface IKnownTypes
{
    /// <summary>The type a manifest stands for.</summary>
    /// <exception cref="SerializationException">It is none of those.</exception>
    Type TypeOf(string manifest);
}
