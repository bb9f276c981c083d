using System.Diagnostics.CodeAnalysis;

namespace Akka.Configuration;

/// <summary>What can be asked of a configuration that may be null.</summary>
public static class ConfigExtensions
{
    /// <summary>Whether there is nothing in it.</summary>
    public static bool IsNullOrEmpty([NotNullWhen(false)] this Config? config) => config == null || config.IsEmpty;

    /// <summary>The first configuration over the second, or the one that there is if one is null or empty.</summary>
    public static Config SafeWithFallback(this Config? config, Config? fallback)
    {
        if (config.IsNullOrEmpty())
            return fallback ?? Config.Empty;
        return fallback.IsNullOrEmpty() || ReferenceEquals(config, fallback) ? config : config.WithFallback(fallback);
    }
}
