using Akka.Configuration;
using Chatroom.Actors.Hocon;

namespace Chatroom.Actors;

/// <summary>The settings of actor systems that host a room or bots. They let in only what bots and rooms say to each other.</summary>
public static class NodeConfig
{
    /// <summary>The settings of an actor system with a room at <c>/user/chatroom</c>.</summary>
    /// <param name="host">The address that it listens on, by which bots reach it.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    public static Config Seed(string host = "127.0.0.1", int port = 0) => With(host, port, "seed.conf");

    /// <summary>The settings of an actor system with bots.</summary>
    /// <param name="host">The address that it listens on.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    public static Config Bot(string host = "127.0.0.1", int port = 0) => With(host, port, "bot.conf");

    /// <summary>A file of settings as it comes with the library.</summary>
    /// <param name="name">Its name; null is given if there is none of that name.</param>
    internal static string? TextOf(string name)
    {
        using var resource = typeof(NodeConfig).Assembly.GetManifestResourceStream($"Chatroom.Actors.{name}");
        return resource is null ? null : new StreamReader(resource).ReadToEnd();
    }

    private static Config With(string host, int port, string file)
    {
        ArgumentNullException.ThrowIfNull(host);
        return ConfigurationFactory.ParseString($"akka.remote.dot-netty.tcp {{ hostname = {Quoting.Quote(host)}, port = {port} }}")
            .WithFallback(ConfigurationFactory.ParseString(TextOf(file)!));
    }
}
