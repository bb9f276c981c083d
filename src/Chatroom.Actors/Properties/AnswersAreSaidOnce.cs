namespace Chatroom.Actors;

/// <summary>A participant's answer to a round is said once, after the suggestion; it is late just if the round had closed before.</summary>
internal sealed class AnswersAreSaidOnce : IEventProperty
{
    /// <inheritdoc />
    public string Name => "an answer is said once, in its round or late";

    /// <inheritdoc />
    public IEnumerable<string> Problems(IReadOnlyList<RoomEvent> events)
    {
        var (suggested, closed, said) = (new List<int>(), new List<int>(), new HashSet<(string, int)>());
        foreach (var happened in events)
        {
            switch (happened)
            {
                case Suggested its:
                    suggested.Add(its.Round);
                    break;
                case RoundClosed its:
                    closed.Add(its.Round);
                    break;
                case Said its when !suggested.Contains(its.Round):
                    yield return $"before the suggestion: {EventJson.LineOf(its)}";
                    break;
                case Said its when its.Late != closed.Contains(its.Round):
                    yield return $"late or not, wrongly: {EventJson.LineOf(its)}";
                    break;
                case Said its when !said.Add((its.Name, its.Round)):
                    yield return $"once more: {EventJson.LineOf(its)}";
                    break;
            }
        }
    }
}
