using Akka.Actor;

namespace ActorSimulation.Engine;

/// <summary>How the path of an actor stands in a trace.</summary>
internal static class TracedPath
{
    // Their numbers count all actor systems of the process, so they differ between two runs.
    private static readonly string[] Counted = ["/system/transports/akkaprotocolmanager.tcp.", "/system/EventStreamUnsubscriber-"];

    /// <summary>The path, without its address and without what counts systems.</summary>
    public static string Of(ActorPath path)
    {
        var text = path.ToStringWithoutAddress();
        if (Array.Find(Counted, start => text.StartsWith(start, StringComparison.Ordinal)) is not { } counted)
            return text;
        var end = counted.Length;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return string.Concat(counted, "N", text.AsSpan(end));
    }
}
