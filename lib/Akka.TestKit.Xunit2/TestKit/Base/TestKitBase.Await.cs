using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition; it is looked at every 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition; it is looked at every 100 ms.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition; it is looked at every 100 ms.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="message">What it means if it does not hold.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="interval">How often to look; null for every 100 ms.</param>
    /// <param name="message">What it means if it does not hold.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null,
        CancellationToken cancellationToken = default) =>
        AwaitCondition(Tasked(conditionIsFulfilled), max, interval, message, blocking: true, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition; it is looked at every 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when it holds.</returns>
    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(Tasked(conditionIsFulfilled), null, null, null, cancellationToken);

    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition; it is looked at every 100 ms.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="message">What it means if it does not hold.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(Tasked(conditionIsFulfilled), max, null, message, cancellationToken);

    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="interval">How often to look; null for every 100 ms.</param>
    /// <param name="message">What it means if it does not hold.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null,
        CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(Tasked(conditionIsFulfilled), max, interval, message, cancellationToken);

    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition; it is looked at every 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when it holds.</returns>
    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition; it is looked at every 100 ms.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition; it is looked at every 100 ms.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="message">What it means if it does not hold.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <summary>Waits until a condition holds; fails the test if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="interval">How often to look; null for every 100 ms.</param>
    /// <param name="message">What it means if it does not hold.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null,
        CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, interval, message, blocking: false, cancellationToken);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to wait, before it is stretched.</param>
    /// <param name="interval">How often to look; null for every 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it held in time.</returns>
    public bool AwaitConditionNoThrow(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Waiting.Until(Tasked(conditionIsFulfilled), Dilated(max), interval, blocking: true, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to wait, before it is stretched.</param>
    /// <param name="interval">How often to look; null for every 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it held in time.</returns>
    public Task<bool> AwaitConditionNoThrowAsync(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitConditionNoThrowAsync(Tasked(conditionIsFulfilled), max, interval, cancellationToken);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to wait, before it is stretched.</param>
    /// <param name="interval">How often to look; null for every 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it held in time.</returns>
    public Task<bool> AwaitConditionNoThrowAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Waiting.Until(conditionIsFulfilled, Dilated(max), interval, blocking: false, cancellationToken);

    /// <summary>Repeats assertions until they pass; when time is up, their last failure is the test's.</summary>
    /// <param name="assertion">The assertions; they fail by throwing.</param>
    /// <param name="duration">How long to repeat, before it is stretched; null for what remains.</param>
    /// <param name="interval">How often; null for every 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitAssert(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAssert(Tasked(assertion), duration, interval, blocking: true, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Repeats assertions until they pass; when time is up, their last failure is the test's.</summary>
    /// <param name="assertion">The assertions; they fail by throwing.</param>
    /// <param name="duration">How long to repeat, before it is stretched; null for what remains.</param>
    /// <param name="interval">How often; null for every 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when they pass.</returns>
    public Task AwaitAssertAsync(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAssertAsync(Tasked(assertion), duration, interval, cancellationToken);

    /// <summary>Repeats assertions until they pass; when time is up, their last failure is the test's.</summary>
    /// <param name="assertion">The assertions; they fail by throwing.</param>
    /// <param name="duration">How long to repeat, before it is stretched; null for what remains.</param>
    /// <param name="interval">How often; null for every 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when they pass.</returns>
    public Task AwaitAssertAsync(
        Func<Task> assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAssert(assertion, duration, interval, blocking: false, cancellationToken);

    private static Func<Task<bool>> Tasked(Func<bool> condition) => () => Task.FromResult(condition());

    private static Func<Task> Tasked(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };

    private async Task AwaitCondition(
        Func<Task<bool>> condition, TimeSpan? max, TimeSpan? interval, string? message, bool blocking, CancellationToken cancellation)
    {
        var limit = RemainingOrDilated(max);
        if (!await Waiting.Until(condition, limit, interval, blocking, cancellation))
            _assertions.Fail("The condition did not become true within {0}. {1}", limit, message ?? "");
    }

    private async Task AwaitAssert(
        Func<Task> assertion, TimeSpan? duration, TimeSpan? interval, bool blocking, CancellationToken cancellation)
    {
        var end = Now + RemainingOrDilated(duration);
        var pause = interval is { } given && given >= TimeSpan.Zero ? given : Waiting.DefaultInterval;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (Now < end)
            {
                // Whatever it is, it may have passed when it is looked at again.
            }

            var left = end - Now;
            await Waiting.Pause(left < pause && left > TimeSpan.Zero ? left : pause, blocking, cancellation);
        }
    }
}
