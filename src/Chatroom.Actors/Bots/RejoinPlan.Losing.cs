namespace Chatroom.Actors;

/// <content>What it does when bots lose their room or their actor system, or are refused.</content>
internal sealed partial class RejoinPlan
{
    // When the seed node dies, all bots in its rooms hear of it within this time.
    private static readonly TimeSpan OthersLimit = TimeSpan.FromSeconds(1);

    /// <summary>
    /// All bots in the rooms of a dead node hear of it at about the same time and go on together. A bot that is still looking for its
    /// room goes with them, because it would look in vain.
    /// </summary>
    private bool HasToGather(RejoinSearch search, TimeSpan now)
    {
        if (search.HaveAllEnded)
        {
            return false;
        }
        if (search.WhyEnded is not null || search.IsDeaf)
        {
            return true;
        }
        if (!search.Ended.Values.Any(IsToBeFoundAgain))
        {
            return false;
        }
        search.GathersUntil ??= WaitFor(now + OthersLimit);
        if (now < search.GathersUntil)
        {
            return true;
        }
        foreach (var bot in search.Remaining.Where(bot => !search.In.Contains(bot)).ToList())
        {
            Abandon(search, bot, new BotNews.RoomLost(), FarewellLimit);
        }
        return search.Abandoned.Any(bot => !search.Ended.ContainsKey(bot));
    }

    private bool IsToBeFoundAgain(BotNews ending) => ending is BotNews.RoomLost && patience > TimeSpan.Zero;

    // If some bots of a system go on in another one, a bot that is still looking for its room goes with them.
    private void OnSystemEnded(RejoinInput.SystemEnded ended)
    {
        if (Of(ended.System) is not { } search)
        {
            return;
        }
        search.WhyEnded ??= ended.Why;
        var someGoOn = patience > TimeSpan.Zero && (search.In.Count > 0 || search.Ended.Values.Any(IsToBeFoundAgain));
        foreach (var bot in search.Remaining.ToList())
        {
            Abandon(search, bot, search.In.Contains(bot) || someGoOn ? new BotNews.RoomLost() : new BotNews.NobodyThere(), TimeSpan.Zero);
        }
    }

    // Its bots go on in another system, also those that were not let in yet: nobody would ever answer them here.
    private void OnQuarantined(int system)
    {
        if (Of(system) is not { Stage: RejoinStage.Living } search)
        {
            return;
        }
        search.IsDeaf = true;
        foreach (var bot in search.Remaining.ToList())
        {
            Abandon(search, bot, search.In.Contains(bot) ? new BotNews.RoomLost() : new BotNews.NobodyThere(), FarewellLimit);
        }
    }

    private void OnRefused(string why)
    {
        if (_anyHasBeenIn)
        {
            return;
        }
        _whyRefused = why;
        foreach (var search in _searches.Where(search => search.Stage == RejoinStage.Living))
        {
            AbandonIfRefused(search);
        }
    }

    // A node that lets one bot in does not refuse us; if the connection ends later, that has another reason.
    private void AbandonIfRefused(RejoinSearch search)
    {
        if (_whyRefused is null || _anyHasBeenIn)
        {
            return;
        }
        foreach (var bot in search.Remaining.ToList())
        {
            Abandon(search, bot, new BotNews.NobodyThere(), TimeSpan.Zero);
        }
    }

    private void Abandon(RejoinSearch search, int bot, BotNews ending, TimeSpan stopLimit)
    {
        search.Abandoned.Add(bot);
        Do(new RejoinAction.Abandon(bot, ending, stopLimit));
    }
}
