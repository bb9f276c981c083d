using Akka.Configuration;

namespace Akka.Remote;

/// <summary>Remoting's reference configuration, from remote.conf.</summary>
internal static class RemoteConfig
{
    internal static Config Default()
    {
        using var stream = typeof(RemoteConfig).Assembly.GetManifestResourceStream("Akka.Remote.remote.conf")
            ?? throw new InvalidOperationException("remote.conf is not in the assembly");
        using var reader = new StreamReader(stream);
        return ConfigurationFactory.ParseString(reader.ReadToEnd());
    }
}
