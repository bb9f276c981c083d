using Hocon.Model;

namespace Akka.Configuration;

/// <summary>A value in a configuration.</summary>
/// <param name="value">The value.</param>
/// <param name="path">Where it stands, for error messages.</param>
internal readonly struct ConfigEntry(ConfValue value, string path)
{
    /// <summary>The value below its key: a configuration if it is an object, null if not.</summary>
    public Config? AsConfig() => value is ConfObject o ? new Config(o) : null;

    /// <summary>The value as text; null for null.</summary>
    /// <exception cref="ConfigurationException">It is an object or an array.</exception>
    public string? GetString() => value switch
    {
        ConfScalar scalar => scalar.IsNull ? null : scalar.Text,
        _ => throw new ConfigurationException($"{path} must be a string, but is {value.Kind}"),
    };

    /// <summary>The values of an array, or of an object whose keys are numbers, in order; none for null.</summary>
    /// <exception cref="ConfigurationException">It is neither.</exception>
    public IReadOnlyList<ConfigEntry> GetArray()
    {
        if (value is ConfScalar { IsNull: true })
            return [];
        var array = Hocon.Conversion.Lists.Of(value) ??
            throw new ConfigurationException($"{path} must be an array, but is {value.Kind}");
        var entries = new ConfigEntry[array.Count];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new ConfigEntry(array[i], $"{path}[{i}]");
        return entries;
    }

    /// <summary>The value as something that a text can stand for; <paramref name="missing"/> for null.</summary>
    /// <exception cref="ConfigurationException">The text stands for nothing of the kind.</exception>
    public T Get<T>(TryParse<T> parse, string what, T missing)
    {
        var text = GetString();
        if (text == null)
            return missing;
        return parse(text, out var result)
            ? result
            : throw new ConfigurationException($"{path} must be {what}, but is {Hocon.Conversion.Texts.Excerpt(text)}");
    }

    /// <summary>Reads a text; false if it stands for no <typeparamref name="T"/>.</summary>
    internal delegate bool TryParse<T>(string text, out T value);
}
