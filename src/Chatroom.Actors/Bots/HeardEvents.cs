namespace Chatroom.Actors;

/// <summary>Takes a room's events in their order, even if some are lost or come twice on the way.</summary>
internal sealed class HeardEvents
{
    private int _askedSince = -1;

    /// <summary>What to do with an event that came.</summary>
    public enum Step
    {
        /// <summary>It is the next one.</summary>
        Next,

        /// <summary>It was heard before, or it will come again after the missing events, which were asked for.</summary>
        Ignore,

        /// <summary>An event before it was lost: ask for the events after <see cref="Last"/>, this time only.</summary>
        AskForMissing,
    }

    /// <summary>The number of the last event that was taken; 0 for none.</summary>
    public int Last { get; private set; }

    /// <summary>Takes the event with this number if it is the next one.</summary>
    public Step Take(int n)
    {
        if (n == Last + 1)
        {
            Last = n;
            return Step.Next;
        }
        if (n <= Last || _askedSince == Last)
        {
            return Step.Ignore;
        }
        _askedSince = Last;
        return Step.AskForMissing;
    }
}
