namespace Chatroom.Actors.Hocon;

/// <summary>Parses one text, and the texts that it includes, into nodes. Reads forward only.</summary>
/// <param name="source">The text.</param>
/// <param name="loader">Fetches includes.</param>
/// <param name="prefix">The path at which this text is included.</param>
/// <param name="includes">How many includes deep this text is.</param>
/// <param name="nesting">What is open around this text.</param>
internal sealed class DocumentParser(Source source, IncludeLoader loader, string[] prefix, int includes, Nesting nesting)
{
    private readonly HoconReader _reader = new(source);
    private readonly List<string> _path = [.. prefix];

    /// <summary>Parses the whole text.</summary>
    public Node Parse()
    {
        try
        {
            return ParseRoot();
        }
        catch (HoconException error) when (nesting.StillOpen(error, _reader) is { } open)
        {
            throw new HoconException(error.Origin, $"{error.What}; {open}", error);
        }
    }

    private Node ParseRoot()
    {
        _reader.SkipLines();
        Node root;
        switch (_reader.Current)
        {
            case '[':
                root = ParseArray();
                break;
            case '{':
                root = ParseObject();
                break;
            default:
                var fields = new ObjectNode(source.At(0));
                ParseFields(fields, atRoot: true);
                return fields;
        }

        _reader.SkipLines();
        return _reader.AtEnd ? root : throw _reader.Expected("the end of the text");
    }

    private ObjectNode ParseObject()
    {
        var node = new ObjectNode(source.At(_reader.Position));
        nesting.Open(node);
        _reader.Position++;
        ParseFields(node, atRoot: false);
        nesting.Close();
        return node;
    }

    private void ParseFields(ObjectNode node, bool atRoot)
    {
        var first = true;
        while (true)
        {
            var separated = _reader.SkipLines() || first;
            if (!first && _reader.Current == ',')
            {
                separated = true;
                _reader.Position++;
                _reader.SkipLines();
            }

            if (atRoot ? _reader.AtEnd : _reader.Current == '}')
            {
                if (!atRoot)
                    _reader.Position++;
                return;
            }

            if (_reader.AtEnd)
                throw nesting.NeverClosed('}', _reader);
            if (!separated)
                throw _reader.Expected(atRoot ? "a comma or the end of the line" : "a comma, '}' or the end of the line");
            first = false;
            if (IncludeReader.IsAt(_reader))
                ParseInclude(node);
            else
                ParseField(node);
        }
    }

    private void ParseField(ObjectNode node)
    {
        var origin = source.At(_reader.Position);
        var path = PathReader.Read(_reader);
        var afterKey = _reader.Position;
        nesting.Enter(path.Length, origin);
        _reader.SkipLines();

        var append = _reader.At("+=");
        if (append)
            _reader.Position += 2;
        else if (_reader.Current is ':' or '=')
            _reader.Position++;
        else if (_reader.Current != '{')
            throw NoSeparator(path, afterKey);

        _reader.SkipLines();
        var target = node;
        foreach (var key in path.AsSpan(0, path.Length - 1))
            target = target.SlotOf(key, origin).AddObject(new ObjectNode(origin));

        _path.AddRange(path);
        AddValue(target.SlotOf(path[^1], origin), append);
        _path.RemoveRange(_path.Count - path.Length, path.Length);
        nesting.Leave(path.Length);
    }

    private HoconException NoSeparator(string[] path, int afterKey)
    {
        _reader.Position = afterKey;
        return _reader.Expected($"':', '=', '+=' or '{{' after the key {Quoting.Path(path)}");
    }

    private void AddValue(Slot slot, bool append)
    {
        var pieces = ParsePieces();
        if (append)
        {
            var added = new AppendNode(pieces[0].Origin);
            added.Items.Add(Combiner.Combine(pieces));
            slot.Add(added);
            return;
        }

        slot.Add(Combiner.AsObjects(pieces) ?? [Combiner.Combine(pieces)]);
    }

    private ArrayNode ParseArray()
    {
        var node = new ArrayNode(source.At(_reader.Position));
        nesting.Open(node);
        _reader.Position++;
        while (true)
        {
            var separated = _reader.SkipLines() || node.Items.Count == 0;
            if (node.Items.Count > 0 && _reader.Current == ',')
            {
                separated = true;
                _reader.Position++;
                _reader.SkipLines();
            }

            if (_reader.Current == ']')
                break;
            if (_reader.AtEnd)
                throw nesting.NeverClosed(']', _reader);
            if (!separated)
                throw _reader.Expected("a comma, ']' or the end of the line");
            node.Items.Add(Combiner.Combine(ParsePieces()));
        }

        _reader.Position++;
        nesting.Close();
        return node;
    }

    private List<Node> ParsePieces()
    {
        var pieces = new List<Node>(1);
        while (true)
        {
            var start = _reader.Position;
            _reader.SkipBlanks();
            var blanks = _reader.Between(start, _reader.Position);
            if (_reader.AtEnd || _reader.Current is '\n' or ',' or '}' or ']' || _reader.AtComment)
                break;
            if (blanks.Length > 0 && pieces.Count > 0)
                pieces.Add(new BlankNode(source.At(start), blanks));
            pieces.Add(ParsePiece());
        }

        return pieces.Count > 0 ? pieces : throw _reader.Expected("a value");
    }

    private Node ParsePiece()
    {
        var position = _reader.Position;
        switch (_reader.Current)
        {
            case '{':
                return ParseObject();
            case '[':
                return ParseArray();
            case '$':
                return ReferenceReader.Read(_reader, prefix);
            case '"':
                return new ScalarNode(new HoconScalar(_reader.ReadQuoted(), ScalarKind.Text, source.At(position)));
            default:
                var unquoted = _reader.ReadUnquoted(stopAtDot: false);
                return unquoted.Length > 0
                    ? new ScalarNode(HoconScalar.Unquoted(unquoted, source.At(position)))
                    : throw source.Error(position, $"{source.Describe(position)} can't stand in an unquoted value; put the value in quotes");
        }
    }

    private void ParseInclude(ObjectNode node)
    {
        var position = _reader.Position;
        var name = IncludeReader.Read(_reader, out var required);
        try
        {
            if (Included(position, name, required) is { } root)
                node.Take(root);
        }
        catch (HoconException error) when (loader.LeavesOut(error))
        {
            // The rest of this text has mistakes of its own to tell.
        }
    }

    private ObjectNode? Included(int position, string name, bool required)
    {
        if (loader.Load(source.At(position), name, required, includes) is not { } included)
            return null;
        // Inside an array there is no path for relative lookups.
        string[] at = nesting.IsInArray ? [] : [.. _path];
        var parser = new DocumentParser(included, loader, at, includes + 1, nesting.Inside());
        return parser.Parse() as ObjectNode ?? throw source.Error(position, $"{Quoting.Excerpt(name)} holds an array, and only an object can be included");
    }
}
