using System.Text;
using Akka.Actor;
using RemoteGuard.Limits;

namespace RemoteGuard;

/// <summary>Receives the answers of this node's actors when the guard asks how far they have come.</summary>
internal sealed class AnswerActor : ReceiveActor
{
    /// <summary>Its name.</summary>
    public const string Name = "remote-guard";

    /// <summary>Its path.</summary>
    public static readonly byte[] Path = Encoding.ASCII.GetBytes($"system/{Name}");

    /// <summary>Begins to listen.</summary>
    public AnswerActor(GuardTransport transport)
    {
        Receive<ActorIdentity>(answer =>
        {
            if (answer.MessageId is string text && QuestionId.Parse(text) is { } id)
                transport.Processed(id.Connection, id.Position);
        });
    }
}
