using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Sends each message on to the test actor, and back to whoever sent it.</summary>
public class EchoActor : ReceiveActor
{
    /// <summary>Creates the actor.</summary>
    /// <param name="testkit">Whose test actor gets the messages.</param>
    /// <param name="echoBackToSenderAsWell">Whether the sender gets them too, if it isn't the test actor.</param>
    public EchoActor(TestKitBase testkit, bool echoBackToSenderAsWell = true) => ReceiveAny(message =>
    {
        var sender = Sender;
        var testActor = testkit.TestActor;
        if (echoBackToSenderAsWell && !testActor.Equals(sender)) sender.Tell(message, sender);
        testActor.Tell(message, sender);
    });

    /// <summary>How to create the actor.</summary>
    /// <param name="testkit">Whose test actor gets the messages.</param>
    /// <param name="echoBackToSenderAsWell">Whether the sender gets them too, if it isn't the test actor.</param>
    /// <returns>Its props.</returns>
    public static Props Props(TestKitBase testkit, bool echoBackToSenderAsWell = true) =>
        Actor.Props.Create(() => new EchoActor(testkit, echoBackToSenderAsWell));
}
