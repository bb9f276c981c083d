using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Chatroom.Actors;

/// <summary>Reads a transcript line by line and checks it: the order of the lines, the numbers, the hashes.</summary>
/// <param name="file">The name that errors give.</param>
internal sealed class TranscriptReader(string file)
{
    private const string FirstWords = $"{{\"type\":\"{HeaderJson.Head}\"";

    private readonly HashChain _chain = new();
    private readonly List<RoomEvent> _events = [];
    private TranscriptHeader? _header;
    private TranscriptEnd? _end;
    private int _line;
    private bool _fits;
    private string? _otherBytes;
    private string? _unended;

    /// <summary>Reads a whole file.</summary>
    public static Result<Transcript> Read(string path) => ReadIntact(path).Whole();

    /// <summary>Reads a file as far as it is intact.</summary>
    public static IntactLines ReadIntact(string path)
    {
        try
        {
            return ReadIntact(FileBytes.Read(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return IntactLines.None($"{path}: {Unreadable.Why(path, e)}");
        }
    }

    /// <summary>Reads to the first line that is not as it was written, or to the end.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="file">What errors call it.</param>
    public static IntactLines ReadIntact(ReadOnlySpan<byte> content, string file)
    {
        var reader = new TranscriptReader(file);
        var lines = new List<string>();
        var bytes = new TranscriptBytes(content);
        while (bytes.Next())
        {
            if (reader._end is not null && lines.Count > 0)
            {
                return reader.Intact(lines, TranscriptFault.Changed, $"{file}: line {reader._line + 1} should not be there: nothing may follow the last line");
            }
            var read = bytes.Text is { } text ? reader.Next(text) : reader.NoText(bytes.Fault!);
            if (!read.IsGood)
            {
                return lines.Count == 0 && !IsTranscript(content) ? IntactLines.None($"{file}: is not a transcript")
                    : bytes.End == LineEnd.None && !reader._fits
                        ? reader.Intact(lines, TranscriptFault.Torn, $"{file}: the transcript was cut in the middle of line {reader._line}")
                    : reader.Intact(lines, TranscriptFault.Changed, read.Errors[0]);
            }
            lines.Add(bytes.Text!);
            reader._otherBytes ??= (bytes.Oddity ?? reader.Rewording(bytes.Text!, bytes.Start)) is { } oddity ? $"{file}: line {reader._line} {oddity}" : null;
            reader._unended = bytes.MissingEnd is { } missing ? $"{file}: line {reader._line} {missing}" : null;
        }
        return lines.Count == 0 ? IntactLines.None($"{file}: is empty, not a transcript")
            : reader._end is null ? reader.Intact(
                lines, TranscriptFault.Unfinished, $"{file}: the transcript is cut short after line {reader._line}: its last line is missing")
            : reader.Intact(lines, TranscriptFault.None, null);
    }

    /// <summary>True for the bytes of a transcript, even if its first line was changed.</summary>
    public static bool IsTranscript(ReadOnlySpan<byte> content)
    {
        var first = new TranscriptBytes(content);
        return first.Next() && (HeaderBegins(first.Line) || (first.Text is { } line && HashChain.HasHash(line)));
    }

    /// <summary>Whether a text is a transcript, or was one before something happened to it.</summary>
    public static bool Begins(string text) => text.StartsWith(FirstWords, StringComparison.Ordinal);

    private static bool HeaderBegins(ReadOnlySpan<byte> line) => line.StartsWith(Encoding.UTF8.GetBytes(FirstWords));

    /// <summary>Reads the next line; one error if another line must come here.</summary>
    public Result<TranscriptLine> Next(string line)
    {
        _line++;
        _fits = false;
        if (_chain.Open(line) is not { } json)
        {
            return Bad("was changed, or does not follow the line before: its hash does not fit");
        }
        _fits = true;
        try
        {
            using var document = JsonDocument.Parse(json);
            return Take(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            // A JsonElement throws the last of them if it is of another kind, or holds half a character.
            return Bad($"is not as it must be: {e.Message}");
        }
    }

    // A hash that fits shows only that somebody computed it: JSON says the same in many ways, and our writer knows one of them.
    private string? Rewording(string line, int start)
    {
        var json = JsonText.Object(json =>
        {
            if (_end is not null)
            {
                HeaderJson.Write(json, _end);
            }
            else if (_events is [.., var last])
            {
                EventJson.Write(json, last);
            }
            else
            {
                HeaderJson.Write(json, _header!);
            }
        });
        var same = line.AsSpan().CommonPrefixLength(json.AsSpan(0, json.Length - 1));
        return same == json.Length - 1 && HashChain.LengthOfJson(line) == same
            ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"says it otherwise than it was written, from byte {start + Encoding.UTF8.GetByteCount(line.AsSpan(0, same)) + 1} of the file on");
    }

    private Result<TranscriptLine> NoText(string fault)
    {
        _line++;
        _fits = false;
        return Bad($"was changed: {fault}");
    }

    private IntactLines Intact(List<string> lines, TranscriptFault fault, string? problem) =>
        new(lines.ToValueList(), _header, _events.ToValueList(), _end, fault, problem) { OtherBytes = _otherBytes, Unended = _unended };

    private Result<TranscriptLine> Take(JsonElement json)
    {
        var type = json.Text("type");
        if (_header is null || type == HeaderJson.Head)
        {
            if (_header is not null || type != HeaderJson.Head)
            {
                return Bad("should not be there: a transcript begins with its header, and has only one");
            }
            _header = HeaderJson.ReadHeader(json);
            return Result<TranscriptLine>.Good(new TranscriptLine.Head(_header));
        }
        if (_end is not null)
        {
            return Bad("should not be there: nothing may follow the last line");
        }
        return type == HeaderJson.Tail ? TakeEnd(HeaderJson.ReadEnd(json)) : TakeEvent(EventJson.Read(json));
    }

    private Result<TranscriptLine> TakeEvent(RoomEvent happened)
    {
        if (happened.N != _events.Count + 1)
        {
            return Bad($"should be event {_events.Count + 1} and is event {happened.N}");
        }
        if (happened is Opened != (_events.Count == 0) || _events is [.., Closed])
        {
            return Bad("should not be there: events begin with opened and end with closed");
        }
        _events.Add(happened);
        return Result<TranscriptLine>.Good(new TranscriptLine.Event(happened));
    }

    private Result<TranscriptLine> TakeEnd(TranscriptEnd end)
    {
        if (_events is not [.., Closed closed] || closed.Reason != end.Reason || end.Events != _events.Count)
        {
            return Bad("does not fit the events above it");
        }
        if (end.Digest != ConversationDigest.Of(_events))
        {
            return Bad("has a conversation digest that does not fit the events above it");
        }
        _end = end;
        return Result<TranscriptLine>.Good(new TranscriptLine.Tail(end));
    }

    private Result<TranscriptLine> Bad(string what) => Result<TranscriptLine>.Bad($"{file}: line {_line} {what}");
}
