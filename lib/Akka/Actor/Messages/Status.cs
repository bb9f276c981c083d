namespace Akka.Actor;

/// <summary>An answer that says whether what was asked for worked.</summary>
public abstract class Status
{
    /// <summary>It worked.</summary>
    public sealed class Success : Status
    {
        /// <summary>A success without a result.</summary>
        public static readonly Success Instance = new(null);

        /// <summary>The result, or null.</summary>
        public readonly object? Status;

        /// <summary>Makes a success.</summary>
        public Success(object? status) => Status = status;

        /// <inheritdoc />
        public override string ToString() => $"Success: {Status}";
    }

    /// <summary>It failed; an Ask that gets this throws the cause.</summary>
    public sealed class Failure : Status
    {
        /// <summary>Why it failed.</summary>
        public readonly Exception Cause;

        /// <summary>Whatever goes with the failure, or null.</summary>
        public readonly object? State;

        /// <summary>Makes a failure.</summary>
        public Failure(Exception cause)
            : this(cause, null)
        {
        }

        /// <summary>Makes a failure with something more to say.</summary>
        public Failure(Exception cause, object? state)
        {
            Cause = cause;
            State = state;
        }

        /// <inheritdoc />
        public override string ToString() => $"Failure: {Cause}";
    }
}
