namespace Akka.Event;

/// <summary>How much a log event matters, from the least to the most.</summary>
public enum LogLevel
{
    /// <summary>For whoever looks for a fault.</summary>
    DebugLevel = 0,

    /// <summary>What is good to know.</summary>
    InfoLevel = 1,

    /// <summary>What may be wrong.</summary>
    WarningLevel = 2,

    /// <summary>What is wrong.</summary>
    ErrorLevel = 3,
}
