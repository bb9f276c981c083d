using Akka.Configuration;
using Chatroom.Actors;
using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>
/// Compares the settings of an actor system with those that come with Akka's packages. Akka ignores a key that it does not
/// know, and many values are read by an actor that then fails without anybody noticing.
/// </summary>
internal static class ReferenceCheck
{
    // Names below these are free, or missing from the reference; the guard checks its own.
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        "akka.actor.serializers",
        "akka.actor.serialization-bindings",
        "akka.actor.serialization-identifiers",
        "akka.actor.serialization-settings",
        "akka.actor.deployment",
        "akka.actor.router.type-mapping",
        "akka.coordinated-shutdown.phases",
        "akka.remote.adapters",
        "akka.remote.guard",
    };

    /// <summary>Notes every key that Akka does not know, and every value of another type than Akka's own.</summary>
    /// <param name="akka">The settings, which take the errors.</param>
    /// <param name="settings">The same settings.</param>
    public static void Check(HoconSection akka, HoconObject settings)
    {
        if (AkkaReference.Find("akka") is not HoconObject known)
            return;
        // An extension decides where its settings are, except for Akka's.
        if (settings.Find("extensions")?.Value is HoconArray { Items.Count: > 0 })
        {
            foreach (var key in settings.Fields.Keys)
                akka.Skip(key);
        }

        Check("akka", akka, settings, known);
    }

    /// <summary>Whether Akka reads a time, or a number, above 0; or also 0, if allowed.</summary>
    public static bool IsPositive(string text, bool orZero) =>
        Reads(config => config.GetTimeSpan("v"), text, out var time) && (time > TimeSpan.Zero || orZero && time == TimeSpan.Zero);

    private static void Check(string path, HoconSection section, HoconObject settings, HoconObject known)
    {
        foreach (var key in known.Fields.Keys)
            section.Skip(key);
        foreach (var (key, field) in settings.Fields)
        {
            var at = $"{path}.{key}";
            var ours = field.Value;
            var theirs = known.Find(key)?.Value;
            if (Free.Contains(at) || theirs is null && IsOfOnesOwn(ours))
                section.Skip(key);
            else if (ours is HoconObject below && theirs is HoconObject knownBelow)
                CheckBelow(at, section.Section(key), below, WithOthersOfItsKind(key, knownBelow));
            else if (theirs is not null && !section.HasErrors(key) && WrongTypeOf(theirs, ours) is { } wrong)
                section.Error(key, wrong);
        }

        section.NoMore();
    }

    // The reference leaves the content of an executor to the user.
    private static void CheckBelow(string path, HoconSection section, HoconObject settings, HoconObject known)
    {
        if (known.Count > 0)
            Check(path, section, settings, known);
    }

    // A dispatcher, a mailbox or a pool that other settings name by its path.
    private static bool IsOfOnesOwn(HoconValue value) =>
        value is HoconObject o && o.Fields.Keys.Any(key => key is "type" or "executor" or "mailbox-type" or "class");

    // The valid keys depend on the type, and the reference has what each type needs under the others of its kind.
    private static HoconObject WithOthersOfItsKind(string key, HoconObject known)
    {
        var kind = key[(key.LastIndexOf('-') + 1)..];
        var place = kind switch
        {
            "dispatcher" => AkkaReference.Find("akka", "actor"),
            "detector" => AkkaReference.Find("akka", "remote"),
            _ => null,
        };
        return place is not HoconObject all ? known : all.Fields.Where(field => field.Key.EndsWith($"-{kind}", StringComparison.Ordinal))
            .Select(field => field.Value.Value).OfType<HoconObject>().Aggregate(known, (merged, other) => merged.Over(other));
    }

    private static string? WrongTypeOf(HoconValue theirs, HoconValue ours) => (theirs, ours) switch
    {
        (HoconObject, not HoconObject) => "must be an object: { ... }",
        (HoconArray, not HoconArray) => "must be a list: [ ... ]",
        (HoconScalar, not HoconScalar) => "must be a plain value",
        (HoconScalar { Text: var known }, HoconScalar { ScalarKind: not ScalarKind.Null, Text: var text }) => WrongTypeOf(known, text),
        _ => null,
    };

    private static string? WrongTypeOf(string theirs, string text)
    {
        if (theirs.StartsWith("Akka.", StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal))
            return AkkaChecks.IsTypeToAkka(text) ? null : $"names no type that is there: {Quoting.Excerpt(text)}";
        if (IsLogLevel(theirs))
            return IsLogLevel(text) || text.Equals("off", StringComparison.OrdinalIgnoreCase) ? null : $"must be DEBUG, INFO, WARNING, ERROR or OFF, not {Quoting.Excerpt(text)}";
        var isSwitch = text is "on" or "off" or "true" or "false";
        if (theirs is "on" or "off" or "true" or "false")
            return isSwitch || IsLogLevel(text) ? null : $"must be on or off, not {Quoting.Excerpt(text)}";
        if (theirs != "infinite" && (theirs.Length == 0 || !char.IsAsciiDigit(theirs[0])))
            return null;
        var wanted = theirs.AsSpan().TrimStart("0123456789.").Trim() switch
        {
            // Instead of a number, off is often allowed.
            "" => isSwitch || Reads(config => config.GetInt("v"), text, out _) || Reads(config => config.GetDouble("v"), text, out _) && !int.TryParse(theirs, out _) ? null : "a number",
            "ms" or "s" or "m" or "minutes" or "h" or "d" or "infinite" => Reads(config => config.GetTimeSpan("v"), text, out _) ? null : "a time",
            "b" or "B" or "k" or "kB" or "KiB" or "MiB" => Reads(config => config.GetByteSize("v"), text, out _) ? null : "a size",
            _ => null,
        };
        return wanted is null ? null : $"must be {wanted}, as Akka's own {theirs} is, not {Quoting.Excerpt(text)}";
    }

    private static bool IsLogLevel(string text) => text.ToUpperInvariant() is "DEBUG" or "INFO" or "WARNING" or "ERROR";

    // Whether Akka itself can read it.
    private static bool Reads<T>(Func<Config, T> read, string text, out T? value)
    {
        try
        {
            value = read(ConfigurationFactory.ParseString($"v : {Quoting.Quote(text)}\n"));
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException or ConfigurationException or ArgumentException)
        {
            value = default;
            return false;
        }
    }
}
