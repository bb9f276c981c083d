using Akka.Actor;

namespace Chatroom.Actors.Tests.Docs;

/// <summary>The code in docs/minds.md, from the first line to the last between the marks.</summary>
internal static class MindOfYourOwn
{
    // <example>
    public sealed class EchoMind : IMind
    {
        private readonly List<string> _heard = [];

        // Everything that happens in the room comes here first, in order.
        public void Hear(RoomEvent happened)
        {
            if (happened is Said said)
            {
                _heard.Add(said.Name);
            }
        }

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromResult<string?>(
            _heard.Count == 0 ? $"{prompt.Suggestion.What}? Why not." : $"I'm with {_heard[^1]}.");

        public TimeSpan ThinkTime(Prompt prompt) => TimeSpan.FromMilliseconds(200);
    }

    public static IActorRef Join(ActorSystem system, ICanTell room) =>
        system.ActorOf(BotActor.Props(room, new BotSettings { Name = "Rateb" }, new EchoMind(), news => Console.WriteLine(news)));
    // </example>
}
