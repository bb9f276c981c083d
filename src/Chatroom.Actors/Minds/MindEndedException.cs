namespace Chatroom.Actors;

/// <summary>What a mind thinks with has ended, such as its program. A bot whose mind has ended crashes; one whose mind fails otherwise is silent.</summary>
/// <param name="message">How it ended, in words that follow "its mind".</param>
internal sealed class MindEndedException(string message) : Exception(message);
