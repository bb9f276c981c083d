namespace RemoteGuard.Rules;

/// <summary>What becomes of a frame.</summary>
internal enum Outcome
{
    /// <summary>Akka.Remote gets it.</summary>
    Pass,

    /// <summary>Nobody gets it; the connection lives on.</summary>
    Drop,

    /// <summary>Nobody gets it, and the connection ends.</summary>
    Close,
}

/// <summary>What becomes of a frame, and why.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Why">Why it does not pass, as a sentence about the frame; one of few, because refusals are counted by it.</param>
internal readonly record struct Verdict(Outcome Outcome, string Why)
{
    /// <summary>It passes.</summary>
    public static Verdict Pass => new(Outcome.Pass, "");

    /// <summary>It is dropped.</summary>
    public static Verdict Drop(string why) => new(Outcome.Drop, why);

    /// <summary>It ends the connection.</summary>
    public static Verdict Close(string why) => new(Outcome.Close, why);
}
