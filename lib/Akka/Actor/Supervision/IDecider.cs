namespace Akka.Actor;

/// <summary>Chooses what to do with a child that failed.</summary>
public interface IDecider
{
    /// <summary>What to do about an exception.</summary>
    Directive Decide(Exception cause);
}
