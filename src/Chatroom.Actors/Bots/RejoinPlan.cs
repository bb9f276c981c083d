namespace Chatroom.Actors;

/// <summary>
/// Decides how the bots of a node look for their rooms, at first and after they lost them. An actor system that has lost the seed node
/// never reaches it again, so bots that lost their room go on in another system, while the others stay. The plan executes nothing: it
/// is told what happened and says what to do next.
/// </summary>
/// <param name="bots">How many bots there are.</param>
/// <param name="patienceToJoin">How long they look for their rooms at first.</param>
/// <param name="patience">How long they look for a room that they lost; 0: not at all.</param>
/// <param name="endsWithProcess">Whether the process ends right after the last bot. Then the last system is not ended, as the room has heard each Bye.</param>
internal sealed partial class RejoinPlan(int bots, TimeSpan patienceToJoin, TimeSpan patience, bool endsWithProcess = false)
{
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(5);

    // The delay between two actor systems that each end at once, for example when a relay accepts connections for a missing seed node.
    private static readonly TimeSpan RestartDelay = TimeSpan.FromSeconds(1);

    private readonly BotNews?[] _endings = new BotNews?[bots];
    private readonly List<RejoinSearch> _searches = [];
    private List<RejoinAction> _next = [];
    private int _systems;
    private bool _anyHasBeenIn;
    private bool _isOver;
    private TimeSpan? _farewellEnds;
    private string? _whyRefused;
    private string? _connectionProblem;
    private string? _rooms;

    /// <summary>Takes what happened, in the order in which it happened.</summary>
    /// <param name="input">What happened.</param>
    /// <param name="now">When, counted from any moment; never earlier than before.</param>
    /// <returns>What to do, in this order; after <see cref="RejoinAction.Finish"/> or <see cref="RejoinAction.Stop"/> always nothing.</returns>
    public IReadOnlyList<RejoinAction> Handle(RejoinInput input, TimeSpan now)
    {
        _next = [];
        if (_isOver)
        {
            return _next;
        }
        Note(input, now);
        foreach (var search in _searches.ToList())
        {
            GoOn(search, now);
        }
        if (_systems > 0 && _searches.Count == 0)
        {
            _isOver = true;
            Do(_farewellEnds is null
                ? new RejoinAction.Finish(_endings.Select(ending => ending ?? new BotNews.NobodyThere()).ToValueList(), _connectionProblem, _rooms)
                : new RejoinAction.Stop());
        }
        return _next;
    }

    private void Note(RejoinInput input, TimeSpan now)
    {
        switch (input)
        {
            case RejoinInput.Begun:
                Add(Enumerable.Range(0, bots), isForLost: false, patienceToJoin, now);
                break;
            case RejoinInput.SystemStarted started:
                OnStarted(started);
                break;
            case RejoinInput.StartFailed failed:
                _searches.RemoveAll(search => search.System == failed.System);
                break;
            case RejoinInput.SystemEnded ended:
                OnSystemEnded(ended);
                break;
            case RejoinInput.Quarantined quarantined:
                OnQuarantined(quarantined.System);
                break;
            case RejoinInput.Connected connected:
                OnConnected(connected.System, now);
                break;
            case RejoinInput.Answered answered:
                OnAnswered(answered.Bot);
                break;
            case RejoinInput.LetIn letIn:
                OnLetIn(letIn.Bot);
                break;
            case RejoinInput.BotEnded ended:
                OnBotEnded(ended);
                break;
            case RejoinInput.RoomsTold told:
                OnRoomsTold(told);
                break;
            case RejoinInput.Refused refused:
                OnRefused(refused.Why);
                break;
            case RejoinInput.Cancelled:
                OnCancelled(now);
                break;
            case RejoinInput.TimePassed:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input, "This input has no rule.");
        }
    }

    private void OnStarted(RejoinInput.SystemStarted started)
    {
        if (Of(started.System) is { } search)
        {
            search.Stage = RejoinStage.Living;
            AbandonIfRefused(search);
        }
    }

    private void OnLetIn(int bot)
    {
        _anyHasBeenIn = true;
        With(bot)?.LetIn(bot);
    }

    private void OnBotEnded(RejoinInput.BotEnded ended)
    {
        if (With(ended.Bot) is { } search)
        {
            search.Ended[ended.Bot] = ended.Ending;
            search.IsAnswered |= ended.Ending is BotNews.TurnedAway;
            search.ConnectionProblem = ended.ConnectionProblem;
        }
    }

    private void OnRoomsTold(RejoinInput.RoomsTold told)
    {
        if (Of(told.System) is { } search)
        {
            _rooms = told.Rooms;
            End(search);
        }
    }

    private void OnCancelled(TimeSpan now)
    {
        _searches.RemoveAll(search => search.Stage == RejoinStage.Waiting);
        foreach (var bot in _searches.SelectMany(search => search.Remaining).Order())
        {
            Do(new RejoinAction.Leave(bot));
        }
        _farewellEnds = WaitFor(now + FarewellLimit);
    }

    private void GoOn(RejoinSearch search, TimeSpan now)
    {
        switch (search.Stage)
        {
            case RejoinStage.Waiting when now >= search.StartsAt:
                search.Stage = RejoinStage.Starting;
                Do(new RejoinAction.StartSystem(search.System, search.Bots.ToValueList(), search.Patience));
                break;
            case RejoinStage.Living when _farewellEnds is { } limit:
                if (search.HaveAllEnded || search.WhyEnded is not null || now >= limit)
                {
                    End(search);
                }
                break;
            case RejoinStage.Living when search.Ended.Count > 0 && !HasToGather(search, now):
                Settle(search, now);
                break;
            case RejoinStage.Living when HasListened(search, now):
                ListenOn(search, now);
                break;
            case RejoinStage.Asking when _farewellEnds is not null || now >= search.AsksUntil:
                _rooms = null;
                End(search);
                break;
        }
    }

    private void End(RejoinSearch search)
    {
        _searches.Remove(search);
        if (!endsWithProcess || _searches.Count > 0)
        {
            Do(new RejoinAction.EndSystem(search.System));
        }
    }

    private RejoinSearch Add(IEnumerable<int> looking, bool isForLost, TimeSpan howLong, TimeSpan startsAt)
    {
        var search = new RejoinSearch(_systems++, looking, isForLost, howLong, startsAt);
        _searches.Add(search);
        return search;
    }

    private RejoinSearch? Of(int system) => _searches.Find(search => search.System == system);

    private RejoinSearch? With(int bot) => _searches.Find(search => search.Bots.Contains(bot));

    private TimeSpan WaitFor(TimeSpan time)
    {
        Do(new RejoinAction.WaitUntil(time));
        return time;
    }

    private void Do(RejoinAction action) => _next.Add(action);
}
