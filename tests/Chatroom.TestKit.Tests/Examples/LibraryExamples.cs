using Akka.Actor;
using Chatroom.Actors;

namespace Chatroom.TestKit.Tests.Examples;

/// <summary>The examples of docs/library.md.</summary>
internal static class LibraryExamples
{
    public static async Task<IReadOnlyList<string>> ReplayAScenarioAsync(string file)
    {
        foreach (var mistake in Scenario.Check(file))
        {
            Console.WriteLine(mistake);                 // mine.conf: line 7: room.rounds: must be a whole number
        }

        var scenario = Scenario.Load(file);             // throws InvalidFileException, with the same lines as Errors
        var result = await Replay.RunAsync(scenario, new Minds { ["Felix"] = () => new PoliteMind() });

        foreach (var said in result.Events.OfType<Said>())
        {
            Console.WriteLine($"{said.Name}: {said.Text}");
        }
        return result.Differences;                      // none if all is as the scenario expects
    }

    public static async Task<bool> ReplayATranscriptAsync(string file)
    {
        var transcript = Transcript.Load(file);         // throws InvalidFileException if it was cut or changed
        var result = await Replay.RunAsync(transcript); // everybody says what they said

        return result.Digest == transcript.Digest;
    }

    public static async Task<string> SimulateAsync()
    {
        var result = await Simulation.RunAsync(
            Scenario.Load("two-rounds"),
            new SimulationOptions { Runs = 20, Faults = "heavy", Keep = "simulations" },
            new Minds { ["Felix"] = () => new PoliteMind() },
            transcript => transcript.Reason == CloseReason.Completed || transcript.Reason == CloseReason.Abandoned ? null : $"It ended with {transcript.Reason}.");

        return result.Failure is null
            ? $"{result.Runs} conversations, {result.Time.TotalSeconds} s of virtual time"
            : $"seed {result.FailedSeed}: {result.Failure.Property}; see {result.Kept?.Shrunk}";
    }

    public static async Task<CloseReason> HostAsync()
    {
        using var seed = ActorSystem.Create("Chatroom", NodeConfig.Seed(port: 0));
        using var bots = ActorSystem.Create("Bots", NodeConfig.Bot());
        var scenario = Scenario.Load("default");
        var observer = new Observer();
        seed.ActorOf(ChatroomActor.Props(scenario, seed: 7, observer), ChatroomActor.Name);

        var address = ((ExtendedActorSystem)seed).Provider.DefaultAddress;
        var room = bots.ActorSelection($"{address}/user/{ChatroomActor.Name}");
        foreach (var name in scenario.Names)
        {
            IMind mind = name == "Felix" ? new PoliteMind() : new PersonaMind(scenario);
            bots.ActorOf(BotActor.Props(room, new BotSettings { Name = name }, mind, news => { }));
        }

        return await observer.Ended;
    }

    private sealed class Observer : IRoomObserver
    {
        private readonly TaskCompletionSource<CloseReason> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<CloseReason> Ended => _ended.Task;

        public void Happened(RoomEvent happened)
        {
            if (happened is Closed closed)
            {
                _ended.TrySetResult(closed.Reason);
            }
        }

        public void Broke(Exception cause) => _ended.TrySetException(cause);
    }
}
