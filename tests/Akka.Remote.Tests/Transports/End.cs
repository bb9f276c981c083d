using System.Threading.Channels;
using Akka.Remote.Transport;
using Google.Protobuf;

namespace Akka.Remote.Tests;

/// <summary>One end of a connection, whose events a test reads one after the other.</summary>
public sealed class End : IHandleEventListener
{
    private readonly Channel<IHandleEvent> _events = Channel.CreateUnbounded<IHandleEvent>();

    private End(AssociationHandle handle) => Handle = handle;

    public AssociationHandle Handle { get; }

    /// <summary>Whether something came that nobody has read.</summary>
    public bool HasMore => _events.Reader.TryPeek(out _);

    public static End ReadBy(AssociationHandle handle)
    {
        var end = new End(handle);
        handle.ReadHandlerSource.SetResult(end);
        return end;
    }

    public void Notify(IHandleEvent ev) => _events.Writer.TryWrite(ev);

    public async Task<ByteString> NextPayload() => Assert.IsType<InboundPayload>(await Next()).Payload;

    public async Task<Disassociated> NextEnd() => Assert.IsType<Disassociated>(await Next());

    /// <summary>All that comes before the end.</summary>
    public async Task<List<ByteString>> PayloadsToEnd()
    {
        var payloads = new List<ByteString>();
        while (await Next() is InboundPayload inbound)
            payloads.Add(inbound.Payload);
        return payloads;
    }

    /// <summary>Writes as soon as the connection takes it.</summary>
    public async Task Write(ByteString frame)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (!Handle.Write(frame))
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, limit.Token);
    }

    public Task WriteAll(int count) => Task.Run(async () =>
    {
        for (var i = 0; i < count; i++)
            await Write(ByteString.CopyFromUtf8($"frame {i}"));
    });

    /// <summary>Sends back what comes, until the end.</summary>
    public async Task EchoAll()
    {
        await foreach (var ev in _events.Reader.ReadAllAsync())
        {
            if (ev is InboundPayload inbound)
                await Write(inbound.Payload);
            else
                return;
        }
    }

    private async Task<IHandleEvent> Next()
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        return await _events.Reader.ReadAsync(limit.Token);
    }
}
