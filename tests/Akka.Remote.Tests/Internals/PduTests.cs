using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

public class PduTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_bytes_are_read_or_refused_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 5000; i++)
        {
            var bytes = new byte[random.Next(0, 200)];
            random.NextBytes(bytes);
            Read(ByteString.CopyFrom(bytes));
        }
    }

    [Fact]
    public void A_recorded_frame_with_a_byte_changed_is_read_or_refused_and_nothing_else()
    {
        foreach (var frame in RecordedFrame.All)
        {
            for (var at = 0; at < frame.Content.Length; at++)
            {
                var bytes = (byte[])frame.Content.Clone();
                bytes[at] ^= 0x55;
                Read(ByteString.CopyFrom(bytes));
            }
        }
    }

    [Theory]
    [InlineData("", "127.0.0.1", 1u)]
    [InlineData("Sys", "", 1u)]
    [InlineData("Sys", "127.0.0.1", 0u)]
    [InlineData("Sys", "127.0.0.1", 65536u)]
    public void A_handshake_needs_a_complete_address(string system, string host, uint port)
    {
        var handshake = new Proto.AkkaHandshakeInfo
        {
            Origin = new Proto.AddressData { System = system, Hostname = host, Port = port, Protocol = "tcp" },
        };

        Assert.Throws<PduException>(() => Pdu.ReadOrigin(handshake));
    }

    private static void Read(ByteString bytes)
    {
        try
        {
            var message = Pdu.ReadMessage(bytes);
            if (message.Instruction is null)
                Pdu.ReadPayload(message.Payload);
        }
        catch (PduException)
        {
            // Refused, as it should be.
        }
    }
}
