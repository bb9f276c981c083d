namespace Akka.Remote;

/// <summary>The last so many intervals between signs of life, in milliseconds, with their mean and deviation.</summary>
internal sealed class HeartbeatHistory(int maxSampleSize)
{
    private readonly Queue<long> _intervals = new();
    private long _sum;
    private double _sumOfSquares;

    internal double Mean => (double)_sum / _intervals.Count;

    internal double Deviation => Math.Sqrt(Math.Max(0, (_sumOfSquares / _intervals.Count) - (Mean * Mean)));

    internal void Add(long interval)
    {
        if (_intervals.Count >= maxSampleSize)
        {
            var oldest = _intervals.Dequeue();
            _sum -= oldest;
            _sumOfSquares -= (double)oldest * oldest;
        }

        _intervals.Enqueue(interval);
        _sum += interval;
        _sumOfSquares += (double)interval * interval;
    }
}
