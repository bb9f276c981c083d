namespace Chatroom.Actors;

/// <summary>What thinks for which bots in a replay or a simulation. All others think as their personas do.</summary>
public sealed class Minds
{
    /// <summary>The name that stands for all bots without a mind of their own.</summary>
    public const string Others = "*";

    internal static readonly Minds None = new();

    private readonly Dictionary<string, Func<IMind>> _makers = new(StringComparer.Ordinal);

    /// <summary>
    /// Makes the mind of a bot. It is called for each conversation, and again when a bot is started anew in one; several conversations may
    /// be played at the same time. A mind that is disposable is disposed of after its conversation.
    /// </summary>
    /// <param name="name">The bot's name, which must be on the roster; or <see cref="Others"/>.</param>
    /// <exception cref="KeyNotFoundException">The bot was given none.</exception>
    public Func<IMind> this[string name]
    {
        get => _makers[name];
        set => _makers[name] = value;
    }

    /// <summary>A new mind of a bot; null if it thinks as its persona does.</summary>
    internal IMind? Of(string name) => (_makers.GetValueOrDefault(name) ?? _makers.GetValueOrDefault(Others))?.Invoke();

    /// <summary>Who of a roster has a mind.</summary>
    internal IReadOnlyList<string> Among(IReadOnlyList<string> roster) => _makers.ContainsKey(Others) ? roster : [.. roster.Where(_makers.ContainsKey)];

    /// <exception cref="ArgumentException">A name is not on the roster.</exception>
    internal void CheckAgainst(IReadOnlyList<string> roster)
    {
        if (_makers.Keys.FirstOrDefault(name => name != Others && !roster.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"There is a mind for {unknown}, who is not on the roster: {string.Join(", ", roster)}.");
        }
    }
}
