namespace Chatroom.Actors;

/// <summary>What is known about a bot's way to the room. It is in no event: whoever plays the conversation again needs none of it.</summary>
/// <param name="Patience">How long the bot looks for a room that it lost.</param>
internal sealed record Attendance(TimeSpan Patience)
{
    /// <summary>The patience of a bot that says nothing about it.</summary>
    public static readonly TimeSpan UsualPatience = TimeSpan.FromMinutes(1);

    /// <summary>The room waits for nobody longer than this: a bot's node is known for as long as <c>quarantine-after-silence</c> in hocon/seed.conf.</summary>
    public static readonly TimeSpan MostPatience = TimeSpan.FromMinutes(10);

    /// <summary>Whether it can't be reached, and may come back.</summary>
    public bool IsAway { get; init; }

    /// <summary>Whether its process has ended, so that it can't come back.</summary>
    public bool HasEnded { get; init; }

    /// <summary>That of a bot that has just joined or come back.</summary>
    /// <param name="patience">As the bot says; null for nothing.</param>
    public static Attendance Of(TimeSpan? patience) => new(TimeSpan.FromTicks(Math.Clamp((patience ?? UsualPatience).Ticks, 0, MostPatience.Ticks)));
}
