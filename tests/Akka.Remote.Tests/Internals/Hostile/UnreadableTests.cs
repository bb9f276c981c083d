using Akka.Actor;
using Akka.Remote.Proto;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Messages that nobody can read are dropped, and the association lives on.</summary>
public sealed class UnreadableTests : HostileTest
{
    private static readonly ByteString Question = ByteString.CopyFromUtf8("?");

    public static TheoryData<string> Kinds => [.. Unreadable.Keys];

    private static Dictionary<string, Payload> Unreadable { get; } = new()
    {
        ["an unknown serializer"] = Frames.Payload(9999, "", Question),
        ["a serializer below zero"] = Frames.Payload(-1, "", Question),
        ["the serializer of nothing"] = Frames.Payload(0, ""),
        ["the serializer of JSON"] = Frames.Payload(1, "System.Diagnostics.Process, System", ByteString.CopyFromUtf8("{}")),
        ["a type as manifest"] = Frames.Payload(17, "System.Diagnostics.Process, System", Question),
        ["a manifest that is no text"] = new Payload { SerializerId = 17, MessageManifest = ByteString.CopyFrom(255, 254, 0), Message = Question },
        ["a manifest that breaks a line"] = Frames.Payload(17, "\r\n\u001b[2J[ERROR] all is lost", Question),
        ["a manifest as long as a frame"] = Frames.Payload(17, new string('x', 100_000), Question),
        ["an int of three bytes"] = Frames.Payload(17, "I", ByteString.CopyFromUtf8("abc")),
        ["a long of nine bytes"] = Frames.Payload(17, "L", ByteString.CopyFrom(new byte[9])),
        ["a string that is no UTF-8"] = Frames.Payload(17, "S", ByteString.CopyFrom(0xC0, 0x80)),
        ["a string of half a surrogate"] = Frames.Payload(17, "S", ByteString.CopyFrom(0xED, 0xA0, 0x80)),
        ["an Identify that is none"] = Frames.Payload(16, "ID", Question),
        ["a reference that is none"] = Frames.Payload(16, "AR", Question),
        ["a failure that is none"] = Frames.Payload(16, "STF", Question),
        ["a small message that there isn't"] = Frames.Small("XX"),
        ["a selection that is none"] = Frames.Payload(6, "", Question),
        ["a selection without a message"] = Frames.Payload(6, "", new SelectionEnvelope { Pattern = { Frames.Child("user") } }.ToByteString()),
        ["a Protobuf message of our own"] = Frames.Payload(2, "Akka.Remote.Proto.Payload, Akka.Remote"),
        ["a Protobuf message without a name"] = Frames.Payload(2, ""),
        ["a Protobuf message that is another type"] = Frames.Payload(2, "System.String, System.Private.CoreLib", Question),
        ["a system message that is none"] = Frames.Payload(22, "Akka.Dispatch.SysMsg.Watch, Akka", Question),
        ["a system message of nobody"] = Frames.System("Watch", new WatchData()),
        ["a system message without a name"] = Frames.Payload(22, ""),
        ["a message of the program's with another manifest"] = Frames.Payload(4711, "?", Question),
        ["a message of the program's that its serializer can't read"] = Frames.Payload(4711, "N"),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_is_dropped_with_a_warning(string what)
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(RecorderPath, Unreadable[what]));

        await AssertStillHeard(peer);
        Assert.Single(await Warnings(), line => line.StartsWith("Dropped a message for", StringComparison.Ordinal));
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task An_envelope_without_a_message_is_dropped()
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(RecorderPath, null));

        await AssertStillHeard(peer);
        Assert.Single(await Warnings());
    }

    [Fact]
    public async Task An_envelope_for_nobody_is_dropped()
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope("", Frames.Text("lost")));

        await AssertStillHeard(peer);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(2_000)]
    public async Task Status_in_status_is_read_to_a_limited_depth(int depth)
    {
        using var peer = await Stranger();
        var nested = Frames.Text("innermost");
        for (var i = 0; i < depth; i++)
            nested = Frames.Small("STS", new StatusSuccess { Status = nested });

        await peer.SendFrame(Frames.Envelope(RecorderPath, nested));

        await AssertStillHeard(peer);
        Assert.Single(await Warnings());
    }

    [Fact]
    public async Task A_failure_in_the_state_of_a_failure_is_read_to_a_limited_depth()
    {
        using var peer = await Stranger();
        var nested = Frames.Text("innermost");
        for (var i = 0; i < 40; i++)
            nested = Frames.Small("STF", new StatusFailure { State = nested, Cause = new ExceptionData { Message = "why" } });

        await peer.SendFrame(Frames.Envelope(RecorderPath, nested));

        await AssertStillHeard(peer);
        Assert.Single(await Warnings());
    }

    [Fact]
    public async Task A_selection_in_a_selection_goes_nowhere()
    {
        using var peer = await Stranger();
        var nested = Frames.Text("innermost");
        for (var i = 0; i < 5; i++)
            nested = Frames.Selected(nested, Frames.Child("user"), Frames.Child("recorder"));

        await peer.SendFrame(Frames.Envelope(At("/"), nested));

        await AssertStillHeard(peer);
        Assert.Single(await Warnings());
    }

    [Theory]
    [InlineData(33)]
    [InlineData(80)]
    public async Task Exceptions_in_exceptions_are_read_to_a_limited_depth(int depth)
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Small("STF", new StatusFailure { Cause = Chain(depth) })));

        var cause = (await Recorder.Next<Status.Failure>()).Cause;
        var length = 0;
        for (var at = cause; at is not null; at = at.InnerException)
            length++;
        Assert.Equal(33, length);
    }

    [Fact]
    public async Task A_chain_of_exceptions_without_end_is_dropped()
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Small("STF", new StatusFailure { Cause = Chain(1_000) })));

        await AssertStillHeard(peer);
        Assert.Single(await Warnings());
    }

    private static ExceptionData Chain(int depth)
    {
        var chain = new ExceptionData { Message = "0" };
        for (var i = 1; i < depth; i++)
            chain = new ExceptionData { Message = "more", InnerException = chain };
        return chain;
    }
}
