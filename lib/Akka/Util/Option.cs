namespace Akka.Util;

/// <summary>A value that may be missing.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Option<T>
{
    /// <summary>No value.</summary>
    public static readonly Option<T> None;

    /// <summary>An option that has a value, unless that is null.</summary>
    /// <param name="value">The value.</param>
    public Option(T value)
    {
        Value = value;
        HasValue = value is not null;
    }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => !HasValue;

    /// <summary>The value, or the type's default.</summary>
    public T Value { get; }

    /// <summary>An option that has a value, unless that is null.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The option.</returns>
    public static Option<T> Create(T value) => new(value);

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Option<T>(T value) => new(value);

    /// <summary>Whether both are empty or hold equal values.</summary>
    /// <param name="left">One option.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Option<T> left, Option<T> right) => left.Equals(right);

    /// <summary>The contrary of equality.</summary>
    /// <param name="left">One option.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Option<T> left, Option<T> right) => !left.Equals(right);

    /// <summary>The value, or another one if it is missing.</summary>
    /// <param name="fallbackValue">What to return instead.</param>
    /// <returns>One of the two.</returns>
    public T GetOrElse(T fallbackValue) => HasValue ? Value : fallbackValue;

    /// <summary>Maps the value, if there is one.</summary>
    /// <param name="selector">What to do with it.</param>
    /// <typeparam name="TNew">The type it becomes.</typeparam>
    /// <returns>The mapped option.</returns>
    public Option<TNew> Select<TNew>(Func<T, TNew> selector) => HasValue ? new Option<TNew>(selector(Value)) : Option<TNew>.None;

    /// <summary>Maps the value, if there is one, to another option.</summary>
    /// <param name="mapper">What to do with it.</param>
    /// <typeparam name="TNew">The type it becomes.</typeparam>
    /// <returns>The mapper's option, or none.</returns>
    public Option<TNew> FlatSelect<TNew>(Func<T, Option<TNew>> mapper) => HasValue ? mapper(Value) : Option<TNew>.None;

    /// <summary>Does something with the value, if there is one.</summary>
    /// <param name="action">What to do.</param>
    public void OnSuccess(Action<T> action)
    {
        if (HasValue) action(Value);
    }

    /// <summary>Whether both are empty or hold equal values.</summary>
    /// <param name="other">The other option.</param>
    /// <returns>True if equal.</returns>
    public bool Equals(Option<T> other) =>
        HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Option<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HasValue ? Value!.GetHashCode() : 0;

    /// <inheritdoc />
    public override string ToString() => HasValue ? $"Some<{Value}>" : "None";
}
