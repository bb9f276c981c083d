using System.Runtime.Serialization;
using Akka.Remote.Proto;

namespace Akka.Remote.Serialization;

/// <summary>Exceptions on the wire: out by name, in as <see cref="RemoteFailureException"/> whatever the name.</summary>
internal static class ExceptionWire
{
    // Deeper than any real chain of causes, and shallow enough for any stack.
    private const int MaximumDepth = 32;

    internal static ExceptionData? ToWire(Exception? exception, int depth = 0)
    {
        if (exception is null || depth == MaximumDepth)
            return null;
        var data = new ExceptionData
        {
            TypeName = NameOf(exception.GetType()),
            Message = exception.Message,
            StackTrace = exception.StackTrace ?? string.Empty,
            Source = exception.Source ?? string.Empty,
        };
        if (ToWire(exception.InnerException, depth + 1) is { } inner)
            data.InnerException = inner;
        return data;
    }

    internal static Exception FromWire(ExceptionData? data, int depth = 0)
    {
        if (data is null)
            return new RemoteFailureException("System.Exception", "The sender gave no reason", string.Empty, null);
        var inner = data.InnerException is null || depth == MaximumDepth ? null : FromWire(data.InnerException, depth + 1);
        return new RemoteFailureException(data.TypeName, data.Message, data.StackTrace, inner);
    }

    /// <summary>The nearest type whose state is no more than every exception's, so that the other side can rebuild it.</summary>
    private static string NameOf(Type type)
    {
        while (type.GetMethod(nameof(ISerializable.GetObjectData))?.DeclaringType != typeof(Exception) && type.BaseType is { } parent)
            type = parent;
        return $"{type.FullName}, {type.Assembly.GetName().Name}";
    }
}
