using Google.Protobuf;

namespace RemoteGuard.Tests.Wire;

/// <summary>Frames that are changed in one field, somewhere inside, and right around it: they come further than others.</summary>
internal static class FieldMutation
{
    // How deep in a frame they stand. Outside of them any change is the end of the connection.
    private const int Container = 1;
    private const int Envelope = 3;

    private const int Inside = 11;

    private sealed record Field(uint Tag, ulong Number, byte[]? Bytes);

    /// <summary>A good frame's content with a change in one field; the lengths of what it stands in are mended.</summary>
    public static byte[] Of(Random random, IReadOnlyList<byte[]> good) => Changed(good[random.Next(good.Count)], random, good, depth: 0);

    private static byte[] Changed(byte[] message, Random random, IReadOnlyList<byte[]> good, int depth)
    {
        var fields = Fields(message);
        if (fields.Count == 0 || (depth >= Envelope && random.Next(6) == 0))
            return message.Length == 0 ? FrameMutation.Noise(random, 8) : FrameMutation.Of(message, random, good);

        var at = random.Next(fields.Count);
        var field = fields[at];
        switch (depth >= Container ? random.Next(12) : Inside)
        {
            case 0:
                fields.RemoveAt(at);
                break;
            case 1:
                fields.Insert(at, field);
                break;
            case 2:
                fields[at] = field with { Tag = WireFormat.MakeTag(random.Next(1, 9), WireFormat.GetTagWireType(field.Tag)) };
                break;
            default:
                fields[at] = field.Bytes is { } inner
                    ? field with { Bytes = Changed(inner, random, good, depth + 1) }
                    : field with { Number = random.Next(3) == 0 ? ulong.MaxValue : (ulong)random.NextInt64() >> random.Next(63) };
                break;
        }

        return Written(fields);
    }

    /// <summary>The fields of a message; none when the bytes are something else.</summary>
    private static List<Field> Fields(byte[] message)
    {
        var fields = new List<Field>();
        using var input = new CodedInputStream(message);
        try
        {
            while (input.ReadTag() is var tag and not 0)
            {
                switch (WireFormat.GetTagWireType(tag))
                {
                    case WireFormat.WireType.Varint:
                        fields.Add(new Field(tag, input.ReadUInt64(), null));
                        break;
                    case WireFormat.WireType.Fixed64:
                        fields.Add(new Field(tag, input.ReadFixed64(), null));
                        break;
                    case WireFormat.WireType.LengthDelimited:
                        fields.Add(new Field(tag, 0, input.ReadBytes().ToByteArray()));
                        break;
                    default:
                        return [];
                }
            }
        }
        catch (InvalidProtocolBufferException)
        {
            return [];
        }

        return fields;
    }

    private static byte[] Written(List<Field> fields)
    {
        using var stream = new MemoryStream();
        using var output = new CodedOutputStream(stream);
        foreach (var (tag, number, bytes) in fields)
        {
            output.WriteTag(tag);
            if (bytes is not null)
                output.WriteBytes(UnsafeByteOperations.UnsafeWrap(bytes));
            else if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.Fixed64)
                output.WriteFixed64(number);
            else
                output.WriteUInt64(number);
        }

        output.Flush();
        return stream.ToArray();
    }
}
