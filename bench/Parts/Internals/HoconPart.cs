using Akka.Configuration;
using Akka.Remote;
using BenchmarkDotNet.Attributes;

namespace Parts.Internals;

/// <summary>The default configuration, which every actor system reads at its start.</summary>
public class HoconPart
{
    private readonly string _local = Text(typeof(Config), "Akka.Configuration.akka.conf");
    private readonly string _remote = Text(typeof(RemoteActorRef), "Akka.Remote.remote.conf");

    /// <summary>That of Akka.</summary>
    [Benchmark]
    public Config Local() => ConfigurationFactory.ParseString(_local);

    /// <summary>That of Akka.Remote.</summary>
    [Benchmark]
    public Config Remote() => ConfigurationFactory.ParseString(_remote);

    private static string Text(Type near, string name)
    {
        using var reader = new StreamReader(near.Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
