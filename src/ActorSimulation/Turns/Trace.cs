using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ActorSimulation.Turns;

/// <summary>All that happens in a world, a line each, and the hashes by which two runs are compared.</summary>
/// <param name="schedule">Tells the time of a line.</param>
/// <param name="lines">Takes the lines; null if only the hashes are wanted.</param>
internal sealed class Trace(Schedule schedule, TextWriter? lines) : IDisposable
{
    private readonly IncrementalHash _all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _wire = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[4096];

    /// <summary>The hash over all lines so far, in hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(_all.GetCurrentHash());

    /// <summary>The hash over all packets so far.</summary>
    public string WireHash => Convert.ToHexStringLower(_wire.GetCurrentHash());

    /// <summary>Something has happened.</summary>
    /// <param name="who">To whom.</param>
    /// <param name="what">What; the first 1000 characters count.</param>
    public void Add(string who, ReadOnlySpan<char> what)
    {
        var length = Begin(who);
        length += Encoding.UTF8.GetBytes(what[..Math.Min(what.Length, 1000)], _buffer.AsSpan(length));
        End(length);
    }

    /// <summary>An actor takes a message from its mailbox.</summary>
    public void AddMessage(string who, string path, string message)
    {
        var length = Begin(who);
        length += Encoding.UTF8.GetBytes(path.AsSpan(0, Math.Min(path.Length, 500)), _buffer.AsSpan(length));
        _buffer[length++] = (byte)' ';
        length += Encoding.UTF8.GetBytes(message.AsSpan(0, Math.Min(message.Length, 500)), _buffer.AsSpan(length));
        End(length);
    }

    /// <summary>A packet is sent. Only its length stands in the lines.</summary>
    public void AddPacket(string from, string to, ReadOnlySpan<byte> bytes)
    {
        Add(from, string.Create(CultureInfo.InvariantCulture, $"sends {bytes.Length} bytes to {to}"));
        var length = Begin(from);
        length += Encoding.UTF8.GetBytes(to, _buffer.AsSpan(length));
        _buffer[length++] = (byte)'\n';
        _wire.AppendData(_buffer, 0, length);
        _wire.AppendData(bytes);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _all.Dispose();
        _wire.Dispose();
    }

    private int Begin(string who)
    {
        schedule.Now.Ticks.TryFormat(_buffer, out var length, default, CultureInfo.InvariantCulture);
        _buffer[length++] = (byte)' ';
        length += Encoding.UTF8.GetBytes(who.AsSpan(0, Math.Min(who.Length, 200)), _buffer.AsSpan(length));
        _buffer[length++] = (byte)' ';
        return length;
    }

    private void End(int length)
    {
        if (lines is not null)
            WriteLine(length);
        _buffer[length++] = (byte)'\n';
        _all.AppendData(_buffer, 0, length);
    }

    private void WriteLine(int length)
    {
        var text = Encoding.UTF8.GetString(_buffer, 0, length);
        var afterTime = text.IndexOf(' ', StringComparison.Ordinal);
        lines!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{schedule.Now.TotalSeconds,12:F6}{text.AsSpan(afterTime)}"));
    }
}
