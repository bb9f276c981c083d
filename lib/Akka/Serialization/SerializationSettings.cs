using System.Reflection;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Serialization;

/// <summary>Reads serializers and their bindings from an actor system's configuration and setup.</summary>
internal static class SerializationSettings
{
    public static void Apply(Serialization serialization, ExtendedActorSystem system)
    {
        var config = system.Settings.Config;
        foreach (var (name, value) in Entries(config, "akka.actor.serializers"))
            serialization.AddSerializer(name, Create(name, value, system));
        foreach (var (typeName, name) in Entries(config, "akka.actor.serialization-bindings"))
            Bind(serialization, typeName, name);

        var setup = system.Settings.Setup.Get<SerializationSetup>();
        if (!setup.HasValue) return;
        foreach (var details in setup.Value.CreateSerializers(system))
        {
            serialization.AddSerializer(details.Alias, details.Serializer);
            foreach (var type in details.UseFor) serialization.AddSerializationMap(type, details.Serializer);
        }
    }

    /// <summary>The assembly of a name, if it is loaded.</summary>
    public static Assembly? LoadedAssembly(AssemblyName name) =>
        Array.Find(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == name.Name);

    private static IEnumerable<(string Key, string Value)> Entries(Config config, string path)
    {
        var section = config.GetConfig(path);
        return section is null ? [] : section.AsEnumerable().Select(entry => (entry.Key, entry.Value.GetString() ?? ""));
    }

    private static Serializer Create(string name, string typeName, ExtendedActorSystem system)
    {
        var type = Type.GetType(typeName) ?? throw new ConfigurationException(
            $"The type '{typeName}' of akka.actor.serializers.{name} was not found. Name a type with its assembly, as in \"My.Serializer, My.Assembly\".");
        if (!typeof(Serializer).IsAssignableFrom(type))
            throw new ConfigurationException($"The type '{typeName}' of akka.actor.serializers.{name} does not derive from {typeof(Serializer)}.");
        var settings = system.Settings.Config.GetConfig("akka.actor.serialization-settings." + name);
        return settings is not null && type.GetConstructor([typeof(ExtendedActorSystem), typeof(Config)]) is not null
            ? (Serializer)Activator.CreateInstance(type, system, settings)!
            : (Serializer)Activator.CreateInstance(type, system)!;
    }

    private static void Bind(Serialization serialization, string typeName, string name)
    {
        var type = Type.GetType(typeName) ?? throw new ConfigurationException(
            $"The type '{typeName}' of akka.actor.serialization-bindings was not found. Name a type with its assembly, as in \"My.Message, My.Assembly\".");
        var serializer = serialization.GetSerializerByName(name) ?? throw new ConfigurationException(
            $"akka.actor.serialization-bindings binds '{typeName}' to '{name}', which is not in akka.actor.serializers.");
        serialization.AddSerializationMap(type, serializer);
    }
}
