using System.Globalization;
using Akka.Actor;

namespace Stress.Frames;

/// <summary>A node that asks one question after the other while strangers make trouble, and wants each answered.</summary>
internal sealed class GoodPeer(ActorSystem system, Address node)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public long Answered { get; private set; }

    public long Unanswered { get; private set; }

    public long SlowestMilliseconds { get; private set; }

    /// <summary>Asks until it is told to end.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        var echo = system.ActorSelection($"{node}/user/echo");
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            var question = string.Create(CultureInfo.InvariantCulture, $"question {number}");
            var begin = TimeProvider.System.GetTimestamp();
            try
            {
                if (await echo.Ask<string>(question, Limit, CancellationToken.None).ConfigureAwait(false) == question)
                    Answered++;
                else
                    Unanswered++;
            }
            catch (AskTimeoutException)
            {
                Unanswered++;
            }

            SlowestMilliseconds = Math.Max(SlowestMilliseconds, (long)TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds);
        }
    }
}
