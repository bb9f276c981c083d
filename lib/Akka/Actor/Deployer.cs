using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Reads <c>akka.actor.deployment</c>, which says for paths below <c>/user</c> where and how actors run.</summary>
public class Deployer
{
    /// <summary>What stands in for what an entry doesn't say.</summary>
    protected readonly Config Default;

    private readonly Dictionary<string, Deploy> _exact = new(StringComparer.Ordinal);
    private readonly List<(string[] Pattern, Deploy Deploy)> _patterns = [];

    /// <summary>Reads the settings.</summary>
    public Deployer(Settings settings)
    {
        var deployment = settings.Config.GetConfig("akka.actor.deployment") ?? ConfigurationFactory.Empty;
        Default = deployment.GetConfig("default") ?? ConfigurationFactory.Empty;
        foreach (var (key, _) in deployment.AsEnumerable())
        {
            if (key != "default" && deployment.GetConfig($"\"{key}\"") is { } block && ParseConfig(key, block) is { } deploy)
                Add(deploy);
        }
    }

    /// <summary>The entry for a path below <c>/user</c>, or null.</summary>
    public Deploy? Lookup(ActorPath path) =>
        path.Depth > 1 && path.Elements[0] == "user" ? Lookup(path.Elements.Skip(1)) : null;

    /// <summary>The entry for names below <c>/user</c>, or null; one without wildcards counts before those with.</summary>
    public Deploy? Lookup(IEnumerable<string> path)
    {
        if (_exact.Count == 0 && _patterns.Count == 0)
            return null;
        string[] elements = [.. path];
        if (_exact.TryGetValue(string.Join('/', elements), out var exact))
            return exact;
        foreach (var (pattern, deploy) in _patterns)
        {
            if (Fits(pattern, elements))
                return deploy;
        }
        return null;
    }

    /// <summary>Makes an entry from its block.</summary>
    public virtual Deploy? ParseConfig(string key, Config config)
    {
        var full = config.WithFallback(Default);
        return new Deploy
        {
            Path = key,
            Config = full,
            Dispatcher = full.GetString("dispatcher", Deploy.NoDispatcherGiven)!,
            Mailbox = full.GetString("mailbox", Deploy.NoMailboxGiven)!,
            StashCapacity = full.GetInt("stash-capacity", Deploy.NoStashSize),
        };
    }

    private void Add(Deploy deploy)
    {
        var elements = deploy.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (elements.Contains("*") || elements.Contains("**"))
            _patterns.Add((elements, deploy));
        else
            _exact[string.Join('/', elements)] = deploy;
    }

    // "*" stands for one name, "**" at the end for one or more.
    private static bool Fits(string[] pattern, string[] elements)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (i >= elements.Length)
                return false;
            if (pattern[i] == "**")
                return i == pattern.Length - 1;
            if (pattern[i] != "*" && pattern[i] != elements[i])
                return false;
        }
        return pattern.Length == elements.Length;
    }
}
