using System.Threading.Channels;
using Akka.Actor;
using Akka.Remote.Transport;

namespace Akka.Remote.Tests;

/// <summary>A transport that listens, and the connections others open to it.</summary>
public sealed class Endpoint : IAssociationEventListener
{
    private readonly Channel<AssociationHandle> _inbound = Channel.CreateUnbounded<AssociationHandle>();

    private Endpoint(Transport.Transport transport, Address address)
    {
        Transport = transport;
        Address = address;
    }

    public Transport.Transport Transport { get; }

    public Address Address { get; }

    public static async Task<Endpoint> Listen(Transport.Transport transport)
    {
        var (address, upstream) = await transport.Listen();
        var endpoint = new Endpoint(transport, address);
        upstream.SetResult(endpoint);
        return endpoint;
    }

    public void Notify(IAssociationEvent ev) => _inbound.Writer.TryWrite(Assert.IsType<InboundAssociation>(ev).Association);

    public async Task<AssociationHandle> NextInbound()
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        return await _inbound.Reader.ReadAsync(limit.Token);
    }
}
