using Akka.Actor;
using Chatroom.Actors;
using Felix;

// Joins the room at an address that `botnode seed` prints.
var address = args.FirstOrDefault() ?? "akka.tcp://Chatroom@127.0.0.1:8080";
var ended = new TaskCompletionSource();
using var system = ActorSystem.Create("Felix", NodeConfig.Bot());
system.ActorOf(BotActor.Props(system.ActorSelection($"{address}/user/{ChatroomActor.Name}"), new BotSettings { Name = "Felix" }, new FelixMind(), news =>
{
    switch (news)
    {
        case BotNews.Heard { Happened: Said said }:
            Console.WriteLine($"{said.Name}: {said.Text}");
            break;
        case BotNews.Ended or BotNews.TurnedAway or BotNews.RoomLost or BotNews.NobodyThere:
            ended.TrySetResult();
            break;
    }
}));
await ended.Task;
