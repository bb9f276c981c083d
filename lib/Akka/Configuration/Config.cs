using Hocon.Conversion;
using Hocon.Model;
using HoconPath = Hocon.HoconPath;

namespace Akka.Configuration;

/// <summary>
/// Settings by path, such as <c>akka.actor.provider</c>. Immutable. A key that holds a dot or another special character is
/// quoted in a path: <c>akka.actor.deployment."/user/a.b"</c>.
/// </summary>
/// <remarks>Every getter throws a <see cref="ConfigurationException"/> if the value is there but of another kind.</remarks>
public class Config
{
    /// <summary>The configuration with nothing in it.</summary>
    public static readonly Config Empty = new();

    private readonly ConfObject _own;
    private readonly ConfObject _all;

    /// <summary>A configuration with nothing in it.</summary>
    public Config() : this(ConfObject.Empty)
    {
    }

    /// <summary>Whatever is in <paramref name="source"/>, and what only <paramref name="fallback"/> has.</summary>
    public Config(Config source, Config? fallback)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (ReferenceEquals(source, fallback))
            fallback = null;
        _own = source._own;
        Fallback = source.Fallback == null || fallback == null ? source.Fallback ?? fallback : source.Fallback.WithFallback(fallback);
        _all = Fallback == null ? _own : _own.Over(Fallback._all, underFirst: false);
    }

    internal Config(ConfObject root) => _own = _all = root;

    /// <summary>Where values are looked up that are not in this configuration itself; null if nowhere.</summary>
    public Config? Fallback { get; }

    /// <summary>Whether there is nothing in it, nor in its fallback.</summary>
    public virtual bool IsEmpty => _all.Count == 0;

    /// <summary>Reads HOCON.</summary>
    /// <exception cref="ConfigurationException">The text is not HOCON.</exception>
    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    /// <summary>The configuration, with <paramref name="fallback"/>, a HOCON text, below it.</summary>
    public static Config operator +(Config config, string fallback)
    {
        ArgumentNullException.ThrowIfNull(config);
        return config.WithFallback(ConfigurationFactory.ParseString(fallback));
    }

    /// <summary>A HOCON text, with <paramref name="fallbackConfig"/> below it.</summary>
    public static Config operator +(string configHocon, Config fallbackConfig) =>
        ConfigurationFactory.ParseString(configHocon).WithFallback(fallbackConfig);

    /// <summary>This configuration, with <paramref name="fallback"/> looked at where it has no value.</summary>
    public virtual Config WithFallback(Config? fallback) =>
        fallback == null || ReferenceEquals(fallback, this) ? this : new Config(this, fallback);

    /// <summary>Whether there is a value, other than null, at a path.</summary>
    public virtual bool HasPath(string path) => Find(path) is not (null or ConfScalar { IsNull: true });

    /// <summary>The part of the configuration at a path, or null if there is no object.</summary>
    public virtual Config? GetConfig(string path)
    {
        var own = _own.Find(HoconPath.Keys(path));
        var below = Fallback?.GetConfig(path);
        if (own is ConfObject o)
            return below == null ? new Config(o) : new Config(o).WithFallback(below);
        return own == null ? below : null;
    }

    /// <summary>The text at a path, or <paramref name="default"/> if there is none.</summary>
    public virtual string? GetString(string path, string? @default = null) => Entry(path)?.GetString() ?? @default;

    /// <summary>The boolean at a path (true, yes, on, false, no, off), or <paramref name="default"/>.</summary>
    public virtual bool GetBoolean(string path, bool @default = false) =>
        Get(path, Booleans.TryParse, Kinds.Boolean, @default);

    /// <summary>The whole number at a path, or <paramref name="default"/>.</summary>
    public virtual int GetInt(string path, int @default = 0) => Get(path, Numbers.TryInt, Kinds.Int, @default);

    /// <summary>The whole number at a path, or <paramref name="default"/>.</summary>
    public virtual long GetLong(string path, long @default = 0) => Get(path, Numbers.TryLong, Kinds.Long, @default);

    /// <summary>The number at a path, or <paramref name="default"/>.</summary>
    public virtual float GetFloat(string path, float @default = 0) => Get(path, Numbers.TryFloat, Kinds.Number, @default);

    /// <summary>The number at a path, or <paramref name="default"/>.</summary>
    public virtual double GetDouble(string path, double @default = 0) => Get(path, Numbers.TryDouble, Kinds.Number, @default);

    /// <summary>The number at a path, or <paramref name="default"/>.</summary>
    public virtual decimal GetDecimal(string path, decimal @default = 0) => Get(path, Numbers.TryDecimal, Kinds.Number, @default);

    /// <summary>The size in bytes at a path, such as <c>128k</c>; null if there is none.</summary>
    public virtual long? GetByteSize(string path) => GetByteSize(path, null);

    /// <summary>The size in bytes at a path, such as <c>128k</c>, or <paramref name="def"/>.</summary>
    public virtual long? GetByteSize(string path, long? def = null) =>
        Get(path, (string text, out long? value) =>
        {
            var fits = Sizes.TryParse(text, out var bytes);
            value = bytes;
            return fits;
        }, Kinds.Size, def);

    /// <summary>The duration at a path, such as <c>500 ms</c>, in milliseconds if it has no unit; zero without a default.</summary>
    /// <param name="path">Where to look.</param>
    /// <param name="default">What to give if there is no value.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> is read as <see cref="Timeout.InfiniteTimeSpan"/>, or refused.</param>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true) =>
        Get(path, (string text, out TimeSpan value) => Durations.TryParse(text, allowInfinite, out value),
            allowInfinite ? Kinds.DurationOrInfinite : Kinds.Duration, @default.GetValueOrDefault());

    /// <summary>The texts in the array at a path; none if it is missing.</summary>
    public virtual IList<string> GetStringList(string path) => GetStringList(path, []);

    /// <summary>The texts in the array at a path, or <paramref name="defaultPaths"/> if it is missing.</summary>
    public virtual IList<string> GetStringList(string path, string[] defaultPaths) =>
        HasPath(path) ? GetList(path, (string text, out string value) => (value = text) != null, Kinds.Text) : defaultPaths;

    /// <summary>The booleans in the array at a path; none if it is missing.</summary>
    public virtual IList<bool> GetBooleanList(string path) => GetList<bool>(path, Booleans.TryParse, Kinds.Boolean);

    /// <summary>The whole numbers in the array at a path; none if it is missing.</summary>
    public virtual IList<int> GetIntList(string path) => GetList<int>(path, Numbers.TryInt, Kinds.Int);

    /// <summary>The whole numbers in the array at a path; none if it is missing.</summary>
    public virtual IList<long> GetLongList(string path) => GetList<long>(path, Numbers.TryLong, Kinds.Long);

    /// <summary>The numbers in the array at a path; none if it is missing.</summary>
    public virtual IList<double> GetDoubleList(string path) => GetList<double>(path, Numbers.TryDouble, Kinds.Number);

    /// <summary>The numbers in the array at a path; none if it is missing.</summary>
    public virtual IList<float> GetFloatList(string path) => GetList<float>(path, Numbers.TryFloat, Kinds.Number);

    /// <summary>The numbers in the array at a path; none if it is missing.</summary>
    public virtual IList<decimal> GetDecimalList(string path) => GetList<decimal>(path, Numbers.TryDecimal, Kinds.Number);

    /// <summary>The bytes in the array at a path; none if it is missing.</summary>
    public virtual IList<byte> GetByteList(string path) => GetList<byte>(path, Numbers.TryByte, Kinds.Byte);

    /// <summary>The configuration without its fallback, as HOCON.</summary>
    public override string ToString() => ToString(includeFallback: false);

    /// <summary>The configuration as HOCON, with what its fallback adds or without.</summary>
    public string ToString(bool includeFallback) => Printer.Print(includeFallback ? _all : _own, indentSize: 2);

    /// <summary>The keys of this configuration and its fallback, as they are (not quoted), and their values, in order.</summary>
    internal IEnumerable<KeyValuePair<string, ConfigEntry>> AsEnumerable()
    {
        foreach (var (key, value) in _all.Fields)
            yield return new KeyValuePair<string, ConfigEntry>(key, new ConfigEntry(value, key));
    }

    private ConfValue? Find(string path) => _all.Find(HoconPath.Keys(path));

    private ConfigEntry? Entry(string path) => Find(path) is { } value ? new ConfigEntry(value, path) : null;

    private T Get<T>(string path, ConfigEntry.TryParse<T> parse, string what, T missing) =>
        Entry(path) is { } entry ? entry.Get(parse, what, missing) : missing;

    private List<T> GetList<T>(string path, ConfigEntry.TryParse<T> parse, string what)
    {
        var items = new List<T>();
        if (Entry(path) is not { } entry)
            return items;
        foreach (var item in entry.GetArray())
            items.Add(item.Get(parse, what, default!));
        return items;
    }
}
