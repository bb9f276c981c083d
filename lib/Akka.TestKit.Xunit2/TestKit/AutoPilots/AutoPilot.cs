using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What a test actor does with each message before the test sees it: typically answer for the test.</summary>
public abstract class AutoPilot
{
    /// <summary>Creates the pilot.</summary>
    protected AutoPilot()
    {
    }

    /// <summary>The answer of a pilot that also wants the next message.</summary>
    public static KeepRunning KeepRunning => KeepRunning.Instance;

    /// <summary>The answer of a pilot that is done: messages go to the test only.</summary>
    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    /// <summary>Handles one message, on the test actor's thread.</summary>
    /// <param name="sender">Who sent the message.</param>
    /// <param name="message">The message; it goes to the test as well.</param>
    /// <returns><see cref="KeepRunning"/> to stay, <see cref="NoAutoPilot"/> to end, or another pilot to take over.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);
}
