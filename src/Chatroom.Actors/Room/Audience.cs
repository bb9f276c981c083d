using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>Who is told what happens in a room: the participants that are here, in the roster's order.</summary>
internal sealed class Audience(ValueList<string> roster)
{
    private readonly Dictionary<string, IActorRef> _bots = new(StringComparer.Ordinal);

    /// <summary>From now on this bot hears everything; another one that went by the name hears nothing more.</summary>
    public void Admit(string name, IActorRef bot) => _bots[name] = bot;

    public void Dismiss(string name) => _bots.Remove(name);

    public void TellAll(object message)
    {
        foreach (var name in roster)
        {
            _bots.GetValueOrDefault(name)?.Tell(message);
        }
    }
}
