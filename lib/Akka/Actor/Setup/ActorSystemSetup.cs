using System.Collections.Immutable;
using Akka.Util;

namespace Akka.Actor.Setup;

/// <summary>The setups of an actor system, at most one of each type. Immutable.</summary>
public sealed class ActorSystemSetup
{
    /// <summary>No setup at all.</summary>
    public static readonly ActorSystemSetup Empty = new(ImmutableDictionary<Type, Setup>.Empty);

    private readonly ImmutableDictionary<Type, Setup> _setups;

    private ActorSystemSetup(ImmutableDictionary<Type, Setup> setups) => _setups = setups;

    /// <summary>Puts setups together; the last one of a type wins.</summary>
    /// <param name="setup">The setups.</param>
    /// <returns>All of them.</returns>
    public static ActorSystemSetup Create(params Setup[] setup) =>
        new(setup.Aggregate(Empty._setups, (all, one) => all.SetItem(one.GetType(), one)));

    /// <summary>The setup of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The setup, or none.</returns>
    public Option<T> Get<T>() where T : Setup =>
        _setups.TryGetValue(typeof(T), out var setup) ? new Option<T>((T)setup) : Option<T>.None;

    /// <summary>Adds a setup, in place of an earlier one of its type.</summary>
    /// <param name="setup">The setup.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>A new collection of setups.</returns>
    public ActorSystemSetup WithSetup<T>(T setup) where T : Setup => new(_setups.SetItem(setup.GetType(), setup));

    /// <summary>The same as <see cref="WithSetup{T}"/>.</summary>
    /// <param name="setup">The setup.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>A new collection of setups.</returns>
    public ActorSystemSetup And<T>(T setup) where T : Setup => WithSetup(setup);

    /// <inheritdoc />
    public override string ToString() =>
        $"ActorSystemSetup({string.Join(", ", _setups.Keys.Select(type => type.Name).Order(StringComparer.Ordinal))})";
}
