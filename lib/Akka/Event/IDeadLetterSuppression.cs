namespace Akka.Event;

/// <summary>Marks messages whose loss is to be expected: they are not logged as dead letters.</summary>
public interface IDeadLetterSuppression
{
}
