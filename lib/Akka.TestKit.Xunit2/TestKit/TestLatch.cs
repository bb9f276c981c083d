namespace Akka.TestKit;

/// <summary>A count-down that a test waits for.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The official API is not disposable; nothing unmanaged is held.")]
public class TestLatch
{
    /// <summary>How long <see cref="Ready()"/> waits if the constructor did not say: 5 s.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly CountdownEvent _countdown;
    private readonly Func<TimeSpan, TimeSpan> _dilate;
    private readonly TimeSpan _defaultTimeout;

    /// <summary>Creates a latch that one count opens.</summary>
    public TestLatch() : this(1)
    {
    }

    /// <summary>Creates a latch.</summary>
    /// <param name="count">How many counts open it.</param>
    public TestLatch(int count) : this(count, DefaultTimeout)
    {
    }

    /// <summary>Creates a latch.</summary>
    /// <param name="count">How many counts open it.</param>
    /// <param name="defaultTimeout">How long <see cref="Ready()"/> waits.</param>
    public TestLatch(int count, TimeSpan defaultTimeout) : this(timeout => timeout, defaultTimeout, count)
    {
    }

    /// <summary>Creates a latch.</summary>
    /// <param name="dilate">Stretches a timeout for slow machines.</param>
    /// <param name="defaultTimeout">How long <see cref="Ready()"/> waits, before it is stretched.</param>
    /// <param name="count">How many counts open it.</param>
    protected TestLatch(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count)
    {
        _countdown = new CountdownEvent(count);
        _dilate = dilate;
        _defaultTimeout = defaultTimeout;
    }

    /// <summary>Whether all counts have come.</summary>
    public bool IsOpen => _countdown.CurrentCount == 0;

    /// <summary>Counts once; an open latch stays open.</summary>
    public void CountDown()
    {
        lock (_countdown)
        {
            if (!_countdown.IsSet) _countdown.Signal();
        }
    }

    /// <summary>Opens the latch, whatever is left to count.</summary>
    public void Open()
    {
        lock (_countdown)
        {
            while (!_countdown.IsSet) _countdown.Signal();
        }
    }

    /// <summary>Closes the latch and starts counting anew.</summary>
    public void Reset() => _countdown.Reset();

    /// <summary>Waits until the latch is open.</summary>
    /// <exception cref="TimeoutException">It did not open in the default timeout.</exception>
    public void Ready() => Ready(_defaultTimeout);

    /// <summary>Waits until the latch is open.</summary>
    /// <param name="timeout">How long, before it is stretched.</param>
    /// <exception cref="ArgumentException">The timeout is infinite.</exception>
    /// <exception cref="TimeoutException">The latch did not open in time.</exception>
    public void Ready(TimeSpan timeout)
    {
        if (timeout < TimeSpan.Zero) throw new ArgumentException("The timeout must be finite.", nameof(timeout));
        if (!_countdown.Wait(_dilate(timeout)))
            throw new TimeoutException($"The latch did not open within {_dilate(timeout)}; {_countdown.CurrentCount} are missing.");
    }
}
