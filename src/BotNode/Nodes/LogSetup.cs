using Akka.Actor.Setup;

namespace BotNode.Nodes;

/// <summary>Carries into an actor system where its log goes, for <see cref="AkkaLogger"/>.</summary>
internal sealed class LogSetup(TextWriter log) : Setup
{
    /// <summary>Takes the log, a line an entry.</summary>
    public TextWriter Log { get; } = log;
}
