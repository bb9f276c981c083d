using System.Globalization;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>What becomes of a bot whose program ends.</summary>
internal static class MindEnding
{
    // A bot may hear of a signal this much later than its program.
    private static readonly TimeSpan SignalLimit = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(2);

    /// <summary>Waits until the bot or its program has ended.</summary>
    /// <returns>True if the program has, and the bot has no reason to.</returns>
    public static async Task<bool> IsFirstAsync(ExecMind program, Task living, TimeProvider time, CancellationToken interrupted)
    {
        await Task.WhenAny(living, program.Ended).ConfigureAwait(false);
        // Who signals all processes of a service also signals the program, which may be quicker: then the bot says Bye.
        if (!living.IsCompleted)
            await Task.WhenAny(living, Task.Delay(SignalLimit, time, CancellationToken.None)).ConfigureAwait(false);
        return !living.IsCompleted && !interrupted.IsCancellationRequested;
    }

    /// <summary>Lets the bot crash with its program.</summary>
    /// <returns>What to say of it.</returns>
    public static async Task<string> CrashAsync(ExecMind program, string command, BotSession bot, Task living, TimeProvider time)
    {
        await bot.CrashAsync(FarewellLimit, time).ConfigureAwait(false);
        await living.ConfigureAwait(false);
        return EndedEarly(await program.Ended.ConfigureAwait(false), command);
    }

    /// <summary>Says that a program ended too early.</summary>
    /// <param name="exitCode">Its exit code; null if the system does not tell.</param>
    /// <param name="command">The program.</param>
    internal static string EndedEarly(int? exitCode, string command) => string.Create(
        CultureInfo.InvariantCulture,
        $"The program of --exec ended{(exitCode is null ? "" : " with exit code ")}{exitCode} before the conversation did, and the bot crashed with it: {Quote.Of(command)}");
}
