using System.Reflection;
using Akka.Actor;
using Akka.Remote;
using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>The settings that come with Akka's packages. Reading them takes a while, so they are read only if the program's own settings were changed.</summary>
internal static class AkkaReference
{
    // Settings that Akka's code reads and its reference leaves out.
    private const string LeftOut = """
        akka {
          actor {
            default-dispatcher { mailbox-type = "", mailbox-capacity = 1000, mailbox-push-timeout-time = 10s, stash-capacity = -1 }
            default-fork-join-dispatcher.dedicated-thread-pool { deadlock-timeout = 3s, apartment = "" }
          }
          io.tcp.write-commands-queue-max-size = -1
          remote.dot-netty.tcp { log-transport = off, enable-pooling = on, ssl.certificate.flags = [] }
        }
        """;

    private static readonly Lazy<HoconObject?> Root = new(() =>
        Read(typeof(RemoteActorRefProvider).Assembly, "Akka.Remote.Configuration.Remote.conf") is { } remote &&
        Read(typeof(ActorSystem).Assembly, "Akka.Configuration.akka.conf") is { } akka
            ? remote.Over(akka).Over((HoconObject)HoconParser.Parse(LeftOut, nameof(LeftOut)))
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
