namespace Stress;

/// <summary>Waits for something that comes about by itself.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something holds; false if it has not after the time given.</summary>
    public static async Task<bool> UntilAsync(Func<bool> holds, TimeSpan atMost)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            if (TimeProvider.System.GetElapsedTime(begin) > atMost)
                return false;
            await Task.Delay(Step, TimeProvider.System).ConfigureAwait(false);
        }

        return true;
    }
}
