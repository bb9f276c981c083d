using Akka.Actor;

namespace Chatroom.Actors.Tests.Docs;

/// <summary>The code in docs/protocol.md, from the first line to the last between the marks.</summary>
internal static class MindOfYourOwn
{
    // <example>
    public static IActorRef Join(ActorSystem system, ICanTell room) =>
        system.ActorOf(BotActor.Props(room, new BotSettings { Name = "Rateb" }, new MyMind(), news => Console.WriteLine(news)));

    public sealed class MyMind : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) =>
            Task.FromResult<string?>($"{prompt.Suggestion.What}? Why not.");
    }
    // </example>
}
