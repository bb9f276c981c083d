namespace Chatroom.Actors;

/// <summary>Something that can be suggested: an action and the subjects it takes, none for one that says it all.</summary>
internal sealed record CatalogueAction(string Category, string Action, ValueList<string> Subjects);

/// <summary>All that the Host may suggest, and how it asks: <c>{what}</c> stands for the action with its subject.</summary>
internal sealed record Catalogue(ValueList<CatalogueAction> Actions, ValueList<string> Questions)
{
    /// <summary>Every action of a category with every subject, in the file's order.</summary>
    public IEnumerable<string> Of(string category) =>
        from action in Actions
        where action.Category == category
        from what in action.Subjects.Count == 0 ? [action.Action] : action.Subjects.Select(subject => $"{action.Action} {subject}")
        select what;
}
