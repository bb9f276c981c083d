using Akka.Actor;
using Akka.Event;

namespace ActorSimulation.Engine;

/// <summary>Takes what the actors of a node log.</summary>
internal sealed class LogActor : ReceiveActor
{
    /// <summary>Begins to listen.</summary>
    /// <param name="least">The lowest level that counts; a system without loggers publishes all of them.</param>
    /// <param name="take">Takes it.</param>
    public LogActor(LogLevel least, Action<LogEvent> take)
    {
        Receive<LogEvent>(entry => take(entry), entry => entry.LogLevel() >= least);
        Context.System.EventStream.Subscribe(Self, typeof(LogEvent));
    }
}
