namespace Akka.Actor;

/// <summary>Something of which an actor system has one instance.</summary>
public interface IExtension
{
}
