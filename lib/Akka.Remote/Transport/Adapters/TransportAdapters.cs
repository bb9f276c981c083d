using Akka.Actor;
using Akka.Configuration;

namespace Akka.Remote.Transport;

/// <summary>The adapters there are, by name, from <c>akka.remote.adapters</c>.</summary>
internal sealed class TransportAdapters
{
    private const string Section = "akka.remote.adapters";

    private readonly SortedDictionary<string, string> _providers = new(StringComparer.Ordinal);

    internal TransportAdapters(Config config)
    {
        foreach (var (name, provider) in config.GetConfig(Section)?.AsEnumerable() ?? [])
            _providers[name] = provider.GetString() ?? string.Empty;
    }

    /// <summary>Refuses a list with a name that is none.</summary>
    /// <exception cref="ConfigurationException">There is one; the message says where, and which names there are.</exception>
    internal void Check(IEnumerable<string> names, string setting)
    {
        if (names.FirstOrDefault(name => !_providers.ContainsKey(name)) is { } unknown)
            throw new ConfigurationException($"Setting '{setting}' names '{unknown}'; the adapters in {Section} are: {string.Join(", ", _providers.Keys)}");
    }

    /// <summary>Puts adapters around a transport. The first name is the outermost, so that addresses read as the list does.</summary>
    internal Transport Apply(IEnumerable<string> names, Transport driver, ExtendedActorSystem system) =>
        names.Reverse().Aggregate(driver, (transport, name) => ProviderOf(name).Create(transport, system));

    private ITransportAdapterProvider ProviderOf(string name)
    {
        var type = Type.GetType(_providers[name]);
        return type is not null && type.IsAssignableTo(typeof(ITransportAdapterProvider)) && type.GetConstructor([]) is not null
            ? (ITransportAdapterProvider)Activator.CreateInstance(type)!
            : throw new ConfigurationException($"Setting '{Section}.{name}' is '{_providers[name]}'; it wants the name of a class and its assembly, and the class has to be an ITransportAdapterProvider with a constructor without parameters");
    }
}
