#pragma warning disable CA1031 // Whatever a mind throws is its silence, not the end of the bot.
namespace Chatroom.Actors;

/// <summary>Asks a mind, which is foreign code.</summary>
internal static class MindCall
{
    /// <summary>The mind's answer; a mind that throws at once fails like one that fails later.</summary>
    public static Task<string?> AskAsync(this IMind mind, Prompt prompt, CancellationToken stopping)
    {
        try
        {
            return mind.ReplyAsync(prompt, stopping);
        }
        catch (Exception e)
        {
            return Task.FromException<string?>(e);
        }
    }

    /// <summary>How long the mind wants to wait; zero if it throws or wants the impossible.</summary>
    public static TimeSpan WaitFor(this IMind mind, Prompt prompt)
    {
        try
        {
            return mind.ThinkTime(prompt) is var time && time > TimeSpan.Zero ? time : TimeSpan.Zero;
        }
        catch (Exception)
        {
            return TimeSpan.Zero;
        }
    }

    /// <summary>Tells the mind what happened; if the mind throws, it has not listened.</summary>
    public static void Inform(this IMind mind, RoomEvent happened)
    {
        try
        {
            mind.Hear(happened);
        }
        catch (Exception)
        {
            // It still hears of the next event.
        }
    }
}
