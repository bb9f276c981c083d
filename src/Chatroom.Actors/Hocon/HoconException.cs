namespace Chatroom.Actors.Hocon;

/// <summary>A text is not HOCON, or a substitution or include in it can't be resolved. The message is one line, <c>FILE:LINE: WHAT</c>.</summary>
internal sealed class HoconException(Origin origin, string what, Exception? cause) : Exception($"{origin}: {what}", cause)
{
    /// <summary>Where the mistake is.</summary>
    public Origin Origin => origin;

    /// <summary>The message without its place.</summary>
    public string What => what;
}
