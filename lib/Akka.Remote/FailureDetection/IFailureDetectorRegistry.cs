namespace Akka.Remote;

/// <summary>A failure detector for each of many resources.</summary>
/// <typeparam name="T">What names a resource.</typeparam>
public interface IFailureDetectorRegistry<T>
{
    /// <summary>Whether <paramref name="resource"/> is taken to be alive; true for one without a sign of life so far.</summary>
    bool IsAvailable(T resource);

    /// <summary>Whether <paramref name="resource"/> has given a sign of life.</summary>
    bool IsMonitoring(T resource);

    /// <summary>Notes a sign of life of <paramref name="resource"/>, now.</summary>
    void Heartbeat(T resource);

    /// <summary>Forgets <paramref name="resource"/>.</summary>
    void Remove(T resource);

    /// <summary>Forgets all.</summary>
    void Reset();
}
