using Chatroom.Actors.Hocon;

namespace Chatroom.Actors;

/// <summary>All that is wrong with a file, each by the path of its value.</summary>
internal sealed class HoconErrors
{
    private readonly List<Error> _errors = [];

    public int Count => _errors.Count;

    /// <summary>Whether an include was left out: what seems to be missing may stand there.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Notes what is wrong with an include, which was left out.</summary>
    public void AddBroken(HoconException include)
    {
        IsIncomplete = true;
        Add("", include.Origin, include.What);
    }

    /// <summary>Notes an error; an empty path is the file as a whole.</summary>
    public void Add(string path, Origin origin, string what) => _errors.Add(new Error(path, origin, what));

    /// <summary>Whether something is wrong with this path's value, or inside it.</summary>
    public bool Has(string path) => _errors.Exists(error =>
        error.Path.StartsWith(path, StringComparison.Ordinal) && (error.Path.Length == path.Length || error.Path[path.Length] is '.' or '['));

    /// <summary>A line for each error, <c>FILE:LINE: PATH: WHAT</c>, in the order of the lines; what is in an included file comes last.</summary>
    public IEnumerable<string> Lines(string file) =>
        from error in _errors
        let origin = error.Origin
        orderby origin.File != file, origin.File, origin.Line
        let path = error.Path.Length == 0 ? "" : $"{ChatText.Clean(error.Path)}: "
        select $"{origin}: {path}{error.What}";

    private sealed record Error(string Path, Origin Origin, string What);
}
