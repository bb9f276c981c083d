using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An <see cref="AutoPilot"/> as a function.</summary>
/// <param name="sender">Who sent the message.</param>
/// <param name="message">The message.</param>
/// <returns>Who handles the next message; see <see cref="AutoPilot.Run"/>.</returns>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);
