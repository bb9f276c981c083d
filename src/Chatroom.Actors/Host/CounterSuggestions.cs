namespace Chatroom.Actors;

/// <summary>
/// What the bots would rather do: anything of the catalogue that an answer names and that has not been suggested yet. So any mind can
/// counter in plain words, and a transcript holds all that the next suggestion depends on.
/// </summary>
internal static class CounterSuggestions
{
    /// <summary>
    /// The suggestion, without a text, that most bots have named in time, in any round so far. If two have the same number, the one of the
    /// bot that stands higher on the roster; if both are of one bot, the one that stands higher in the catalogue. Null if none was named.
    /// </summary>
    public static Suggestion? MostWanted(Catalogue catalogue, ValueList<string> roster, IReadOnlyList<RoomEvent> history)
    {
        var suggested = history.OfType<Suggested>().Select(happened => happened.Suggestion.What).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var fresh = catalogue.Everything.Where(one => !suggested.Contains(one.What)).ToList();
        var wishes = history.OfType<Said>().Where(said => !said.Late)
            .SelectMany(said => NamedIn(said.Text, catalogue).Select(wish => (said.Name, Wish: wish)))
            .Distinct().ToLookup(one => one.Wish, one => roster.TakeWhile(name => name != one.Name).Count());
        return fresh.Where(one => wishes.Contains(one.What))
            .OrderByDescending(one => wishes[one.What].Count())
            .ThenBy(one => wishes[one.What].Min())
            .FirstOrDefault();
    }

    /// <summary>Everything of the catalogue that a text names as whole words; a longer one hides those inside it.</summary>
    private static IEnumerable<string> NamedIn(string text, Catalogue catalogue)
    {
        foreach (var what in catalogue.Everything.Select(one => one.What).Distinct().OrderByDescending(what => what.Length))
        {
            for (var at = Find(text, what, 0); at >= 0; at = Find(text, what, at))
            {
                text = $"{text[..at]}\n{text[(at + what.Length)..]}";
                yield return what;
            }
        }
    }

    private static int Find(string text, string what, int from)
    {
        for (var at = text.IndexOf(what, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(what, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + what.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return at;
            }
        }
        return -1;
    }
}
