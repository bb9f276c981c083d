namespace Chatroom.Actors;

/// <summary>Goes through a HOCON text that is known to be right, forward only, and counts its lines.</summary>
internal sealed class HoconCursor(string text, string file)
{
    private const string IncludeWord = "include";
    private const string Triple = "\"\"\"";
    private int _line = 1;

    public int Position { get; private set; }

    public bool AtEnd => Position >= text.Length;

    /// <summary>The next character, NUL at the end.</summary>
    public char Current => AtEnd ? '\0' : text[Position];

    public bool AtComment => Current == '#' || At("//");

    public HoconPlace Place => new(file, _line);

    public void Next()
    {
        if (Current == '\n')
        {
            _line++;
        }
        Position++;
    }

    public void SkipBlanks()
    {
        while (!AtEnd && Current != '\n' && (char.IsWhiteSpace(Current) || Current == '\uFEFF'))
        {
            Next();
        }
    }

    /// <summary>Skips blanks, comments and ends of lines.</summary>
    public void SkipLines()
    {
        for (SkipBlanks(); Current == '\n' || AtComment; SkipBlanks())
        {
            if (AtComment)
            {
                SkipComment();
            }
            else
            {
                Next();
            }
        }
    }

    /// <summary>Skips all that may stand between two fields or items.</summary>
    public void SkipSeparators()
    {
        for (SkipLines(); Current == ','; SkipLines())
        {
            Next();
        }
    }

    public void SkipPast(char last)
    {
        while (!AtEnd && Current != last)
        {
            Next();
        }
        Next();
    }

    /// <summary>Skips a string, or a piece of text without quotes.</summary>
    public void SkipText()
    {
        if (Current == '"')
        {
            TakeQuoted();
            return;
        }
        Next();
        while (!AtEnd && !char.IsWhiteSpace(Current) && Current is not ('"' or '{' or '}' or '[' or ']' or '$' or ',' or '#') && !AtComment)
        {
            Next();
        }
    }

    /// <summary>Takes the elements of a key.</summary>
    public List<string> TakeKey()
    {
        var elements = new List<string> { "" };
        while (!AtEnd && Current is not ('=' or ':' or '+' or '{' or '\n'))
        {
            if (Current == '"')
            {
                elements[^1] += TakeQuoted();
            }
            else if (Current == '.')
            {
                elements.Add("");
                Next();
            }
            else
            {
                elements[^1] += Current;
                Next();
            }
        }
        return elements.ConvertAll(element => element.Trim());
    }

    /// <summary>Takes an include and gives the name of what is included; null, and takes nothing, when none is here.</summary>
    public string? TakeInclude()
    {
        if (!At(IncludeWord))
        {
            return null;
        }
        var after = text.AsSpan(Position + IncludeWord.Length).TrimStart(" \t");
        if (after.IndexOf('"') is var quote && (quote < 0 || after[..quote].IndexOfAny("=:{\n") >= 0))
        {
            return null;
        }
        while (Current != '"')
        {
            Next();
        }
        var name = TakeQuoted();
        while (Current is ')' or ' ')
        {
            Next();
        }
        return name;
    }

    private bool At(string expected) => !AtEnd && text.AsSpan(Position).StartsWith(expected, StringComparison.Ordinal);

    private void SkipComment()
    {
        while (!AtEnd && Current != '\n')
        {
            Next();
        }
    }

    /// <summary>Takes a quoted string; what is escaped in it stays as it is written.</summary>
    private string TakeQuoted()
    {
        var (quotes, start) = (At(Triple) ? Triple : "\"", Position);
        Position += quotes.Length;
        while (!AtEnd && !At(quotes))
        {
            if (Current == '\\' && quotes.Length == 1)
            {
                Next();
            }
            Next();
        }
        var content = text[(start + quotes.Length)..Math.Min(Position, text.Length)];
        Position += quotes.Length;
        while (quotes.Length > 1 && Current == '"')
        {
            Position++;
        }
        return content;
    }
}
