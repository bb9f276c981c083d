using System.Globalization;

namespace Chatroom.Actors;

/// <summary>All that is wrong with a file, by the path of the value that it is about.</summary>
internal sealed class HoconErrors
{
    private readonly List<(string Path, string What)> _errors = [];

    public int Count => _errors.Count;

    /// <summary>Notes an error; an empty path is the file as a whole.</summary>
    public void Add(string path, string what) => _errors.Add((path, what));

    /// <summary>Whether something is wrong with this path's value, or inside it.</summary>
    public bool Has(string path) => _errors.Exists(error =>
        error.Path.StartsWith(path, StringComparison.Ordinal) && (error.Path.Length == path.Length || error.Path[path.Length] is '.' or '['));

    /// <summary>A line for each error, <c>FILE:LINE: PATH: WHAT</c>, in the order of the lines; what is in an included file comes last.</summary>
    public IEnumerable<string> Lines(string file, HoconPlaces places) =>
        from error in _errors
        let place = places.Find(error.Path)
        orderby place.File != file, place.File, place.Line
        let path = error.Path.Length == 0 ? "" : $"{error.Path}: "
        select string.Create(CultureInfo.InvariantCulture, $"{place.File}:{place.Line}: {path}{error.What}");
}
