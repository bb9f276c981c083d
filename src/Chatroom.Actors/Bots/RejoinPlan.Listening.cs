namespace Chatroom.Actors;

/// <content>
/// What it does when a system is connected to the seed node, but nobody answers its bots. It may be that the seed node has taken this
/// system for dead without saying so; then another one is heard.
/// </content>
internal sealed partial class RejoinPlan
{
    // It is counted, not measured: while this process is stopped, nobody can be heard.
    private const int SilentSeconds = 5;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private void OnConnected(int system, TimeSpan now)
    {
        if (Of(system) is { ListensUntil: null } search)
        {
            search.ListensUntil = WaitFor(now + Second);
        }
    }

    private void OnAnswered(int bot)
    {
        if (With(bot) is { } search)
        {
            search.IsAnswered = true;
        }
    }

    private static bool HasListened(RejoinSearch search, TimeSpan now) => !search.IsAnswered && !search.IsDeaf && now >= search.ListensUntil;

    private void ListenOn(RejoinSearch search, TimeSpan now)
    {
        if (++search.SilentSeconds < SilentSeconds)
        {
            search.ListensUntil = WaitFor(now + Second);
        }
        else if (search.Patience - (now - search.StartsAt) > RestartDelay)
        {
            search.IsDeaf = true;
            foreach (var bot in search.Remaining.ToList())
            {
                Abandon(search, bot, new BotNews.NobodyThere(), FarewellLimit);
            }
        }
    }
}
