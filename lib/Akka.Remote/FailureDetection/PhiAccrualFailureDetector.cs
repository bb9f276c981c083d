using Akka.Configuration;
using Akka.Event;

namespace Akka.Remote;

/// <summary>
/// The phi accrual failure detector (Hayashibara and others, 2004): phi is how surprising the silence is, given the intervals
/// seen so far: phi = -log10(1 - F(time since the last sign of life)), F being the normal distribution of those intervals. Phi 1
/// is a mistake in one of 10 cases, phi 10 in one of 10^10.
/// </summary>
public class PhiAccrualFailureDetector : FailureDetector
{
    private readonly Lock _gate = new();
    private readonly Clock _clock;
    private readonly double _threshold;
    private readonly double _minStdDeviation;
    private readonly long _acceptablePause;
    private readonly HeartbeatHistory _history;
    private long? _last;

    /// <summary>
    /// Reads <c>threshold</c>, <c>max-sample-size</c>, <c>min-std-deviation</c>, <c>acceptable-heartbeat-pause</c> and
    /// <c>heartbeat-interval</c>.
    /// </summary>
    public PhiAccrualFailureDetector(Config config, EventStream ev)
        : this(new SettingsReader(config, "failure-detector"), DefaultClock) => ArgumentNullException.ThrowIfNull(ev);

    /// <summary>A detector of its own settings.</summary>
    /// <param name="threshold">Phi from which the resource is taken for dead.</param>
    /// <param name="maxSampleSize">How many intervals are kept.</param>
    /// <param name="minStdDeviation">The least deviation reckoned with; too small a one makes short pauses look like death.</param>
    /// <param name="acceptableHeartbeatPause">How much longer than usual a silence may last.</param>
    /// <param name="firstHeartbeatEstimate">The interval to reckon with before there is a second sign of life.</param>
    /// <param name="clock">Tells the time; the machine's if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive, or the pause negative.</exception>
    public PhiAccrualFailureDetector(
        double threshold,
        int maxSampleSize,
        TimeSpan minStdDeviation,
        TimeSpan acceptableHeartbeatPause,
        TimeSpan firstHeartbeatEstimate,
        Clock? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSampleSize);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(minStdDeviation, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(acceptableHeartbeatPause, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstHeartbeatEstimate, TimeSpan.Zero);
        _threshold = threshold;
        _minStdDeviation = minStdDeviation.TotalMilliseconds;
        _acceptablePause = (long)acceptableHeartbeatPause.TotalMilliseconds;
        _clock = clock ?? DefaultClock;
        _history = new HeartbeatHistory(maxSampleSize);

        // Two guessed intervals around the estimate, far apart: the first pauses are judged mildly.
        var estimate = (long)firstHeartbeatEstimate.TotalMilliseconds;
        var spread = estimate / 4;
        _history.Add(estimate - spread);
        _history.Add(estimate + spread);
    }

    internal PhiAccrualFailureDetector(SettingsReader settings, Clock clock)
        : this(
            settings.Positive("threshold"),
            settings.Number("max-sample-size", 1),
            settings.Duration("min-std-deviation"),
            settings.Duration("acceptable-heartbeat-pause", TimeSpan.Zero),
            settings.Duration("heartbeat-interval"),
            clock)
    {
    }

    /// <summary>Whom it watches, for messages.</summary>
    public string Address { get; set; } = "N/A";

    /// <inheritdoc />
    public override bool IsAvailable => CurrentPhi < _threshold;

    /// <inheritdoc />
    public override bool IsMonitoring
    {
        get
        {
            lock (_gate)
                return _last is not null;
        }
    }

    /// <summary>How surprising the silence is by now; 0 before the first sign of life.</summary>
    internal double CurrentPhi
    {
        get
        {
            lock (_gate)
            {
                return _last is { } last
                    ? Phi(_clock() - last, _history.Mean + _acceptablePause, Math.Max(_history.Deviation, _minStdDeviation))
                    : 0;
            }
        }
    }

    /// <inheritdoc />
    public override void HeartBeat()
    {
        lock (_gate)
        {
            var now = _clock();
            var mean = _history.Mean + _acceptablePause;
            var deviation = Math.Max(_history.Deviation, _minStdDeviation);
            if (_last is { } last && Phi(now - last, mean, deviation) < _threshold)
                _history.Add(now - last);
            _last = now;
        }
    }

    /// <summary>
    /// -log10(1 - F(<paramref name="elapsed"/>)), F by the logistic approximation of the normal distribution (max. error 0.00014
    /// of F). Two forms of the same number, so that neither end loses its digits.
    /// </summary>
    internal static double Phi(double elapsed, double mean, double deviation)
    {
        var y = (elapsed - mean) / deviation;
        var e = Math.Exp(-y * (1.5976 + (0.070566 * y * y)));
        return elapsed > mean ? -Math.Log10(e / (1.0 + e)) : -Math.Log10(1.0 - (1.0 / (1.0 + e)));
    }
}
