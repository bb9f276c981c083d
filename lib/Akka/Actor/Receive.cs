namespace Akka.Actor;

/// <summary>Processes a message.</summary>
/// <returns>Whether the message was handled.</returns>
public delegate bool Receive(object message);

/// <summary>Processes a message, and counts as having handled it.</summary>
public delegate void UntypedReceive(object message);
