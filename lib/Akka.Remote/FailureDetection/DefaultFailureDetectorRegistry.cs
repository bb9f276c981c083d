using System.Collections.Concurrent;

namespace Akka.Remote;

/// <summary>Makes a detector for a resource at its first sign of life. Thread safe.</summary>
/// <typeparam name="T">What names a resource.</typeparam>
public class DefaultFailureDetectorRegistry<T> : IFailureDetectorRegistry<T> where T : notnull
{
    private readonly ConcurrentDictionary<T, FailureDetector> _detectors = new();
    private readonly Func<FailureDetector> _factory;

    /// <summary>A registry whose detectors come from <paramref name="factory"/>.</summary>
    public DefaultFailureDetectorRegistry(Func<FailureDetector> factory) => _factory = factory;

    /// <inheritdoc />
    public bool IsAvailable(T resource) => !_detectors.TryGetValue(resource, out var detector) || detector.IsAvailable;

    /// <inheritdoc />
    public bool IsMonitoring(T resource) => _detectors.TryGetValue(resource, out var detector) && detector.IsMonitoring;

    /// <inheritdoc />
    public void Heartbeat(T resource) => _detectors.GetOrAdd(resource, _ => _factory()).HeartBeat();

    /// <inheritdoc />
    public void Remove(T resource) => _detectors.TryRemove(resource, out _);

    /// <inheritdoc />
    public void Reset() => _detectors.Clear();
}
