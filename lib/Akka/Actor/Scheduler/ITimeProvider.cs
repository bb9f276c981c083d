namespace Akka.Actor;

/// <summary>A source of time.</summary>
public interface ITimeProvider
{
    /// <summary>The wall clock time now, which may jump.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The time since some fixed moment; never goes back.</summary>
    TimeSpan MonotonicClock { get; }

    /// <summary>As <see cref="MonotonicClock"/>, with the highest resolution there is.</summary>
    TimeSpan HighResMonotonicClock { get; }
}
