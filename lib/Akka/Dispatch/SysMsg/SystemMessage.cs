using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>A message of the library to itself, which overtakes all others.</summary>
public interface ISystemMessage : INoSerializationVerificationNeeded;

/// <summary>Waits while the actor is between two incarnations.</summary>
internal interface IStashWhenWaitingForChildren;

/// <summary>Waits while the actor is suspended or between two incarnations.</summary>
internal interface IStashWhenFailed;

/// <summary>A message of the library to itself; it is a link of the mailbox's list, so one object goes into one mailbox only.</summary>
public abstract class SystemMessage : ISystemMessage
{
    /// <summary>The next one in the list that this message is in.</summary>
    internal SystemMessage? Next { get; set; }

    /// <summary>Whether it is the last of its list, or in none.</summary>
    public bool Unlinked => Next is null;

    /// <summary>Takes the message out of the list.</summary>
    public void Unlink() => Next = null;
}
