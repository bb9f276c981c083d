namespace Chatroom.Actors;

/// <summary>A program can't be started; the message says why.</summary>
internal sealed class ProgramStartException(string message, Exception cause) : Exception(message, cause);
