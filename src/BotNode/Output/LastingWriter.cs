using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Chatroom.Actors;

namespace BotNode.Output;

/// <summary>
/// A text writer that outlives its target: if that takes no more, because a disk is full or nobody reads, it says so
/// once and drops what comes after. Code that writes need not check; code that ends things does.
/// </summary>
/// <param name="to">Takes the text; disposed of with this.</param>
/// <param name="sync">Brings what was flushed to where it survives a failure of the machine; null if there is no such place.</param>
internal sealed class LastingWriter(TextWriter to, Action? sync = null) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly CancellationTokenSource _lost = new();
    private volatile string? _problem;

    /// <summary>Cancelled when nothing more is taken.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>What went wrong, in the system's words; null if nothing did, or if only the reader is gone.</summary>
    public string? Problem => _problem;

    /// <inheritdoc />
    public override Encoding Encoding => to.Encoding;

    /// <inheritdoc />
    [AllowNull]
    public override string NewLine
    {
        get => to.NewLine;
        set => to.NewLine = value;
    }

    /// <summary>From now on drops everything: nobody reads it.</summary>
    public void Lose() => _ = _lost.CancelAsync();

    /// <inheritdoc />
    public override void Write(char value) => Write([value]);

    /// <inheritdoc />
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc />
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (_lost.IsCancellationRequested)
            return;
        try
        {
            to.Write(buffer);
        }
        catch (Exception error) when (IsLoss(error))
        {
            Lose(error);
        }
    }

    /// <inheritdoc />
    public override void WriteLine() => Write(NewLine);

    // A line is for people: what could deceive them is shown by its code. It goes out in one piece, also when several threads write.
    /// <inheritdoc />
    public override void WriteLine(string? value) => Write((value is null ? "" : VisibleText.Of(value, isOneLine: false)) + NewLine);

    /// <inheritdoc />
    public override void Flush() => Try(to.Flush);

    /// <summary>Waits until all that was flushed is where it survives a failure of the machine.</summary>
    public void Sync()
    {
        if (sync is not null)
            Try(sync);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                to.Dispose();
            }
            catch (Exception error) when (IsLoss(error))
            {
                Lose(error);
            }

            _lost.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Try(Action action)
    {
        if (_lost.IsCancellationRequested)
            return;
        try
        {
            action();
        }
        catch (Exception error) when (IsLoss(error))
        {
            Lose(error);
        }
    }

    private static bool IsLoss(Exception error) => error is IOException or UnauthorizedAccessException;

    private void Lose(Exception error)
    {
        _problem ??= error.Message;
        Lose();
    }
}
