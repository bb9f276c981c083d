using Akka.Actor;

namespace Akka.Remote.Tests;

/// <summary>Watches what it is told and counts how often it hears of each one's end.</summary>
public sealed class WatchTally
{
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly Dictionary<ActorPath, int> _ends = [];
    private readonly int _expected;

    private WatchTally(ActorSystem system, int expected)
    {
        _expected = expected;
        Ref = system.ActorOf(Props.Create(() => new Watcher(this)));
    }

    /// <summary>Send it a reference to make it watch that actor.</summary>
    public IActorRef Ref { get; }

    /// <summary>How many ended, and how many of these were told of more than once.</summary>
    public (int Ended, int Repeated) Count
    {
        get
        {
            lock (_gate)
                return (_ends.Count, _ends.Values.Count(times => times > 1));
        }
    }

    public static WatchTally Start(ActorSystem system, int expected) => new(system, expected);

    /// <summary>Done when it has heard of so many ends as are expected; false when that takes too long.</summary>
    public async Task<bool> IsComplete() => await Task.WhenAny(_complete.Task, Task.Delay(2 * Recorder.Limit, TimeProvider.System)) == _complete.Task;

    private void Ended(ActorPath path)
    {
        lock (_gate)
        {
            _ends[path] = _ends.GetValueOrDefault(path) + 1;
            if (_ends.Count == _expected)
                _complete.TrySetResult();
        }
    }

    private sealed class Watcher(WatchTally tally) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case IActorRef subject:
                    Context.Watch(subject);
                    break;
                case Terminated terminated:
                    tally.Ended(terminated.ActorRef.Path);
                    break;
                default:
                    Unhandled(message);
                    break;
            }
        }
    }
}
