namespace Chatroom.Actors;

/// <summary>Something that can be suggested: an action and the subjects it takes; none if the action needs none.</summary>
internal sealed record CatalogueAction(string Category, string Action, ValueList<string> Subjects);

/// <summary>All that the Host may suggest, and how it asks.</summary>
internal sealed record Catalogue(ValueList<CatalogueAction> Actions, ValueList<string> Questions)
{
    /// <summary>One that has nothing to suggest.</summary>
    public static readonly Catalogue Empty = new([], []);

    /// <summary>Every action with every subject, in the file's order, not yet put into words.</summary>
    public IEnumerable<Suggestion> Everything =>
        from action in Actions
        from subject in action.Subjects.Count == 0 ? [null] : action.Subjects.Select(string? (subject) => subject)
        select new Suggestion(action.Category, action.Action, subject, "");

    /// <summary>Every action of a category with every subject, in the file's order.</summary>
    public IEnumerable<string> Of(string category) => Everything.Where(one => one.Category == category).Select(one => one.What);
}
