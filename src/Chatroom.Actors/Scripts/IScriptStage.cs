namespace Chatroom.Actors;

/// <summary>Where a script is played: with bots in this process, or in processes of their own.</summary>
internal interface IScriptStage
{
    /// <summary>Starts a bot that joins by this name.</summary>
    /// <param name="name">The bot's name.</param>
    /// <param name="driven">What the bot does only when told.</param>
    void Join(string name, ScriptedActions driven);

    /// <summary>Starts a bot that is expected to be refused; a bot that already has its name continues as before.</summary>
    /// <param name="name">The name it wants; null for any.</param>
    void RefusedJoin(string? name);

    /// <summary>Has a bot answer; a null text leaves it to its own mind.</summary>
    /// <param name="name">The bot's name.</param>
    /// <param name="round">The round that it answers. The bot itself may not have heard yet that it has begun, or that it is over.</param>
    /// <param name="text">The answer.</param>
    void Answer(string name, int round, string? text);

    /// <summary>Has a bot say Bye, whatever is going on.</summary>
    /// <param name="name">The bot's name.</param>
    void Leave(string name);

    /// <summary>Kills a bot without a word.</summary>
    /// <param name="name">The bot's name.</param>
    void Crash(string name);

    /// <summary>Cuts a bot's connection: everything that it says and is told is lost, and nobody notices.</summary>
    /// <param name="name">The bot's name; it was started with <see cref="ScriptedActions.Connection"/>.</param>
    void Disconnect(string name);

    /// <summary>Mends a bot's connection.</summary>
    /// <param name="name">The bot's name.</param>
    void Reconnect(string name);

    /// <summary>The time by this stage's clock, from any beginning.</summary>
    TimeSpan Now { get; }

    /// <summary>Lets time pass, then calls back, on the thread that uses the player.</summary>
    /// <param name="span">How long.</param>
    /// <param name="then">Called afterwards.</param>
    void Wait(TimeSpan span, Action then);
}
