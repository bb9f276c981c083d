using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Scheduler;

public class CustomSchedulerTests()
    : ActorSystemTests($"akka.scheduler.implementation = \"{typeof(HandScheduler).AssemblyQualifiedName}\"")
{
    private HandScheduler Scheduler => (HandScheduler)Sys.Scheduler;

    [Fact]
    public async Task Scheduler_of_the_configuration_is_used()
    {
        var probe = CreateRecorder();
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromHours(1), probe.Ref, "tick", ActorRefs.NoSender);
        Scheduler.Advance(TimeSpan.FromMinutes(59));
        await probe.AssertNothingElseAsync();
        Scheduler.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("tick", await probe.NextAsync<string>());
    }

    [Fact]
    public void Its_time_is_the_systems_time()
    {
        var before = Sys.Scheduler.Now;
        Scheduler.Advance(TimeSpan.FromHours(3));
        Assert.Equal(TimeSpan.FromHours(3), Sys.Scheduler.Now - before);
    }

    [Fact]
    public void CancelAfter_counts_its_time()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        cancelable.CancelAfter(TimeSpan.FromHours(1));
        Assert.False(cancelable.IsCancellationRequested);
        Scheduler.Advance(TimeSpan.FromHours(1));
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void Cancelable_can_start_with_a_delay()
    {
        using var cancelable = new Cancelable(Sys.Scheduler, TimeSpan.FromSeconds(5));
        Assert.False(cancelable.IsCancellationRequested);
        Scheduler.Advance(TimeSpan.FromSeconds(5));
        Assert.True(cancelable.IsCancellationRequested);
    }

    /// <summary>A scheduler whose time is moved by hand.</summary>
    public sealed class HandScheduler(Config config, ILoggingAdapter log) : SchedulerBase(config, log)
    {
        private readonly Lock _gate = new();
        private readonly PriorityQueue<Action, TimeSpan> _work = new();
        private TimeSpan _now;

        public override TimeSpan MonotonicClock => _now;

        public override TimeSpan HighResMonotonicClock => _now;

        protected override DateTimeOffset TimeNow => DateTimeOffset.UnixEpoch + _now;

        public void Advance(TimeSpan by)
        {
            var end = _now + by;
            while (Next(end) is { } action) action();
            _now = end;
        }

        protected override void InternalScheduleTellOnce(
            TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
            Add(delay, () => receiver.Tell(message, sender), cancelable);

        protected override void InternalScheduleTellRepeatedly(
            TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender,
            ICancelable? cancelable) =>
            Repeat(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

        protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
            Add(delay, action, cancelable);

        protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
            Add(delay, action.Run, cancelable);

        protected override void InternalScheduleRepeatedly(
            TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
            Repeat(initialDelay, interval, action, cancelable);

        protected override void InternalScheduleRepeatedly(
            TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
            Repeat(initialDelay, interval, action.Run, cancelable);

        private Action? Next(TimeSpan end)
        {
            lock (_gate)
            {
                if (!_work.TryPeek(out _, out var due) || due > end) return null;
                _now = due;
                return _work.Dequeue();
            }
        }

        private void Add(TimeSpan delay, Action action, ICancelable? cancelable)
        {
            lock (_gate)
            {
                _work.Enqueue(
                    () =>
                    {
                        if (cancelable is not { IsCancellationRequested: true }) action();
                    },
                    _now + delay);
            }
        }

        private void Repeat(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable) => Add(
            delay,
            () =>
            {
                action();
                Repeat(interval, interval, action, cancelable);
            },
            cancelable);
    }
}
