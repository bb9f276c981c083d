using Akka.Actor;
using Akka.Util;

namespace Akka.TestKit;

/// <summary>The messages that steer a test actor; the TestKit's methods send them.</summary>
public static class TestActor
{
    /// <summary>Says of a message whether the test shall not see it.</summary>
    /// <param name="message">The message.</param>
    /// <returns>True to drop it.</returns>
    public delegate bool Ignore(object message);

    /// <summary>See <see cref="AutoPilot.KeepRunning"/>.</summary>
    public static AutoPilot KeepRunning => AutoPilot.KeepRunning;

    /// <summary>See <see cref="AutoPilot.NoAutoPilot"/>.</summary>
    public static AutoPilot NoAutoPilot => AutoPilot.NoAutoPilot;

    /// <summary>Stands for "no message".</summary>
    public static NullMessageEnvelope NullMessage => NullMessageEnvelope.Instance;

    /// <summary>From now on messages that <paramref name="ignore"/> accepts are dropped.</summary>
    /// <param name="ignore">Which messages to drop; null for none.</param>
    public class SetIgnore(Ignore? ignore) : INoSerializationVerificationNeeded
    {
        /// <summary>Which messages to drop; null for none.</summary>
        public Ignore? Ignore { get; } = ignore;
    }

    /// <summary>Watch an actor; the test actor sends the message back once it does.</summary>
    /// <param name="actorToWatch">Whom to watch.</param>
    public class Watch(IActorRef actorToWatch) : INoSerializationVerificationNeeded
    {
        /// <summary>Whom to watch.</summary>
        public IActorRef Actor { get; } = actorToWatch;
    }

    /// <summary>Stop watching an actor; the test actor sends the message back once it did.</summary>
    /// <param name="actorToUnwatch">Whom to unwatch.</param>
    public class Unwatch(IActorRef actorToUnwatch) : INoSerializationVerificationNeeded
    {
        /// <summary>Whom to unwatch.</summary>
        public IActorRef Actor { get; } = actorToUnwatch;
    }

    /// <summary>From now on a pilot sees each message first.</summary>
    /// <param name="autoPilot">The pilot.</param>
    public class SetAutoPilot(AutoPilot autoPilot) : INoSerializationVerificationNeeded
    {
        /// <summary>The pilot.</summary>
        public AutoPilot AutoPilot { get; } = autoPilot;
    }

    /// <summary>Create a child of the test actor; the test actor answers with its reference.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name, or none for a generated one.</param>
    /// <param name="supervisorStrategy">What the test actor does when this child fails; none for the default.</param>
    public class Spawn(Props props, Option<string> name, Option<SupervisorStrategy> supervisorStrategy)
        : INoSerializationVerificationNeeded
    {
#pragma warning disable CA1051, IDE1006 // Visible, underscored fields: so they are in the official API.
        /// <summary>How to create the child.</summary>
        public readonly Props _props = props;

        /// <summary>The child's name, or none for a generated one.</summary>
        public readonly Option<string> _name = name;

        /// <summary>What the test actor does when this child fails; none for the default.</summary>
        public readonly Option<SupervisorStrategy> _supervisorStrategy = supervisorStrategy;
#pragma warning restore CA1051, IDE1006

        /// <summary>Creates the child.</summary>
        /// <param name="context">The test actor's context.</param>
        /// <returns>The child's reference.</returns>
        public IActorRef Apply(IActorRefFactory context) => context.ActorOf(_props, _name.HasValue ? _name.Value : null);
    }
}
