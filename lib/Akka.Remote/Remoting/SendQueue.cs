using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Event;

namespace Akka.Remote;

/// <summary>
/// What waits to be written for one peer, in order. A sender that is faster than the network finds it full: memory has an end.
/// Not thread safe: its association's lock guards it.
/// </summary>
internal sealed class SendQueue(Address remote, AssociationContext context)
{
    private readonly Queue<(Outgoing Message, int Bytes)> _waiting = new();
    private readonly DropLog _dropped = new(context.Scheduler, text => context.Log(LogLevel.WarningLevel, text));
    private long _bytes;
    private bool _isWarnedOf;

    internal int Count => _waiting.Count;

    /// <summary>Appends a message. False: the queue is full; that is counted and logged.</summary>
    internal bool TryAdd(Outgoing message)
    {
        var limits = context.Settings.Limits;
        var bytes = message.Frame?.Length ?? 0;
        if (_waiting.Count >= limits.SendQueueMessages || _bytes + bytes > limits.SendQueueBytes)
            return Refuse("send-queue-messages, send-queue-bytes");
        if (!context.Peers.SendQueues.TryTake(bytes))
            return Refuse("all-send-queues-bytes");

        _waiting.Enqueue((message, bytes));
        _bytes += bytes;
        WarnOnce();
        return true;
    }

    /// <summary>The one that is next.</summary>
    internal bool TryPeek([NotNullWhen(true)] out Outgoing? next)
    {
        var found = _waiting.TryPeek(out var first);
        next = first.Message;
        return found;
    }

    /// <summary>Takes away the one that is next.</summary>
    internal void Dequeue()
    {
        var bytes = _waiting.Dequeue().Bytes;
        _bytes -= bytes;
        context.Peers.SendQueues.Return(1, bytes);
        _isWarnedOf &= _waiting.Count > 0;
    }

    /// <summary>Takes all away.</summary>
    internal List<Outgoing> Clear()
    {
        List<Outgoing> all = [.. _waiting.Select(waiting => waiting.Message)];
        context.Peers.SendQueues.Return(_waiting.Count, _bytes);
        _waiting.Clear();
        _bytes = 0;
        _isWarnedOf = false;
        return all;
    }

    /// <summary>A queue that hovers about the number is not worth a line each time: it has one until it has been empty.</summary>
    private void WarnOnce()
    {
        if (_isWarnedOf || _waiting.Count < context.Settings.LogBufferSizeExceeding)
            return;
        _isWarnedOf = true;
        context.Log(LogLevel.WarningLevel, $"{_waiting.Count} messages wait to be sent to {remote}");
    }

    private bool Refuse(string limits)
    {
        _dropped.Add(
            () => $"Messages to {remote} come faster than they go: {_waiting.Count} wait ({_bytes} bytes), and what comes on top goes to dead letters (akka.remote.limits.{limits})",
            count => $"{count} more messages to {remote} went to dead letters: they come faster than they go");
        return false;
    }
}
