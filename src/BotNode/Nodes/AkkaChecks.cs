using Chatroom.Actors;
using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>
/// Checks the settings of an actor system for what the program relies on and Akka does not refuse: with some mistakes Akka never
/// finishes its start, and with others it starts, and the node can't hear or speak.
/// </summary>
internal static class AkkaChecks
{
    private const string Transport = "akka.remote.dot-netty.tcp";

    private const string Class = "implementation-class";
    private const string Pause = "acceptable-heartbeat-pause";

    // With another value, a failure detector is never made, and no lost node is noticed.
    private static readonly string[] AboveZero =
        ["heartbeat-interval", "threshold", "max-sample-size", "min-std-deviation", "unreachable-nodes-reaper-interval", "expected-response-after"];

    /// <summary>Notes what is wrong in the object <c>akka</c>.</summary>
    public static void Check(HoconSection akka, HoconObject settings)
    {
        CheckTypes(akka, "loggers");
        CheckTypes(akka, "extensions");
        var actor = akka.Section("actor");
        if (actor.OptionalText("provider") is not "remote" && !actor.HasErrors("provider"))
            actor.Error("provider", "must be remote, or no other node is heard");
        CheckSerializers(actor);

        var remote = akka.Section("remote");
        remote.Texts("trusted-selection-paths");
        foreach (var transport in remote.Texts("enabled-transports"))
        {
            if (transport != Transport)
                remote.Error("enabled-transports", $"must be [{Transport}], the one that the program sets up, not {transport}");
        }
        var tcp = remote.Section("dot-netty").Section("tcp");
        tcp.Int("port", 0, 0, ushort.MaxValue);
        tcp.Int("public-port", 0, 0, ushort.MaxValue);
        if (tcp.OptionalText("enable-ssl") is not (null or "on" or "off" or "true" or "false"))
            tcp.Error("enable-ssl", "must be on or off");
        CheckAdapters(remote, tcp);
        HoconSection[] detectors = [remote.Section("watch-failure-detector"), remote.Section("transport-failure-detector")];
        ReferenceCheck.Check(akka, settings);
        foreach (var detector in detectors)
            CheckFailureDetector(detector);
    }

    // A node without one starts, but no other node misses it.
    private static void CheckFailureDetector(HoconSection detector)
    {
        if (!detector.HasErrors(Class) && detector.OptionalText(Class) is { } type && !IsTypeToAkka(type))
            detector.Error(Class, $"names no type that is there: {Quoting.Excerpt(type)}");
        foreach (var key in AboveZero.Where(key => !detector.HasErrors(key)))
        {
            if (detector.OptionalText(key) is { } text && !ReferenceCheck.IsPositive(text, orZero: false))
                detector.Error(key, $"must be above 0, not {Quoting.Excerpt(text)}");
        }

        if (!detector.HasErrors(Pause) && detector.OptionalText(Pause) is { } pause && !ReferenceCheck.IsPositive(pause, orZero: true))
            detector.Error(Pause, $"must be 0 or above, not {Quoting.Excerpt(pause)}");
    }

    // These types are made when first needed, which may be never.
    private static void CheckTypes(HoconSection akka, string key)
    {
        foreach (var type in akka.Texts(key).Where(type => !IsTypeToAkka(type)))
            akka.Error(key, $"names no type that is there: {Quoting.Excerpt(type)}");
    }

    private static void CheckSerializers(HoconSection actor)
    {
        var serializers = actor.Section("serializers");
        foreach (var name in serializers.Keys)
            CheckType(serializers, name, serializers.Text(name));
        var bindings = actor.Section("serialization-bindings");
        foreach (var type in bindings.Keys)
        {
            if (!IsType(type))
                bindings.KeyError(type, "names no type that is there");
            if (bindings.Text(type) is { Length: > 0 } serializer && !serializers.Has(serializer) && AkkaReference.Find("akka", "actor", "serializers", serializer) is null)
                bindings.Error(type, $"{serializer} is none of akka.actor.serializers");
        }
    }

    private static void CheckAdapters(HoconSection remote, HoconSection tcp)
    {
        var adapters = remote.Section("adapters");
        foreach (var name in adapters.Keys)
        {
            var type = adapters.Text(name);
            if (type.Contains(' ', StringComparison.Ordinal))
                adapters.Error(name, "must be written without a blank after the comma, or Akka does not read it");
            else
                CheckType(adapters, name, type);
        }
        foreach (var name in tcp.Texts("applied-adapters"))
        {
            if (!adapters.Has(name) && AkkaReference.Find("akka", "remote", "adapters", name) is null)
                tcp.Error("applied-adapters", $"{name} is none of akka.remote.adapters");
        }
    }

    private static void CheckType(HoconSection section, string key, string type)
    {
        if (type.Length > 0 && !IsType(type))
            section.Error(key, $"names no type that is there: {Quoting.Excerpt(type)}");
    }

    /// <summary>Whether Akka finds a type of this name; its code needs no assembly name for its own types.</summary>
    public static bool IsTypeToAkka(string name) => Array.Exists(["", ", Akka", ", Akka.Remote"], assembly => IsType(name + assembly));

    private static bool IsType(string name)
    {
        try
        {
            return Type.GetType(name) is not null;
        }
        catch (Exception e) when (e is IOException or ArgumentException or TypeLoadException or BadImageFormatException)
        {
            return false;
        }
    }
}
