using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>
/// The listeners of a room: the participants that are here, each by its own actor or by the relay of its node. A message to several
/// bots behind one relay is sent once.
/// </summary>
internal sealed class Audience(ValueList<string> roster)
{
    private readonly Dictionary<string, IActorRef> _recipients = new(StringComparer.Ordinal);
    private List<IActorRef>? _once;

    /// <summary>From now on this bot hears everything; a former one of that name hears nothing more.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="recipient">The actor that hears for it.</param>
    public void Admit(string name, IActorRef recipient)
    {
        _recipients[name] = recipient;
        _once = null;
    }

    public void Dismiss(string name)
    {
        if (_recipients.Remove(name))
        {
            _once = null;
        }
    }

    /// <summary>Tells everybody, in the roster's order.</summary>
    public void TellAll(object message)
    {
        _once ??= [.. roster.Where(_recipients.ContainsKey).Select(name => _recipients[name]).Distinct()];
        foreach (var recipient in _once)
        {
            recipient.Tell(message);
        }
    }
}
