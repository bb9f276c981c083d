namespace Akka.Actor;

/// <summary>Which actor reference provider a system runs on, as <c>akka.actor.provider</c> says it in a file.</summary>
public abstract class ProviderSelection
{
    private const string RemoteProvider = "Akka.Remote.RemoteActorRefProvider, Akka.Remote";
    private const string ClusterProvider = "Akka.Cluster.ClusterActorRefProvider, Akka.Cluster";

    private ProviderSelection(string identifier, string fqn, bool hasCluster)
    {
        Identifier = identifier;
        Fqn = fqn;
        HasCluster = hasCluster;
    }

    internal string Identifier { get; }

    internal string Fqn { get; }

    internal bool HasCluster { get; }

    internal static ProviderSelection GetProvider(string providerClass) => providerClass switch
    {
        "local" => Local.Instance,
        "remote" or RemoteProvider => Remote.Instance,
        "cluster" or ClusterProvider => Cluster.Instance,
        _ => new Custom(providerClass),
    };

    /// <summary>Actors of this process only.</summary>
    public sealed class Local : ProviderSelection
    {
        /// <summary>The only instance.</summary>
        public static readonly Local Instance = new();

        private Local()
            : base("local", "Akka.Actor.LocalActorRefProvider", hasCluster: false)
        {
        }
    }

    /// <summary>Actors of other processes too, by Akka.Remote.</summary>
    public sealed class Remote : ProviderSelection
    {
        /// <summary>The only instance.</summary>
        public static readonly Remote Instance = new();

        private Remote()
            : base("remote", RemoteProvider, hasCluster: false)
        {
        }
    }

    /// <summary>A cluster; needs a provider from a package of its own.</summary>
    public sealed class Cluster : ProviderSelection
    {
        /// <summary>The only instance.</summary>
        public static readonly Cluster Instance = new();

        private Cluster()
            : base("cluster", ClusterProvider, hasCluster: true)
        {
        }
    }

    /// <summary>A provider given by the name of its type.</summary>
    public sealed class Custom : ProviderSelection
    {
        /// <summary>Names the provider.</summary>
        /// <param name="fqn">The type's name, with its assembly.</param>
        /// <param name="identifier">A short name; the type's name if null.</param>
        /// <param name="hasCluster">Whether it runs a cluster.</param>
        public Custom(string fqn, string? identifier = null, bool hasCluster = false)
            : base(identifier ?? fqn, fqn, hasCluster)
        {
        }
    }
}
