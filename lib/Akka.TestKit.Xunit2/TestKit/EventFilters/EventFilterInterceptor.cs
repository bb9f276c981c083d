using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit.Internal;

/// <summary>Counts what a set of filters picks while a block runs, and hides it from the log.</summary>
internal sealed class EventFilterInterceptor(TestKitBase testKit, ActorSystem system, IReadOnlyList<EventFilterBase> filters)
{
    /// <param name="block">What to run.</param>
    /// <param name="timeout">How long to wait for the events after that, before it is stretched; null for the leeway.</param>
    /// <param name="expected">How many events must be picked; null for any number.</param>
    /// <param name="blocking">Wait on the calling thread; then the task is already completed if the block's is.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<T> Intercept<T>(
        Func<Task<T>> block, TimeSpan? timeout, int? expected, bool blocking, CancellationToken cancellation)
    {
        var leeway = timeout is { } given ? testKit.Dilated(given) : TestKitExtension.For(system).TestEventFilterLeeway;
        var picked = 0;
        void Count(EventFilterBase filter, LogEvent logEvent) => Interlocked.Increment(ref picked);

        foreach (var filter in filters) filter.EventMatched += Count;
        system.EventStream.Publish(new Mute(filters));
        try
        {
            var result = await block();
            if (expected is { } count)
            {
                // Where none is expected, only the end of the leeway tells that none came.
                await Waiting.Until(
                    () => Task.FromResult(Volatile.Read(ref picked) >= Math.Max(count, 1)), leeway, null, blocking, cancellation);
                if (Volatile.Read(ref picked) != count) Fail(count, Volatile.Read(ref picked), leeway);
            }

            return result;
        }
        finally
        {
            foreach (var filter in filters) filter.EventMatched -= Count;
            system.EventStream.Publish(new Unmute(filters));
        }
    }

    public IUnmutableFilter Mute()
    {
        system.EventStream.Publish(new Mute(filters));
        return new UnmutableFilter(system, filters);
    }

    private void Fail(int expected, int picked, TimeSpan leeway)
    {
        var what = string.Join(", ", filters.Select(filter => $"[{filter}]"));
        TestKitAssertionsExtension.For(system).Assertions.Fail("{0}", picked < expected
            ? $"Within {leeway} only {picked} of {expected} log events came that match {what}."
            : $"{picked} log events came that match {what}; {expected} were expected.");
    }

    private sealed class UnmutableFilter(ActorSystem system, IReadOnlyList<EventFilterBase> filters) : IUnmutableFilter
    {
        private bool _unmuted;

        public void Unmute()
        {
            if (Interlocked.Exchange(ref _unmuted, true)) return;
            system.EventStream.Publish(new Unmute(filters));
        }

        public void Dispose() => Unmute();
    }
}
