namespace Akka.Actor.Setup;

/// <summary>Settings given in code, for one part of an actor system. A system has at most one of each type.</summary>
public abstract class Setup
{
    /// <summary>Puts this setup and another together.</summary>
    /// <param name="other">The other setup.</param>
    /// <returns>Both; the other one wins if they are of the same type.</returns>
    public ActorSystemSetup And(Setup other) => ActorSystemSetup.Create(this, other);
}
