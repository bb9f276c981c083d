namespace Chatroom.Actors;

/// <summary>What a script takes out of a bot's own hands: whatever it has a step for.</summary>
internal sealed class ScriptRoles(IReadOnlyList<ScriptStep> script)
{
    private readonly HashSet<string> _joins = Of(script, step => step switch
    {
        ScriptStep.Join join => join.Name,
        ScriptStep.Absent absent => absent.Name,
        _ => null,
    });

    private readonly HashSet<string> _answers = Of(script, step => step switch
    {
        ScriptStep.Answer answer => answer.Name,
        ScriptStep.Silent silent => silent.Name,
        _ => null,
    });

    private readonly HashSet<string> _leaves = Of(script, step => step switch
    {
        ScriptStep.Leave leave => leave.Name,
        ScriptStep.WalkOut leave => leave.Name,
        ScriptStep.Stay stay => stay.Name,
        _ => null,
    });

    private readonly HashSet<string> _breaks = Of(script, step => (step as ScriptStep.Disconnect)?.Name);

    private readonly HashSet<string> _leftToPersona = Of(script, step => step is ScriptStep.Answer { Text: null } answer ? answer.Name : null);

    public bool Joins(string name) => _joins.Contains(name);

    /// <summary>Those of the names that join by themselves: the script does not say when, nor that they don't.</summary>
    public IEnumerable<string> UnscriptedJoins(IEnumerable<string> names) => names.Where(name => !Joins(name));

    public bool Answers(string name) => _answers.Contains(name);

    /// <summary>False when the script holds every word that the bot says.</summary>
    public bool NeedsPersona(string name) => !Answers(name) || _leftToPersona.Contains(name);

    public ScriptedActions Of(string name) =>
        (Answers(name) ? ScriptedActions.Answers : ScriptedActions.None)
        | (_leaves.Contains(name) ? ScriptedActions.Leaves : ScriptedActions.None)
        | (_breaks.Contains(name) ? ScriptedActions.Connection : ScriptedActions.None);

    /// <summary>False for the steps that only say what a bot doesn't do.</summary>
    public static bool IsDeed(ScriptStep step) => step is not (ScriptStep.Absent or ScriptStep.Silent or ScriptStep.Stay or ScriptStep.RoundOver);

    private static HashSet<string> Of(IReadOnlyList<ScriptStep> script, Func<ScriptStep, string?> name) =>
        script.Select(name).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
