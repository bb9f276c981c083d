using System.Buffers;
using System.Buffers.Binary;

namespace Speed;

/// <summary>What the socket transport carries when nobody looks at the frames: ready-made ones of the size of a "hit", echoed as they are.</summary>
internal static class LimitRun
{
    private const int FrameLength = 190;

    private static readonly SocketEcho Ready = new(Write, static _ => { });

    public static async Task<Table> RunAsync()
    {
        var table = new Table("clients", "frames a second");
        foreach (var clients in RemoteRun.Clients)
            table.Add(Table.Whole(clients), Table.Whole((await MeasureAsync(clients).ConfigureAwait(false)).Rate));
        return table;
    }

    public static Task<Figures> MeasureAsync(int clients) =>
        Measure.FiguresAsync(2L * RemoteRun.Pings * clients, () => Ready.PlayAsync(clients, RemoteRun.Pings));

    private static void Write(IBufferWriter<byte> output)
    {
        var frame = output.GetSpan(sizeof(int) + FrameLength);
        BinaryPrimitives.WriteInt32LittleEndian(frame, FrameLength);
        frame.Slice(sizeof(int), FrameLength).Fill(7);
        output.Advance(sizeof(int) + FrameLength);
    }
}
