namespace Chatroom.Actors;

/// <summary>Time that goes by only when told.</summary>
internal interface IVirtualTime
{
    /// <summary>Lets time go by; whatever is due in between has been told to its actor when this returns.</summary>
    void Advance(TimeSpan span);
}
