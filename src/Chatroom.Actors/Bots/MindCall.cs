namespace Chatroom.Actors;

/// <summary>Asks a mind, which is somebody else's code.</summary>
internal static class MindCall
{
    /// <summary>What the mind answers; a mind that throws at once fails as one that fails later.</summary>
    public static Task<string?> AskAsync(this IMind mind, Prompt prompt, CancellationToken stopping)
    {
        try
        {
            return mind.ReplyAsync(prompt, stopping);
        }
#pragma warning disable CA1031 // Whatever it throws is its silence, not the end of the bot.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Task.FromException<string?>(e);
        }
    }
}
