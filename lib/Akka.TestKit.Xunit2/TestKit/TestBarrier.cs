using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>A point that several threads must reach before any goes on.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The official API is not disposable; nothing unmanaged is held.")]
public class TestBarrier
{
    /// <summary>How long <see cref="Await()"/> waits if nothing else is said: 5 s.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly TestKitBase _testKit;
    private readonly int _count;
    private readonly TimeSpan _defaultTimeout;
    private Barrier _barrier;

    /// <summary>Creates a barrier.</summary>
    /// <param name="testKit">Stretches timeouts for slow machines.</param>
    /// <param name="count">How many threads must reach it.</param>
    /// <param name="defaultTimeout">How long <see cref="Await()"/> waits; null for the default timeout of the settings.</param>
    public TestBarrier(TestKitBase testKit, int count, TimeSpan? defaultTimeout = null)
    {
        _testKit = testKit;
        _count = count;
        _defaultTimeout = testKit.GetTimeoutOrDefault(defaultTimeout);
        _barrier = new Barrier(count);
    }

    /// <summary>Waits for the other threads, but no longer than the default timeout.</summary>
    public void Await() => Await(_defaultTimeout);

    /// <summary>Waits for the other threads, and goes on without them if they do not come in time.</summary>
    /// <param name="timeout">How long, before it is stretched.</param>
    /// <exception cref="ArgumentException">The timeout is not above zero.</exception>
    public void Await(TimeSpan timeout)
    {
        timeout.EnsureIsPositiveFinite(nameof(timeout));
        _barrier.SignalAndWait(_testKit.Dilated(timeout));
    }

    /// <summary>Starts anew, as if no thread had come yet.</summary>
    public void Reset()
    {
        _barrier.Dispose();
        _barrier = new Barrier(_count);
    }
}
