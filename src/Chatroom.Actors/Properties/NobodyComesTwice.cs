namespace Chatroom.Actors;

/// <summary>A name joins when nobody has it, answers and goes while it is there, and returns only after it was noted as crashed.</summary>
internal sealed class NobodyComesTwice : IEventProperty
{
    /// <inheritdoc />
    public string Name => "nobody comes twice or goes twice";

    /// <inheritdoc />
    public IEnumerable<string> Problems(IReadOnlyList<RoomEvent> events)
    {
        // What was noted last of each that came. Before the first suggestion, who goes frees the name.
        var last = new Dictionary<string, RoomEvent>(StringComparer.Ordinal);
        var isGathering = true;
        foreach (var happened in events)
        {
            isGathering &= happened is not Suggested;
            var (name, isPossible) = happened switch
            {
                Joined its => (its.Name, !last.TryGetValue(its.Name, out var before) || (isGathering && before is Left)),
                Returned its => (its.Name, last.GetValueOrDefault(its.Name) is Left { How: Leaving.Crashed }),
                Left its => (its.Name, last.GetValueOrDefault(its.Name) is Joined or Returned),
                Said its => (its.Name, last.GetValueOrDefault(its.Name) is Joined or Returned),
                _ => (null, true),
            };
            if (!isPossible)
                yield return $"{(last.TryGetValue(name!, out var before) ? $"after {EventJson.LineOf(before)}" : "before it joined")}: {EventJson.LineOf(happened)}";
            if (name is not null && happened is not Said)
                last[name] = happened;
        }
    }
}
