using ActorSimulation;
using Akka.Configuration;
using Akka.Event;
using Akka.Remote;
using RemoteGuard.Sleep;

namespace Chatroom.Actors;

/// <summary>The failure detector of our nodes, in the time of a simulated world. Made by Akka.Remote, whose settings name this type.</summary>
internal sealed class SimulatedAwakeDetector : FailureDetector
{
    private readonly AwakeFailureDetector _detector;

    /// <summary>Called by Akka.Remote.</summary>
    /// <param name="config">The section with the settings.</param>
    /// <param name="events">Not used.</param>
    public SimulatedAwakeDetector(Config config, EventStream events) => _detector = new AwakeFailureDetector(config, World.CurrentTime);

    /// <inheritdoc />
    public override bool IsAvailable => _detector.IsAvailable;

    /// <inheritdoc />
    public override bool IsMonitoring => _detector.IsMonitoring;

    /// <inheritdoc />
    public override void HeartBeat() => _detector.HeartBeat();
}
