using Akka.Configuration;
using RemoteGuard.Wire;

namespace RemoteGuard.Limits;

/// <summary>The settings below <c>akka.remote.guard</c>; the project's README lists them.</summary>
internal sealed record GuardSettings
{
    private const string Path = "akka.remote.guard";

    // Akka's own serializers: their messages are judged one by one, or name types.
    private static readonly HashSet<int> NeverAllowed =
        [AkkaSerializers.Json, AkkaSerializers.Protobuf, AkkaSerializers.Deployment, AkkaSerializers.Selection, AkkaSerializers.Misc, AkkaSerializers.SystemMessages];

    /// <summary>The numbers of the serializers whose messages are let in.</summary>
    public IReadOnlySet<int> Serializers { get; init; } = new HashSet<int>();

    /// <summary>The actors that everybody may speak to, as <c>user/room</c>.</summary>
    public IReadOnlySet<string> Paths { get; init; } = new HashSet<string>();

    /// <summary>Whether this node opens connections.</summary>
    public bool Connects { get; init; } = true;

    /// <summary>Whether this node takes connections.</summary>
    public bool Accepts { get; init; } = true;

    /// <summary>The most connections that others may have to this node.</summary>
    public int Connections { get; init; } = 4096;

    /// <summary>The most of them from one address.</summary>
    public int ConnectionsPerAddress { get; init; } = 2048;

    /// <summary>The most connections whose peer has not said who it is; when one more comes, the oldest goes.</summary>
    public int HalfOpen { get; init; } = 64;

    /// <summary>The most of them from one address.</summary>
    public int HalfOpenPerAddress { get; init; } = 32;

    /// <summary>The most new connections a second from one address, on average.</summary>
    public int HandshakesPerSecond { get; init; } = 200;

    /// <summary>How many bytes one peer, and all together, may leave unread.</summary>
    public (long PerPeer, long All) UnreadOutput { get; init; } = (32 << 20, 128 << 20);

    /// <summary>How many bytes of one peer, and of all together, may wait for this node's actors.</summary>
    public (long PerPeer, long All) UnprocessedInput { get; init; } = (64 << 20, 256 << 20);

    /// <summary>The most peers that have gone for which Akka.Remote keeps unacknowledged messages, and their numbers.</summary>
    public int RememberedPeers { get; init; } = 1000;

    /// <summary>At least so many of the actors that this node has made known are kept.</summary>
    public int KnownReferences { get; init; } = 32768;

    /// <summary>Reads the settings.</summary>
    /// <param name="system">The actor system's settings.</param>
    /// <exception cref="ConfigurationException">One is wrong; the message names it and says what it must be.</exception>
    public static GuardSettings Read(Config system)
    {
        var section = new Section(system.GetConfig(Path) ?? Config.Empty);
        var defaults = new GuardSettings();
        var settings = new GuardSettings
        {
            Serializers = section.Read("serializers", defaults.Serializers, (config, name) => ToSerializers(config.GetIntList(name))),
            Paths = section.Read("paths", defaults.Paths, (config, name) => ToPaths(config.GetStringList(name))),
            Connects = section.Read("connects", defaults.Connects, (config, name) => config.GetBoolean(name)),
            Accepts = section.Read("accepts", defaults.Accepts, (config, name) => config.GetBoolean(name)),
            Connections = section.Count("connections", defaults.Connections),
            ConnectionsPerAddress = section.Count("connections-per-address", defaults.ConnectionsPerAddress),
            HalfOpen = section.Count("half-open", defaults.HalfOpen),
            HalfOpenPerAddress = section.Count("half-open-per-address", defaults.HalfOpenPerAddress),
            HandshakesPerSecond = section.Count("handshakes-per-second", defaults.HandshakesPerSecond),
            UnreadOutput = (section.Size("unread-output", defaults.UnreadOutput.PerPeer), section.Size("unread-output-of-all", defaults.UnreadOutput.All)),
            UnprocessedInput = (section.Size("unprocessed-input", defaults.UnprocessedInput.PerPeer), section.Size("unprocessed-input-of-all", defaults.UnprocessedInput.All)),
            RememberedPeers = section.Count("remembered-peers", defaults.RememberedPeers),
            KnownReferences = section.Count("known-references", defaults.KnownReferences),
        };
        section.RefuseOthers();
        return settings;
    }

    private static HashSet<int> ToSerializers(IList<int> numbers)
    {
        foreach (var number in numbers.Where(NeverAllowed.Contains))
        {
            throw new FormatException(
                $"{number} is one of Akka's own serializers, of which the guard lets in what death watch and Identify need; list those of your messages, such as [17] for text and numbers");
        }

        return [.. numbers];
    }

    private static HashSet<string> ToPaths(IList<string> paths)
    {
        foreach (var path in paths)
        {
            var isBelowUser = path.StartsWith("/user/", StringComparison.Ordinal) && System.Text.Ascii.IsValid(path);
            if (!isBelowUser || path.Contains('#', StringComparison.Ordinal) || !Rules.PathText.IsPlain(System.Text.Encoding.ASCII.GetBytes(path[1..])))
                throw new FormatException($"{path} is no path of an actor below /user, such as /user/room");
        }

        return paths.Select(path => path[1..]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Reads each setting by its name, and knows which there are.</summary>
    private sealed class Section(Config config)
    {
        private readonly List<string> _names = [];

        public T Read<T>(string name, T none, Func<Config, string, T> read)
        {
            _names.Add(name);
            if (!config.HasPath(name))
                return none;
            try
            {
                return read(config, name);
            }
            catch (Exception error) when (error is FormatException or OverflowException or ConfigurationException or ArgumentException or NotSupportedException)
            {
                throw new ConfigurationException($"{Path}.{name}: {error.Message}", error);
            }
        }

        public int Count(string name, int none) => Read(name, none, static (config, key) =>
            config.GetInt(key) is > 0 and var count ? count : throw new FormatException("must be a whole number of at least 1"));

        public long Size(string name, long none) => Read(name, none, static (config, key) =>
            config.GetByteSize(key) is > 0 and { } size ? size : throw new FormatException("must be a size such as 32 MiB"));

        public void RefuseOthers()
        {
            foreach (var (name, _) in config.AsEnumerable().Where(setting => !_names.Contains(setting.Key, StringComparer.Ordinal)))
                throw new ConfigurationException($"{Path}.{name}: is not known here; known are {string.Join(", ", _names.Order(StringComparer.Ordinal))}");
        }
    }
}
