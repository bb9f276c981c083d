namespace Chatroom.Actors;

/// <summary>What a script takes out of a bot's own hands: everything that it has a step for.</summary>
internal sealed class ScriptRoles(IReadOnlyList<ScriptStep> script)
{
    private readonly HashSet<TakenOver> _taken = [.. script.Select(step => step.TakesOver).OfType<TakenOver>()];

    private readonly HashSet<string> _leftToPersona =
        script.OfType<ScriptStep.Answer>().Where(answer => answer.Text is null).Select(answer => answer.Name).ToHashSet(StringComparer.Ordinal);

    public bool Joins(string name) => Takes(name, BotPart.Joining);

    /// <summary>The names that join by themselves: the script says neither when they join nor that they don't.</summary>
    public IEnumerable<string> UnscriptedJoins(IEnumerable<string> names) => names.Where(name => !Joins(name));

    public bool Answers(string name) => Takes(name, BotPart.Answering);

    /// <summary>False when the script holds every word that the bot says.</summary>
    public bool NeedsPersona(string name) => !Answers(name) || _leftToPersona.Contains(name);

    public ScriptedActions Of(string name) =>
        (Answers(name) ? ScriptedActions.Answers : ScriptedActions.None)
        | (Takes(name, BotPart.Leaving) ? ScriptedActions.Leaves : ScriptedActions.None)
        | (Takes(name, BotPart.Connection) ? ScriptedActions.Connection : ScriptedActions.None);

    private bool Takes(string name, BotPart part) => _taken.Contains(new TakenOver(name, part));
}
