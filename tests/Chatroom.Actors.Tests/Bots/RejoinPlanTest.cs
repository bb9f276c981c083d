namespace Chatroom.Actors.Tests;

/// <summary>A plan in virtual time: what it answers to what happens, and to the times for which it waits.</summary>
public abstract class RejoinPlanTest
{
    private protected static readonly TimeSpan PatienceToJoin = TimeSpan.FromSeconds(15);
    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private protected static readonly BotNews RoomLost = new BotNews.RoomLost();
    private protected static readonly BotNews NobodyThere = new BotNews.NobodyThere();
    private protected static readonly BotNews Bye = new BotNews.Ended(Leaving.Bye);

    private readonly SortedSet<TimeSpan> _awaited = [];
    private RejoinPlan _plan = null!;
    private TimeSpan _now = TimeSpan.FromHours(1);

    /// <summary>The bots look for their rooms from system 0, which runs.</summary>
    private protected void Live(int bots = 1, TimeSpan? patience = null, bool endsWithProcess = false)
    {
        Begin(bots, patience, endsWithProcess);
        On(new RejoinInput.SystemStarted(0));
    }

    private protected List<RejoinAction> Begin(int bots = 1, TimeSpan? patience = null, bool endsWithProcess = false)
    {
        _plan = new RejoinPlan(bots, PatienceToJoin, patience ?? Patience, endsWithProcess);
        return On(new RejoinInput.Begun());
    }

    /// <summary>One thing after the other happens at this moment.</summary>
    /// <returns>All that is done then, but for the waiting.</returns>
    private protected List<RejoinAction> On(params RejoinInput[] inputs)
    {
        var actions = inputs.SelectMany(input => _plan.Handle(input, _now)).ToList();
        _awaited.UnionWith(actions.OfType<RejoinAction.WaitUntil>().Select(wait => wait.Time));
        return [.. actions.Where(action => action is not RejoinAction.WaitUntil)];
    }

    private protected List<RejoinAction> AfterSeconds(double seconds)
    {
        var (end, actions) = (_now + TimeSpan.FromSeconds(seconds), new List<RejoinAction>());
        while (_awaited.Count > 0 && _awaited.Min <= end)
        {
            _now = _awaited.Min;
            _awaited.Remove(_now);
            actions.AddRange(On(new RejoinInput.TimePassed()));
        }

        _now = end;
        return actions;
    }

    /// <summary>Nothing happens for a while, and then all that was due in that time is due at once.</summary>
    private protected List<RejoinAction> Sleep(TimeSpan time)
    {
        _now += time;
        _awaited.RemoveWhere(due => due <= _now);
        return On(new RejoinInput.TimePassed());
    }

    private protected static RejoinInput LetIn(int bot) => new RejoinInput.LetIn(bot);

    private protected static RejoinInput Ends(int bot, BotNews ending, string? connectionProblem = null) =>
        new RejoinInput.BotEnded(bot, ending, connectionProblem);

    private protected static RejoinInput EndsSystem(int system) => new RejoinInput.SystemEnded(system, $"{system} ended");

    private protected static RejoinAction Start(int system, ValueList<int> bots, TimeSpan patience) =>
        new RejoinAction.StartSystem(system, bots, patience);

    private protected static RejoinAction Abandon(int bot, BotNews ending, int stopSeconds = 0) =>
        new RejoinAction.Abandon(bot, ending, TimeSpan.FromSeconds(stopSeconds));

    private protected static RejoinAction Finish(ValueList<BotNews> endings, string? problem = null, string? rooms = null) =>
        new RejoinAction.Finish(endings, problem, rooms);
}
