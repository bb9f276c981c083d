using Akka.Actor.Setup;
using Microsoft.Extensions.Logging;

namespace BotNode.Nodes;

/// <summary>Carries the host's logger factory into the actor system, to <see cref="AkkaLogger"/>.</summary>
internal sealed class LoggerFactorySetup(ILoggerFactory factory) : Setup
{
    /// <summary>The host's logger factory.</summary>
    public ILoggerFactory Factory { get; } = factory;
}
