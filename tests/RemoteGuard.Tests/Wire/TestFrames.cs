using Google.Protobuf;

namespace RemoteGuard.Tests.Wire;

/// <summary>Frames of Akka.Remote, written by hand, without their length: also what no actor system would send.</summary>
internal static class TestFrames
{
    public const ulong NoNumber = ulong.MaxValue;
    public const int Misc = 16;
    public const int Primitive = 17;
    public const int SystemMessages = 22;
    public const string Watch = "Akka.Dispatch.SysMsg.Watch, Akka";
    public const string Unwatch = "Akka.Dispatch.SysMsg.Unwatch, Akka";
    public const string Death = "Akka.Dispatch.SysMsg.DeathWatchNotification, Akka";

    public static byte[] Associate(string system, string host, int port, ulong uid = 42, string protocol = "tcp") => Message(frame => frame
        .Field(2, Message(control => control.Field(1, 1).Field(2, Message(info => info.Field(1, Address(system, host, port, protocol)).Fixed(2, uid))))));

    /// <summary>2: goodbye, 3: a sign of life, 4: shutting down, 5: quarantined.</summary>
    public static byte[] Control(int command) => Message(frame => frame.Field(2, Message(control => control.Field(1, command))));

    public static byte[] Acknowledge(ulong upTo, params ulong[] missing) => Message(frame => frame.Field(1, Message(container => container.Field(1, Message(ack =>
    {
        ack.Fixed(1, upTo);
        foreach (var number in missing)
            ack.Fixed(2, number);
    })))));

    public static byte[] Envelope(string recipient, byte[] payload, string? sender = null, ulong number = NoNumber) =>
        Message(frame => frame.Field(1, Message(container => container.Field(2, Message(envelope =>
        {
            envelope.Field(1, Reference(recipient)).Field(2, payload);
            if (sender is not null)
                envelope.Field(4, Reference(sender));
            envelope.Fixed(5, number);
        })))));

    public static byte[] Select(string root, byte[] payload, string? sender, params (int Type, string Name)[] elements) => Envelope(root, Payload(6, "", Message(selection =>
    {
        selection.Field(1, payload);
        foreach (var (type, name) in elements)
            selection.Field(2, Message(element => element.Field(1, type).Field(2, Ascii(name))));
    })), sender);

    public static byte[] SelectNames(string root, byte[] payload, string? sender, string path) =>
        Select(root, payload, sender, [.. path.Split('/').Select(name => (2, name))]);

    public static byte[] Payload(int serializer, string manifest, byte[] content) => Message(payload =>
    {
        payload.Field(1, content).Field(2, serializer);
        if (manifest.Length > 0)
            payload.Field(3, Ascii(manifest));
    });

    public static byte[] Text(string text) => Payload(Primitive, "System.String, System.Private.CoreLib", Ascii(text));

    public static byte[] Identify(string id) => Payload(Misc, "ID", Message(identify => identify.Field(1, Text(id))));

    public static byte[] Identity(string path, string id = "id") => Payload(Misc, "AID", Message(identity => identity.Field(1, Text(id)).Field(2, Ascii(path))));

    public static byte[] WatchOf(string watchee, string watcher, string manifest = Watch) =>
        Payload(SystemMessages, manifest, Message(watch => watch.Field(1, Reference(watchee)).Field(2, Reference(watcher))));

    public static byte[] DeathOf(string actor) => Payload(SystemMessages, Death, Message(death => death.Field(1, Reference(actor)).Field(2, 1)));

    public static byte[] Message(Action<Fields> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes))
            write(new Fields(output));
        return bytes.ToArray();
    }

    public static byte[] Reference(string path) => Message(reference => reference.Field(1, Ascii(path)));

    private static byte[] Address(string system, string host, int port, string protocol) => Message(address => address
        .Field(1, Ascii(system)).Field(2, Ascii(host)).Field(3, port).Field(4, Ascii(protocol)));

    private static byte[] Ascii(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    internal sealed class Fields(CodedOutputStream output)
    {
        public Fields Field(int number, byte[] value)
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(value));
            return this;
        }

        public Fields Field(int number, int value)
        {
            output.WriteTag(number, WireFormat.WireType.Varint);
            output.WriteInt32(value);
            return this;
        }

        public Fields Fixed(int number, ulong value)
        {
            output.WriteTag(number, WireFormat.WireType.Fixed64);
            output.WriteFixed64(value);
            return this;
        }
    }
}
