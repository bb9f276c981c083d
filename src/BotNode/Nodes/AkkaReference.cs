using System.Reflection;
using Akka.Actor;
using Akka.Remote;
using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>The settings that come with Akka's packages. To read them takes a while, so that is done when something seems wrong, and only then.</summary>
internal static class AkkaReference
{
    private static readonly Lazy<HoconObject?> Root = new(() =>
        Read(typeof(RemoteActorRefProvider).Assembly, "Akka.Remote.Configuration.Remote.conf") is { } remote &&
        Read(typeof(ActorSystem).Assembly, "Akka.Configuration.akka.conf") is { } akka
            ? remote.Over(akka)
            : null);

    /// <summary>The value at a path; null when the packages know none.</summary>
    public static HoconValue? Find(params string[] path) => Root.Value?.Find(path);

    private static HoconObject? Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return HoconParser.Parse(reader.ReadToEnd(), resource) as HoconObject;
    }
}
