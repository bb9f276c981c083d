namespace Chatroom.Actors;

/// <summary>A name belongs to the process that joined under it: another one is let in only after another Joined.</summary>
internal sealed class NamesHaveOneHolder : ISimulationProperty
{
    /// <inheritdoc />
    public string Name => "a name has one holder";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome) =>
        from name in outcome.Lives.Select(life => life.Name).Distinct(StringComparer.Ordinal)
        let holders = outcome.Lives.Count(life => life.Name == name && life.Heard.Count > 0)
        let joined = outcome.Events.OfType<Joined>().Count(its => its.Name == name)
        where holders > joined
        select $"{holders} processes were in the room as {name}, which joined {joined} times";
}
