namespace Chatroom.Actors;

/// <summary>Takes a room's events in their order, whatever is lost or comes twice on the way.</summary>
internal sealed class HeardEvents
{
    private int _askedSince = -1;

    /// <summary>What is to be done with an event that came.</summary>
    public enum Step
    {
        /// <summary>It is the next one.</summary>
        Next,

        /// <summary>It was heard before, or comes again after what is missing, which was asked for.</summary>
        Ignore,

        /// <summary>Something before it was lost: what came after <see cref="Last"/> must be asked for, this time only.</summary>
        AskForMissing,
    }

    /// <summary>The number of the last event that was taken; 0 for none.</summary>
    public int Last { get; private set; }

    /// <summary>Takes the event with this number, if it is the next.</summary>
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
