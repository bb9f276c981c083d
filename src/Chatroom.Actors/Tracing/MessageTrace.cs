using System.Collections.Concurrent;
using System.Globalization;
using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>
/// Tells people each message that actors of a system receive, a line each: when, who, what, from whom. An actor that takes part looks for
/// it once, when it is made; in a system without a trace, a message costs no more than that it is not there.
/// </summary>
/// <remarks>Akka.NET's own <c>ILogReceive</c> logs types and paths at a level at which everything else is logged, too, and late.</remarks>
internal sealed class MessageTrace : IExtension
{
    private const int MostOfAPath = 60;

    private readonly ConcurrentDictionary<IActorRef, string> _names = new();
    private readonly IScheduler _scheduler;
    private readonly DateTimeOffset _since;
    private readonly Action<string> _write;

    private MessageTrace(IScheduler scheduler, DateTimeOffset since, Action<string> write)
    {
        _scheduler = scheduler;
        _since = since;
        _write = write;
    }

    /// <summary>Traces the actors that are made in a system from now on.</summary>
    /// <param name="system">The system.</param>
    /// <param name="since">The times in the lines count from here; null: from now.</param>
    /// <param name="write">Takes each line, from the thread of the actor that receives; what could deceive a terminal stands in it as its code.</param>
    public static void Begin(ActorSystem system, DateTimeOffset? since, Action<string> write) =>
        system.RegisterExtension(new Id(new MessageTrace(system.Scheduler, since ?? system.Scheduler.Now, write)));

    /// <summary>The trace of a system; null if it has none.</summary>
    public static MessageTrace? Of(ActorSystem system) => system.TryGetExtension<MessageTrace>(out var trace) ? trace : null;

    /// <summary>From now on calls an actor by this name.</summary>
    public void Name(IActorRef actor, string name) => _names[actor] = name;

    /// <summary>What an actor does with a message, preceded by a line about it.</summary>
    /// <param name="receive">What it does.</param>
    /// <param name="message">The message as it came: if it does not get this one, a timer has wrapped it.</param>
    /// <param name="self">The actor.</param>
    /// <param name="sender">Who sent the message.</param>
    public Receive Before(Receive receive, object message, IActorRef self, IActorRef? sender) => received =>
    {
        var from = !ReferenceEquals(received, message) ? "a timer"
            : self.Equals(sender) ? "itself"
            : NameOf(sender);
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{(_scheduler.Now - _since).TotalSeconds,8:0.000} s  {NameOf(self),-10}  <- {MessageText.Of(received),-50}  from {from}");
        _write(VisibleText.Of(line));
        return receive(received);
    };

    private string NameOf(IActorRef? actor) => actor switch
    {
        null => "no actor",
        _ when actor.IsNobody() || actor.Path.Name == "deadLetters" => "no actor",
        _ => _names.GetValueOrDefault(actor) ?? MessageText.Cut(PathOf(actor.Path), MostOfAPath),
    };

    // Akka.NET gives names that begin with $ to actors that have none.
    private static string PathOf(ActorPath path) => path switch
    {
        { Name: ['$', ..], Address: { Host: { } host, Port: { } port } } => string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"),
        { Name: ['$', ..] } => path.Name,
        _ => string.Join('/', path.Elements.Skip(1).Where(name => name is not ['$', ..])),
    };

    private sealed class Id(MessageTrace trace) : ExtensionIdProvider<MessageTrace>
    {
        public override MessageTrace CreateExtension(ExtendedActorSystem system) => trace;
    }
}
