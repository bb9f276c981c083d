using System.Globalization;
using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Two values that had to be equal are not.</summary>
/// <param name="format">What went wrong, as a composite format.</param>
/// <param name="args">The format's arguments.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "The constructors are the official API's.")]
public class AkkaEqualException(string format = "", params object[] args) : XunitException(Format(format, args))
{
    /// <summary>Makes the exception for two values.</summary>
    /// <param name="expected">What should be.</param>
    /// <param name="actual">What is.</param>
    /// <param name="format">What went wrong, as a composite format; null for nothing more to say.</param>
    /// <param name="args">The format's arguments.</param>
    /// <returns>The exception.</returns>
    public static AkkaEqualException ForMismatchedValues(object? expected, object? actual, string? format = null, params object[] args)
    {
        var message = Format(format ?? "", args);
        return new AkkaEqualException("{0}", $"{(message.Length > 0 ? message + "\n" : "")}Expected: {expected ?? "(null)"}\nActual:   {actual ?? "(null)"}");
    }

    internal static string Format(string format, object[] args) =>
        args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args);
}
