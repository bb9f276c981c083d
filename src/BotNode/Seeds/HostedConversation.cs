using System.Reflection;
using Akka.Actor;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>One conversation of a room, and its observers.</summary>
internal sealed class HostedConversation
{
    private readonly EndObserver _end;

    /// <summary>Prepares it, and writes the beginning of its transcript.</summary>
    /// <param name="scenario">The setup, including a seed.</param>
    /// <param name="past">What happened before; null for a new conversation.</param>
    /// <param name="file">Takes the transcript; null if there is none.</param>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="label">What stands before the lines for people.</param>
    /// <param name="json">True if the lines of the transcript are shown instead of those for people.</param>
    /// <param name="awake">The time in which this process ran.</param>
    public HostedConversation(
        Scenario scenario, IntactLines? past, LastingWriter? file, Terminal terminal, string label, bool json, TimeProvider awake)
    {
        _end = new EndObserver(past);
        var observers = new RoomObservers([.. Observers(HeaderOf(scenario), past, file, terminal, label, json), _end]);
        Props = ChatroomActor.Props(scenario, scenario.Seed!.Value, observers, past?.Events ?? [], awake);
    }

    /// <summary>The room's actor.</summary>
    public Props Props { get; }

    /// <summary>Why the room closed, once it has; fails if the room broke.</summary>
    public Task<CloseReason> Ended => _end.Ended;

    // An event is on the disk before it is shown, and shown before the room says that it ended.
    private static IEnumerable<IRoomObserver> Observers(
        TranscriptHeader header, IntactLines? past, LastingWriter? file, Terminal terminal, string label, bool json)
    {
        if (file is not null)
            yield return new TranscriptObserver(file, header, past);
        yield return json ? new JsonObserver(terminal.Out, header, past) : new ConsoleObserver(terminal, label, past);
        if (file is not null)
            yield return new LossObserver(file, terminal, label);
    }

    private static TranscriptHeader HeaderOf(Scenario scenario) => new(
        scenario.Name, ScenarioDigest.Of(scenario), scenario.Seed!.Value, scenario.Names, scenario.Room, $"botnode {Version}");

    private static string Version => typeof(HostedConversation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
