using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>What is left of the time of the <c>Within</c> that the test is in.</summary>
    /// <exception cref="InvalidOperationException">The test is in none.</exception>
    public TimeSpan Remaining =>
        _end is { } end ? end - Now : throw new InvalidOperationException("Remaining has a value only inside of Within.");

    /// <summary>What is left of the time of the <c>Within</c> that the test is in; else the stretched default of a single expectation.</summary>
    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    /// <summary>Stretches a duration for slow machines.</summary>
    /// <param name="duration">The duration.</param>
    /// <returns>It times <c>akka.test.timefactor</c>; zero and infinite ones as they are.</returns>
    public TimeSpan Dilated(TimeSpan duration) =>
        duration.IsPositiveFinite() ? duration * TestKitSettings.TestTimeFactor : duration;

    /// <summary>A timeout, or the settings' default one.</summary>
    /// <param name="timeout">The timeout; null for the default.</param>
    /// <returns>The timeout, not stretched.</returns>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) => timeout ?? TestKitSettings.DefaultTimeout;

    /// <summary>The stretched duration, or <see cref="RemainingOrDefault"/>.</summary>
    /// <param name="duration">The duration; null for what remains.</param>
    /// <returns>How long to wait.</returns>
    /// <exception cref="ArgumentException">The duration is infinite.</exception>
    public TimeSpan RemainingOrDilated(TimeSpan? duration) => duration switch
    {
        null => RemainingOrDefault,
        { } given when given.IsInfinite() => throw new ArgumentException("The duration must be finite.", nameof(duration)),
        { } given => Dilated(given),
    };

    /// <summary>Runs a block that must end in time; expectations in it wait no longer than what remains.</summary>
    /// <param name="max">The time, before it is stretched.</param>
    /// <param name="action">The block.</param>
    /// <param name="epsilonValue">How much longer it may take; null for not at all.</param>
    /// <param name="cancellationToken">Not started once it is canceled.</param>
    public void Within(TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <summary>Runs a block that must end in time, and not too early; expectations in it wait no longer than what remains.</summary>
    /// <param name="min">How long it must take at least.</param>
    /// <param name="max">How long it may take, before that is stretched.</param>
    /// <param name="action">The block.</param>
    /// <param name="hint">What the block does, for the message of a failure.</param>
    /// <param name="epsilonValue">How far it may be off; null for not at all.</param>
    /// <param name="cancellationToken">Not started once it is canceled.</param>
    public void Within(
        TimeSpan min, TimeSpan max, Action action, string? hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Within(min, max, () => Done(action), hint, epsilonValue, cancellationToken);

    /// <summary>Runs a block that must end in time; expectations in it wait no longer than what remains.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="max">The time, before it is stretched.</param>
    /// <param name="function">The block.</param>
    /// <param name="epsilonValue">How much longer it may take; null for not at all.</param>
    /// <param name="cancellationToken">Not started once it is canceled.</param>
    /// <returns>The block's result.</returns>
    public T Within<T>(TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>Runs a block that must end in time, and not too early; expectations in it wait no longer than what remains.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="min">How long it must take at least.</param>
    /// <param name="max">How long it may take, before that is stretched.</param>
    /// <param name="function">The block.</param>
    /// <param name="hint">What the block does, for the message of a failure.</param>
    /// <param name="epsilonValue">How far it may be off; null for not at all.</param>
    /// <param name="cancellationToken">Not started once it is canceled.</param>
    /// <returns>The block's result.</returns>
    public T Within<T>(
        TimeSpan min, TimeSpan max, Func<T> function, string? hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Within(min, max, () => Task.FromResult(function()), hint, epsilonValue, enforce: false, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Runs a block that must end in time; expectations in it wait no longer than what remains.</summary>
    /// <param name="max">The time, before it is stretched.</param>
    /// <param name="actionAsync">The block.</param>
    /// <param name="epsilonValue">How much longer it may take; null for not at all.</param>
    /// <param name="cancellationToken">Not started once it is canceled.</param>
    /// <returns>Completes when the block has.</returns>
    public Task WithinAsync(
        TimeSpan max, Func<Task> actionAsync, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    /// <summary>Runs a block that must end in time, and not too early; expectations in it wait no longer than what remains.</summary>
    /// <param name="min">How long it must take at least.</param>
    /// <param name="max">How long it may take, before that is stretched.</param>
    /// <param name="actionAsync">The block.</param>
    /// <param name="hint">What the block does, for the message of a failure.</param>
    /// <param name="epsilonValue">How far it may be off; null for not at all.</param>
    /// <param name="cancellationToken">Not started once it is canceled.</param>
    /// <returns>Completes when the block has.</returns>
    public Task WithinAsync(
        TimeSpan min, TimeSpan max, Func<Task> actionAsync, string? hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(
            min,
            max,
            async () =>
            {
                await actionAsync();
                return true;
            },
            hint,
            epsilonValue,
            cancellationToken);

    /// <summary>Runs a block that must end in time; expectations in it wait no longer than what remains.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="max">The time, before it is stretched.</param>
    /// <param name="function">The block.</param>
    /// <param name="epsilonValue">How much longer it may take; null for not at all.</param>
    /// <param name="cancellationToken">Not started once it is canceled.</param>
    /// <returns>The block's result.</returns>
    public Task<T> WithinAsync<T>(
        TimeSpan max, Func<Task<T>> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>Runs a block that must end in time, and not too early; expectations in it wait no longer than what remains.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="min">How long it must take at least.</param>
    /// <param name="max">How long it may take, before that is stretched.</param>
    /// <param name="function">The block.</param>
    /// <param name="hint">What the block does, for the message of a failure.</param>
    /// <param name="epsilonValue">How far it may be off; null for not at all.</param>
    /// <param name="cancellationToken">Not started once it is canceled.</param>
    /// <returns>The block's result.</returns>
    public Task<T> WithinAsync<T>(
        TimeSpan min, TimeSpan max, Func<Task<T>> function, string? hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Within(min, max, function, hint, epsilonValue, enforce: true, cancellationToken);

    /// <summary>What is left of the time of the <c>Within</c> that the test is in, or a duration.</summary>
    /// <param name="duration">What to answer outside of <c>Within</c>.</param>
    /// <returns>How long to wait.</returns>
    protected TimeSpan RemainingOr(TimeSpan duration) => _end is { } end ? end - Now : duration;

    private static bool Done(Action action)
    {
        action();
        return true;
    }

    // A block on the calling thread can only be judged once it has ended; an async one is given up at its deadline.
    private async Task<T> Within<T>(
        TimeSpan min, TimeSpan max, Func<Task<T>> block, string? hint, TimeSpan? epsilonValue, bool enforce,
        CancellationToken cancellationToken)
    {
        if (min.IsInfinite()) throw new ArgumentException("The time must be finite.", nameof(min));
        max.EnsureIsPositiveFinite(nameof(max));
        cancellationToken.ThrowIfCancellationRequested();
        var epsilon = epsilonValue ?? TimeSpan.Zero;
        var limit = Dilated(max);
        var start = Now;
        var outer = _end;
        var left = outer is { } outerEnd ? outerEnd - start : limit;
        _assertions.AssertTrue(left >= min, "The block is to take at least {0}, but the block around it leaves only {1}. {2}", min, left, hint ?? "");
        var granted = limit.Min(left);

        _lastWasNoMsg = false;
        _end = start + granted;
        T result;
        try
        {
            var task = block();
            if (enforce && !task.IsCompleted && await Task.WhenAny(task, Task.Delay(granted + epsilon, TimeProvider.System, cancellationToken)) != task)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _assertions.Fail("The block was not over within {0}. {1}", granted, hint ?? "");
            }

            result = await task;
        }
        finally
        {
            _end = outer;
        }

        var elapsed = Now - start;
        if (elapsed < min - epsilon)
            _assertions.Fail("The block took {0}, less than the {1} that it had to. {2}", elapsed, min, hint ?? "");

        // After ExpectNoMsg the whole time has been used up on purpose.
        if (!_lastWasNoMsg && elapsed > granted + epsilon)
            _assertions.Fail("The block took {0}, more than the {1} that it had. {2}", elapsed, granted, hint ?? "");
        return result;
    }
}
