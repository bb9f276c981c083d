namespace Akka.Actor;

/// <summary>A message that the library itself handles, before the actor sees it.</summary>
public interface IAutoReceivedMessage;

/// <summary>A message that is not let in from outside when the node runs in untrusted mode.</summary>
public interface IPossiblyHarmful;

/// <summary>A message that is never run through a serializer for verification.</summary>
public interface INoSerializationVerificationNeeded;

/// <summary>A message that leaves a running receive timeout as it is.</summary>
public interface INotInfluenceReceiveTimeout;

/// <summary>A message that carries another one.</summary>
public interface IWrappedMessage
{
    /// <summary>The message inside.</summary>
    object Message { get; }
}

/// <summary>An actor that wants its messages logged when <c>akka.actor.debug.receive</c> is on.</summary>
public interface ILogReceive;
