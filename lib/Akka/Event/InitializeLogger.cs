using Akka.Actor;

namespace Akka.Event;

/// <summary>The first message of every logger actor; it answers <see cref="LoggerInitialized"/>.</summary>
public class InitializeLogger : INoSerializationVerificationNeeded
{
    /// <summary>Makes the message.</summary>
    /// <param name="loggingBus">The bus that the logger will get its events from.</param>
    public InitializeLogger(LoggingBus loggingBus) => LoggingBus = loggingBus;

    /// <summary>The bus that the logger will get its events from.</summary>
    public LoggingBus LoggingBus { get; }
}
