namespace Chatroom.Actors;

/// <summary>What a <see cref="RejoinPlan"/> wants to be done, in this order.</summary>
internal abstract record RejoinAction
{
    /// <summary>
    /// Start an actor system in which these bots look for their rooms. Answered by <see cref="RejoinInput.SystemStarted"/> or
    /// <see cref="RejoinInput.StartFailed"/>, by <see cref="RejoinInput.SystemEnded"/> if it ends, and by
    /// <see cref="RejoinInput.BotEnded"/> once for each bot.
    /// </summary>
    /// <param name="System">The number that the system gets.</param>
    /// <param name="Bots">The bots.</param>
    /// <param name="Patience">How long each bot looks for a room that gives no sign of life.</param>
    public sealed record StartSystem(int System, ValueList<int> Bots, TimeSpan Patience) : RejoinAction;

    /// <summary>End a bot in its system, unless it has ended there by itself.</summary>
    /// <param name="Bot">Which bot.</param>
    /// <param name="Ending">What its ending is.</param>
    /// <param name="StopLimit">How long to wait until its actor has stopped; zero when the actor is gone with its system.</param>
    public sealed record Abandon(int Bot, BotNews Ending, TimeSpan StopLimit) : RejoinAction;

    /// <summary>Let the bot say Bye.</summary>
    public sealed record Leave(int Bot) : RejoinAction;

    /// <summary>Tell the user that a room is lost and that bots look for it.</summary>
    public sealed record TellLost : RejoinAction;

    /// <summary>Ask the seed node from this system which rooms there are. Answered by <see cref="RejoinInput.RoomsTold"/>, or by nobody.</summary>
    public sealed record AskRooms(int System) : RejoinAction;

    /// <summary>Tell the user how a bot has ended; it does not come back. A bot that found nobody is not reported before <see cref="Finish"/>, which says why.</summary>
    public sealed record Report(int Bot, BotNews Ending) : RejoinAction;

    /// <summary>End this system: nobody lives in it any more.</summary>
    public sealed record EndSystem(int System) : RejoinAction;

    /// <summary>Answer with <see cref="RejoinInput.TimePassed"/> at this time.</summary>
    public sealed record WaitUntil(TimeSpan Time) : RejoinAction;

    /// <summary>The last action: all bots have ended.</summary>
    /// <param name="Endings">How, in the order of the bots.</param>
    /// <param name="ConnectionProblem">Why the last system could not connect; null when it could.</param>
    /// <param name="Rooms">What the seed node says about its rooms; null when it was not asked or has nothing to say.</param>
    public sealed record Finish(ValueList<BotNews> Endings, string? ConnectionProblem, string? Rooms) : RejoinAction;

    /// <summary>The last action after <see cref="RejoinInput.Cancelled"/>: the bots are gone, or had time to say Bye.</summary>
    public sealed record Stop : RejoinAction;
}
