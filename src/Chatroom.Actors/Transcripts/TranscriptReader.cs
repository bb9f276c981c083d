using System.Text.Json;

namespace Chatroom.Actors;

/// <summary>Reads a transcript line by line and holds it to what it promises: the order of the lines, the numbers, the hashes.</summary>
/// <param name="file">The name that errors give.</param>
internal sealed class TranscriptReader(string file)
{
    private readonly HashChain _chain = new();
    private readonly List<RoomEvent> _events = [];
    private TranscriptHeader? _header;
    private TranscriptEnd? _end;
    private int _line;

    /// <summary>Reads a whole file.</summary>
    public static Loaded<Transcript> Read(string path)
    {
        try
        {
            using var text = File.OpenText(path);
            return Read(text, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Loaded<Transcript>.Bad($"{path}: cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads to the end of the text.</summary>
    public static Loaded<Transcript> Read(TextReader text, string file)
    {
        var reader = new TranscriptReader(file);
        while (text.ReadLine() is { } line)
        {
            if (reader.Next(line) is { IsGood: false } bad)
            {
                return Loaded<Transcript>.Bad(bad.Errors);
            }
        }
        return reader is { _header: { } header, _end: { } end }
            ? Loaded<Transcript>.Good(new Transcript(header, reader._events.ToValueList(), end))
            : Loaded<Transcript>.Bad($"{file}:{reader._line + 1}: the transcript is cut short: its last line is missing");
    }

    /// <summary>Reads the next line; one error when it is not what must come here.</summary>
    public Loaded<TranscriptLine> Next(string line)
    {
        _line++;
        if (_chain.Open(line) is not { } json)
        {
            return Bad("the line, or one before it, was changed: its hash does not fit");
        }
        try
        {
            using var document = JsonDocument.Parse(json);
            return Take(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return Bad(e.Message);
        }
    }

    private Loaded<TranscriptLine> Take(JsonElement json)
    {
        var type = json.Text("type");
        if (_header is null || type == HeaderJson.Head)
        {
            if (_header is not null || type != HeaderJson.Head)
            {
                return Bad("a transcript begins with its header, and has only one");
            }
            _header = HeaderJson.ReadHeader(json);
            return Loaded<TranscriptLine>.Good(new TranscriptLine.Head(_header));
        }
        if (_end is not null)
        {
            return Bad("nothing may follow the last line");
        }
        return type == HeaderJson.Tail ? TakeEnd(HeaderJson.ReadEnd(json)) : TakeEvent(EventJson.Read(json));
    }

    private Loaded<TranscriptLine> TakeEvent(RoomEvent happened)
    {
        if (happened.N != _events.Count + 1)
        {
            return Bad($"the event should have number {_events.Count + 1} and has {happened.N}");
        }
        if (happened is Opened != (_events.Count == 0) || _events is [.., Closed])
        {
            return Bad("events begin with opened and end with closed");
        }
        _events.Add(happened);
        return Loaded<TranscriptLine>.Good(new TranscriptLine.Event(happened));
    }

    private Loaded<TranscriptLine> TakeEnd(TranscriptEnd end)
    {
        if (_events is not [.., Closed closed] || closed.Reason != end.Reason || end.Events != _events.Count)
        {
            return Bad("the last line does not fit the events above it");
        }
        if (end.Digest != ConversationDigest.Of(_events))
        {
            return Bad("the conversation digest does not fit the events above it");
        }
        _end = end;
        return Loaded<TranscriptLine>.Good(new TranscriptLine.Tail(end));
    }

    private Loaded<TranscriptLine> Bad(string what) => Loaded<TranscriptLine>.Bad($"{file}:{_line}: {what}");
}
