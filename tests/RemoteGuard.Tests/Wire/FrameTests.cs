using RemoteGuard.Wire;

namespace RemoteGuard.Tests.Wire;

/// <summary>What is read of a frame.</summary>
public sealed class FrameTests
{
    private const string Node = "akka.tcp://Here@127.0.0.1:8080/";
    private const string Peer = "akka.tcp://Peer@127.0.0.1:9090/";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_quickly_or_field_by_field_it_is_the_same(int seed)
    {
        var random = new Random(seed);
        var legal = LegalFrames.Of(Node, "user/room", Peer, TestFrames.Text(new string('x', 300)));

        foreach (var frame in Enumerable.Range(0, 20_000).Select(number => number < legal.Count ? legal[number] : FieldMutation.Of(random, legal)))
            Assert.Equal(Parts(Frame.ReadAny(frame)), Parts(Frame.Read(frame)));
    }

    [Fact]
    public void The_usual_layout_is_that_of_most_messages()
    {
        var message = TestFrames.Envelope(Node + "user/room", TestFrames.Text("x"), Peer + "user/bot#12");

        Assert.Equal((FrameKind.Message, Node + "user/room", Peer + "user/bot#12", TestFrames.Primitive, TestFrames.NoNumber), Heading(Frame.Read(message)));
    }

    private static (FrameKind, string, string, int, ulong) Heading(Frame frame) =>
        (frame.Kind, Text(frame.Recipient), Text(frame.Sender), frame.Payload.Serializer, frame.Number);

    // Of what is broken nobody looks at the parts.
    private static string Parts(Frame frame) => frame.Kind == FrameKind.Broken
        ? "broken"
        : string.Join(' ', frame.Kind, Text(frame.Handshake), frame.Missing, Text(frame.Recipient), Text(frame.Sender), frame.Number,
            frame.Payload.Serializer, Text(frame.Payload.Manifest), Text(frame.Payload.Content));

    private static string Text(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes) is var hex && System.Text.Ascii.IsValid(bytes) ? System.Text.Encoding.ASCII.GetString(bytes) : hex;
}
