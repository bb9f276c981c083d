using Chatroom.Actors;
using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>
/// Checks of an actor system's settings what the program itself relies on, and what Akka does not refuse: with some mistakes it never
/// comes to the end of its start, and with others it starts, and the node is deaf or dumb.
/// </summary>
internal static class AkkaChecks
{
    private const string Transport = "akka.remote.dot-netty.tcp";

    /// <summary>Notes what is wrong in the object <c>akka</c>.</summary>
    public static void Check(HoconSection akka)
    {
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
        foreach (var detector in new[] { "watch-failure-detector", "transport-failure-detector" })
            CheckFailureDetector(remote.Section(detector));
        var tcp = remote.Section("dot-netty").Section("tcp");
        tcp.Int("port", 0, 0, ushort.MaxValue);
        tcp.Int("public-port", 0, 0, ushort.MaxValue);
        if (tcp.OptionalText("enable-ssl") is not (null or "on" or "off" or "true" or "false"))
            tcp.Error("enable-ssl", "must be on or off");
        CheckAdapters(remote, tcp);
    }

    // A node without one starts, and is never missed by anybody.
    private static void CheckFailureDetector(HoconSection detector)
    {
        if (detector.OptionalText("implementation-class") is { } type)
            CheckType(detector, "implementation-class", type);
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

    /// <summary>Whether a type of this name is there.</summary>
    public static bool IsType(string name)
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
