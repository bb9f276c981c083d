using Akka.Actor;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Serialization;

/// <summary>Finds serializers' numbers in the configuration.</summary>
public static class SerializerIdentifierHelper
{
    private const string Section = "akka.actor.serialization-identifiers";

    /// <summary>The number that the configuration gives to a serializer.</summary>
    /// <param name="type">The serializer's type.</param>
    /// <param name="system">The system whose configuration it is.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ConfigurationException">There is none.</exception>
    public static int GetSerializerIdentifierFromConfig(Type type, ExtendedActorSystem system)
    {
        var identifiers = system.Settings.Config.GetConfig(Section);
        foreach (var (name, _) in identifiers?.AsEnumerable() ?? [])
        {
            if (Type.GetType(name) == type) return identifiers!.GetInt($"\"{name}\"");
        }

        throw new ConfigurationException(
            $"The serializer {type} has no identifier. Add \"{type.TypeQualifiedName()}\" = NUMBER to {Section}, or override Identifier.");
    }
}
