namespace Chatroom.Actors;

/// <summary>Writes a transcript line by line and flushes each one, so that what happened before a crash is there. Closed writes the last line too.</summary>
internal sealed class TranscriptWriter
{
    private readonly TextWriter _to;
    private readonly HashChain _chain = new();
    private readonly List<RoomEvent> _events = [];

    /// <summary>Writes the first line.</summary>
    public TranscriptWriter(TextWriter to, TranscriptHeader header)
    {
        _to = to;
        WriteLine(JsonText.Object(json => HeaderJson.Write(json, header)));
    }

    /// <summary>Continues a transcript at its end; writes the last line if only that is missing.</summary>
    public TranscriptWriter(TextWriter to, IntactLines past)
    {
        _to = to;
        foreach (var line in past.Lines)
        {
            _chain.Open(line);
        }
        _events.AddRange(past.Events);
        WriteEndAfter(past.Events is [.., var last] ? last : null);
    }

    public void Write(RoomEvent happened)
    {
        _events.Add(happened);
        WriteLine(JsonText.Object(json => EventJson.Write(json, happened)));
        WriteEndAfter(happened);
    }

    private void WriteEndAfter(RoomEvent? happened)
    {
        if (happened is Closed closed)
        {
            var end = new TranscriptEnd(closed.Reason, _events.Count, ConversationDigest.Of(_events));
            WriteLine(JsonText.Object(json => HeaderJson.Write(json, end)));
        }
    }

    // Always a line feed, whatever the platform: the same conversation is the same file.
    private void WriteLine(string json)
    {
        _to.Write(_chain.Seal(json));
        _to.Write('\n');
        _to.Flush();
    }
}
