using System.Globalization;
using System.Text;
using Akka.Actor;

namespace RemoteGuard;

/// <summary>Gets the answers of this node's actors to the guard's questions whether they have come so far.</summary>
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
            if (answer.MessageId is string id && id.Split(' ') is [var connection, var position])
                transport.Processed(Number(connection), Number(position));
        });
    }

    /// <summary>The id of a question.</summary>
    public static string IdOf(long connection, long position) => string.Create(CultureInfo.InvariantCulture, $"{connection} {position}");

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
