namespace Chatroom.Actors;

/// <content>What becomes of bots that have ended in their system.</content>
internal sealed partial class RejoinPlan
{
    /// <summary>Deals with the bots that have ended: each is reported, or looks for its room from another system.</summary>
    private void Settle(RejoinSearch search, TimeSpan now)
    {
        var left = search.Patience - (now - search.StartsAt);
        var (lost, systemless) = (new List<int>(), new List<int>());
        foreach (var bot in search.Bots.FindAll(search.Ended.ContainsKey))
        {
            var ending = search.Ended[bot];
            // Nobody is where the lost room was: it is lost for good.
            var isLostForGood = search.IsForLost && ending is BotNews.NobodyThere;
            _endings[bot] = isLostForGood ? new BotNews.RoomLost() : ending;
            if (IsToBeFoundAgain(ending))
            {
                lost.Add(bot);
            }
            else if (MayFindItFromAnother(search, ending) && left > RestartDelay)
            {
                systemless.Add(bot);
            }
            else if (_endings[bot] is { } known and not BotNews.NobodyThere)
            {
                Do(new RejoinAction.Report(bot, known));
            }
        }
        search.RemoveEnded();
        if (systemless.Count > 0)
        {
            systemless.ForEach(bot => _endings[bot] = null);
            Add(systemless, search.IsForLost, left - RestartDelay, WaitFor(now + RestartDelay));
        }
        if (lost.Count > 0)
        {
            Do(new RejoinAction.TellLost());
            GoOn(Add(lost, isForLost: true, patience, now), now);
        }
        if (search.Bots.Count == 0)
        {
            AskOrEnd(search, now);
        }
    }

    private static bool MayFindItFromAnother(RejoinSearch search, BotNews ending) =>
        ending is BotNews.NobodyThere && (search.IsDeaf || (search.IsForLost && search.WhyEnded is not null));

    /// <summary>Asks the seed node which rooms there are, if a bot found nobody although the node can be reached.</summary>
    private void AskOrEnd(RejoinSearch search, TimeSpan now)
    {
        _connectionProblem = _whyRefused ?? search.WhyEnded ?? search.ConnectionProblem;
        if (_connectionProblem is null && _endings.Any(ending => ending is BotNews.NobodyThere))
        {
            search.Stage = RejoinStage.Asking;
            Do(new RejoinAction.AskRooms(search.System));
            search.AsksUntil = WaitFor(now + AskLimit);
        }
        else
        {
            End(search);
        }
    }
}
