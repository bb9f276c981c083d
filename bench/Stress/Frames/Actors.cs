using Akka.Actor;

namespace Stress.Frames;

/// <summary>Keeps a room that strangers talk to; ended by one of them, it is made again.</summary>
internal sealed class Hall : UntypedActor
{
    public const string Room = "room";

    public Hall() => Open();

    protected override void OnReceive(object message)
    {
        if (message is Terminated)
            Open();
    }

    private static void Open() => Context.Watch(Context.ActorOf(Props.Create(() => new Echo()), Room));
}

/// <summary>Counts the marks that came through, by the connection they came by; told its number, it says how many, and forgets them.</summary>
internal sealed class Counter : UntypedActor
{
    private readonly Dictionary<string, int> _marks = new(StringComparer.Ordinal);

    protected override void OnReceive(object message)
    {
        if (message is Asked asked)
        {
            _marks.Remove(asked.Connection, out var count);
            Sender.Tell(count);
        }
        else if (message is string connection)
        {
            _marks[connection] = _marks.GetValueOrDefault(connection) + 1;
        }
    }

    public sealed record Asked(string Connection);
}
