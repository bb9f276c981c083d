using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Seeds;
using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests.Seeds;

/// <summary>A seed node whose actors end without being told to, by a fault or by a stranger.</summary>
public sealed class SeedWorkerTests : IDisposable
{
    private const string Here = "127.0.0.1";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_whose_actor_system_ends_says_so_and_ends_with_1() => Assert.Equal(
        (1, "botnode: The seed node ends: its actor system has ended by itself. A transcript goes as far as what happened."),
        await EndOf("ends", system => system.Terminate()));

    [Fact]
    public async Task One_whose_actor_system_is_shut_down_for_a_reason_gives_it() => Assert.Equal(
        (1, "botnode: The seed node ends: its actor system has ended by itself (ClusterLeavingReason). A transcript goes as far as what happened."),
        await EndOf("shutdown", system => CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClusterLeavingReason.Instance)));

    [Fact]
    public async Task One_whose_room_is_stopped_says_so_and_ends_with_1() => Assert.Equal(
        (1, "botnode: The seed node ends: somebody has stopped its rooms. A transcript goes as far as what happened."),
        await EndOf("stopped", system => system.ActorSelection($"/user/{ChatroomActor.Name}").Tell(PoisonPill.Instance)));

    [Theory]
    [InlineData("endpointManager")]
    [InlineData("transports")]
    public async Task One_whose_remoting_is_killed_says_so_and_ends_with_1(string part)
    {
        var (exitCode, error) = await EndOf($"without-{part}", system => system.ActorSelection($"/system/{part}").Tell(Kill.Instance));

        Assert.Equal(1, exitCode);
        Assert.Contains($"botnode: The seed node ends: its remoting has ended by itself (/system/{part}). A transcript goes as far as what happened.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_interrupted_before_its_room_is_there_leaves_the_transcript_as_it_was(bool wasThere)
    {
        var transcript = wasThere ? _folder.With("talk.jsonl", "") : _folder.File("talk.jsonl");
        using var orders = new SeedCommands();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SeedWorker.HostAsync(
            Setup("interrupted", transcript, Config.Empty), new Terminal(TextReader.Null, new LastingWriter(TextWriter.Null), new LastingWriter(TextWriter.Null), IsColoured: false),
            TimeProvider.System, () => 7, orders, new CancellationToken(canceled: true)));

        Assert.Equal(wasThere, File.Exists(transcript));
    }

    /// <summary>Hosts a room that waits for Felix, and has it ended when it is there.</summary>
    private async Task<(int ExitCode, string Error)> EndOf(string name, Action<ActorSystem> end)
    {
        var transcript = _folder.File("talk.jsonl");
        using var errors = new StringWriter();
        using var orders = new SeedCommands();
        var hosting = SeedWorker.HostAsync(
            Setup(name, transcript, Witness.Settings),
            new Terminal(TextReader.Null, new LastingWriter(TextWriter.Null), new LastingWriter(errors), IsColoured: false),
            TimeProvider.System, () => 7, orders, CancellationToken.None);

        end(await Witness.SystemWithRoomAsync(name));

        var exitCode = await hosting.WaitAsync(Limit);
        Assert.NotNull(TranscriptReader.ReadIntact(transcript).Header);
        return (exitCode, errors.ToString().TrimEnd());
    }

    private static SeedSetup Setup(string name, string transcript, Config settings)
    {
        var scenario = new Scenario("test", [Persona.WithoutWords("Felix")], Catalogue.Empty) { Seed = 7 };
        return new SeedSetup(
            new SeedOptions(null!, [], null, null, Here, 0, null, Json: false, Driven: false),
            new SeedPlan(scenario, [], 1, transcript, null),
            new NodeStart(name, settings.WithFallback(NodeSettings.Seed().Value!.Akka), "test.conf", Here, 0, Here));
    }

    /// <summary>Sees the actor systems of these tests begin.</summary>
    public sealed class Witness : ExtensionIdProvider<Witness>, IExtension
    {
        public static readonly Config Settings = ConfigurationFactory.ParseString($"akka.extensions = [\"{typeof(Witness).AssemblyQualifiedName}\"]");

        private static readonly ConcurrentDictionary<string, TaskCompletionSource<ActorSystem>> Begun = new();

        public static async Task<ActorSystem> SystemWithRoomAsync(string name)
        {
            var system = await Begin(name).Task.WaitAsync(Limit);
            using var limit = new CancellationTokenSource(Limit);
            while (true)
            {
                try
                {
                    await system.ActorSelection($"/user/{ChatroomActor.Name}").ResolveOne(Limit, limit.Token);
                    return system;
                }
                catch (ActorNotFoundException)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
                }
            }
        }

        public override Witness CreateExtension(ExtendedActorSystem system)
        {
            Begin(system.Name).TrySetResult(system);
            return this;
        }

        private static TaskCompletionSource<ActorSystem> Begin(string name) =>
            Begun.GetOrAdd(name, _ => new TaskCompletionSource<ActorSystem>(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
