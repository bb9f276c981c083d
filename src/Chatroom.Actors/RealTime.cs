namespace Chatroom.Actors;

/// <summary>The time of whoever uses the library: it limits how long foreign code may take, and decides nothing in a conversation.</summary>
internal static class RealTime
{
#pragma warning disable RS0030 // Here it comes in for those who call the library.
    public static TimeProvider Clock => TimeProvider.System;
#pragma warning restore RS0030
}
