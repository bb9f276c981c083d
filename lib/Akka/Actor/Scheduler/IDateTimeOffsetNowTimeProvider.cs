namespace Akka.Actor;

/// <summary>A source of time whose <see cref="ITimeProvider.Now"/> is the machine's clock.</summary>
public interface IDateTimeOffsetNowTimeProvider : ITimeProvider
{
}
