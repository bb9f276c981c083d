namespace Chatroom.Actors;

/// <summary>What a line must be.</summary>
internal abstract record ExpectedLine
{
    private const char Anything = '*';

    /// <summary>Whether a line is as expected.</summary>
    /// <param name="line">The line in the form of <see cref="UnicodeForms.Decomposed"/>: it is compared with many.</param>
    public abstract bool Fits(string line);

    /// <summary>This text.</summary>
    public sealed record Exactly(string Text) : ExpectedLine
    {
        private readonly string _form = UnicodeForms.Decomposed(Text);

        /// <inheritdoc />
        public override bool Fits(string line) => line == _form;

        /// <inheritdoc />
        public override string ToString() => Text;
    }

    /// <summary>This text, in which a <c>*</c> stands for any text, even none.</summary>
    public sealed record Like(string Pattern) : ExpectedLine
    {
        private readonly string _form = UnicodeForms.Decomposed(Pattern);

        /// <inheritdoc />
        public override bool Fits(string line)
        {
            var parts = _form.Split(Anything);
            if (parts is [var all])
            {
                return line == all;
            }
            if (line.Length < parts[0].Length + parts[^1].Length
                || !line.StartsWith(parts[0], StringComparison.Ordinal) || !line.EndsWith(parts[^1], StringComparison.Ordinal))
            {
                return false;
            }
            var between = line.AsSpan()[parts[0].Length..^parts[^1].Length];
            foreach (var part in parts[1..^1])
            {
                var at = between.IndexOf(part, StringComparison.Ordinal);
                if (at < 0)
                {
                    return false;
                }
                between = between[(at + part.Length)..];
            }
            return true;
        }

        /// <inheritdoc />
        public override string ToString() => $"like {Pattern}";
    }

    /// <summary>One of these.</summary>
    public sealed record OneOf(ValueList<ExpectedLine> Lines) : ExpectedLine
    {
        /// <inheritdoc />
        public override bool Fits(string line) => Lines.Any(one => one.Fits(line));

        /// <inheritdoc />
        public override string ToString() => $"one of: {string.Join(" | ", Lines)}";
    }
}
