using Akka.Actor;
using Akka.Configuration;

namespace Speed;

/// <summary>Actor systems of this process that reach each other over 127.0.0.1.</summary>
internal static class ActorNodes
{
    /// <summary>A node on a free port of 127.0.0.1, which speaks the chatroom's messages.</summary>
    public static ActorSystem Start(string name) => ActorSystem.Create(name, ConfigurationFactory.ParseString("""
        akka {
          loglevel = OFF
          stdout-loglevel = OFF
          actor {
            provider = remote
            serializers.chatroom = "Chatroom.Actors.ChatroomSerializer, Chatroom.Actors"
            serialization-bindings { "Chatroom.Actors.ChatroomProtocol+IChatroomMessage, Chatroom.Actors" = chatroom }
          }
          remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        }
        """));

    /// <summary>Where a node is reached.</summary>
    public static Address AddressOf(ActorSystem system) => ((ExtendedActorSystem)system).Provider.DefaultAddress;

    /// <summary>A reference to an actor below /user of another node.</summary>
    public static Task<IActorRef> FindAsync(ActorSystem system, Address address, string name) =>
        system.ActorSelection($"{address}/user/{name}").ResolveOne(TimeSpan.FromSeconds(30));
}
