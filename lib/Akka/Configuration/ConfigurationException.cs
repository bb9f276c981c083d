using Akka.Actor;

namespace Akka.Configuration;

/// <summary>A configuration can't be parsed, or a value in it is not what it must be. The message says where.</summary>
public class ConfigurationException : AkkaException
{
    /// <summary>An error with a message.</summary>
    public ConfigurationException(string message) : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public ConfigurationException(string message, Exception? exception) : base(message, exception)
    {
    }

    /// <summary>The error of a <typeparamref name="T"/> that was given no configuration, or an empty one.</summary>
    /// <param name="path">Where its configuration was looked for, if known.</param>
    public static ConfigurationException NullOrEmptyConfig<T>(string? path = null) => new(path == null
        ? $"{typeof(T).Name} needs a configuration, but got none or an empty one"
        : $"{typeof(T).Name} needs a configuration, but there is none, or an empty one, at {path}");
}
