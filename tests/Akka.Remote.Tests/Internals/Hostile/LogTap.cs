using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Keeps the warnings and errors that a system logs.</summary>
internal sealed class LogTap
{
    private readonly IActorRef _keeper;

    private LogTap(IActorRef keeper) => _keeper = keeper;

    public static LogTap On(ActorSystem system)
    {
        var keeper = system.ActorOf(Props.Create<Keeper>(), "log");
        system.EventStream.Subscribe(keeper, typeof(Warning));
        system.EventStream.Subscribe(keeper, typeof(Error));
        return new LogTap(keeper);
    }

    /// <summary>All that was logged before.</summary>
    public Task<Line[]> Lines() => _keeper.Ask<Line[]>("lines", Recorder.Limit);

    public sealed record Line(LogLevel Level, string Text);

    private sealed class Keeper : UntypedActor
    {
        private readonly List<Line> _lines = [];

        protected override void OnReceive(object message)
        {
            if (message is LogEvent line)
                _lines.Add(new Line(line.LogLevel(), $"{line.Message}"));
            else
                Sender.Tell(_lines.ToArray());
        }
    }
}
