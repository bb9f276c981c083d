namespace Chatroom.Actors;

/// <summary>Whom a bot plays, as its mind is told.</summary>
/// <param name="Name">The persona's name.</param>
/// <param name="Interest">The category of suggestions that it likes.</param>
/// <param name="Character">A word or two for people; may be empty.</param>
public sealed record PromptPersona(string Name, string Interest, string Character)
{
    /// <summary>The persona of a bot; null if there is none, or if no more than its name is known.</summary>
    internal static PromptPersona? Among(IEnumerable<Persona> personas, string name) =>
        personas.FirstOrDefault(persona => BotNames.AreSame(persona.Name, name)) is { Interest.Length: > 0 } its ? new PromptPersona(its.Name, its.Interest, its.Character) : null;
}
