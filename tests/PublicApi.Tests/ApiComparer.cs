namespace PublicApi.Tests;

/// <summary>Says, in sentences for whoever must mend it, where a set of types is not what the listing has.</summary>
/// <param name="listing">The official surface.</param>
/// <param name="exists">Whether one of our assemblies has a visible type of that name: a class may skip a base that we leave out.</param>
internal sealed class ApiComparer(Listing listing, Func<string, bool> exists)
{
    public IReadOnlyList<string> Compare(string where, IEnumerable<Type> types) =>
        [.. types.SelectMany(Deviations).Select(deviation => $"{where}: {deviation}")];

    private IEnumerable<string> Deviations(Type type)
    {
        var name = TypeNames.Of(type);
        if (listing.Find(name) is { } official) return Head(type, official).Concat(Members(type, official));
        if (!listing.Mentions(name))
            return [$"type {name} is not in the official listing: make it internal{Nearest(name, listing.Names)}"];
        // Only its name is official, as far as we can see: whatever more we showed might not be there.
        return Surface.Members(type).Select(member =>
            $"{name} :: {member}: the official listing has {name} only in other types' signatures: make its members internal");
    }

    private IEnumerable<string> Head(Type type, ListedType official)
    {
        var kind = Surface.Kind(type);
        if (!string.Equals(kind, official.Kind, StringComparison.Ordinal))
            yield return $"{official.Name} is a {kind}, officially a {official.Kind}: give it the official shape";
        if (type.IsEnum || Surface.IsDelegate(type)) yield break;

        if (type.IsClass && !BaseFits(type, official))
            yield return $"{official.Name} derives from {TypeNames.Of(type.BaseType!)}, officially from {listing.BaseOf(official) ?? "System.Object"}";

        var equatable = $"System.IEquatable<{official.Name}>";
        var strangers =
            from face in type.GetInterfaces()
            where TypeNames.IsVisible(face) && face.GetGenericArguments().All(TypeNames.IsVisible)
            let face2 = TypeNames.Of(face)
            where !official.Bases.Contains(face2, StringComparer.Ordinal)
            where !(Surface.IsRecord(type) && string.Equals(face2, equatable, StringComparison.Ordinal))
            orderby face2
            select face2;
        foreach (var stranger in strangers)
            yield return $"{official.Name} implements {stranger}, officially it does not: leave it out or make the interface internal";
    }

    private bool BaseFits(Type type, ListedType official)
    {
        var ours = TypeNames.Of(type.BaseType!);
        for (var theirs = listing.BaseOf(official); theirs is not null;)
        {
            if (string.Equals(ours, theirs, StringComparison.Ordinal)) return true;
            if (exists(OpenName(theirs))) return false;
            // An official base that the listing leaves out can't be followed further up.
            if (Listed(theirs) is not { } next) return !theirs.StartsWith("System.", StringComparison.Ordinal);
            theirs = listing.BaseOf(next);
        }

        return type.BaseType == typeof(object);
    }

    private ListedType? Listed(string constructed) =>
        listing.Find(constructed) ??
        listing.Names.Where(name => string.Equals(OpenName(name), OpenName(constructed), StringComparison.Ordinal))
            .Select(listing.Find).FirstOrDefault();

    /// <summary>A generic name without its arguments' names: <c>A.B&lt;T,U&gt;</c> and <c>A.B&lt;X,Y&gt;</c> are one.</summary>
    public static string OpenName(string name)
    {
        var start = name.IndexOf('<', StringComparison.Ordinal);
        if (start < 0) return name;
        int depth = 0, arity = 1;
        foreach (var letter in name[start..])
        {
            if (letter == '<') depth++;
            else if (letter == '>') depth--;
            else if (letter == ',' && depth == 1) arity++;
        }

        return $"{name[..start]}`{arity}";
    }

    private static IEnumerable<string> Members(Type type, ListedType official) =>
        from member in Surface.Members(type)
        where !official.Members.Contains(member)
        let remedy = type.IsEnum ? "leave it out" : "make it internal or give it the official shape"
        select $"{official.Name} :: {member} is not in the official listing: {remedy}{Nearest(member, SameName(member, official))}";

    private static IEnumerable<string> SameName(string member, ListedType official) =>
        official.Members.Where(other => string.Equals(MemberName(other), MemberName(member), StringComparison.Ordinal));

    private static string MemberName(string line)
    {
        var end = line.IndexOfAny(['(', '{', '[']);
        // An indexer's or array's bracket in the result comes before the name: then the name ends at the next one.
        while (end > 0 && line[end] == '[' && line[end + 1] is ']' or ',') end = line.IndexOfAny(['(', '{', '['], end + 1);
        var head = (end < 0 ? line : line[..end]).TrimEnd();
        return head[(head.LastIndexOf(' ') + 1)..];
    }

    private static string Nearest(string line, IEnumerable<string> candidates) =>
        candidates.OrderBy(other => Distance(line, other)).ThenBy(other => other, StringComparer.Ordinal).FirstOrDefault() is { } best
            && Distance(line, best) <= Math.Max(line.Length, best.Length) / 2
            ? $" (nearest: {best})"
            : "";

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
