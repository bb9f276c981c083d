using System.Reflection;
using Akka.Util;

namespace ActorSimulation.Engine;

/// <summary>
/// Makes Akka.NET draw its numbers, such as the uids of actors and systems, from a world. It draws them from a Random that it keeps for
/// each thread; its field is private, the value in it can be set.
/// </summary>
/// <param name="chance">Where the numbers come from.</param>
internal sealed class AkkaChance(Chance chance) : Random
{
    private static readonly ThreadLocal<Random> OfEachThread =
        typeof(ThreadLocalRandom).GetFields(BindingFlags.NonPublic | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ThreadLocal<Random>>().SingleOrDefault()
        ?? throw new SimulationException("This version of Akka.NET does not keep its chance in ThreadLocalRandom, as Akka 1.5 does.");

    /// <summary>From now on Akka.NET draws from a world on this thread.</summary>
    public static void DrawFrom(Chance chance) => OfEachThread.Value = new AkkaChance(chance);

    /// <inheritdoc />
    public override int Next() => (int)(chance.Next() >> 34);

    /// <inheritdoc />
    public override int Next(int maxValue) => chance.Below(maxValue);

    /// <inheritdoc />
    public override int Next(int minValue, int maxValue) => minValue + chance.Below(maxValue - minValue);

    /// <inheritdoc />
    public override double NextDouble() => chance.Fraction();

    /// <inheritdoc />
    public override void NextBytes(byte[] buffer) => chance.Fill(buffer);

    /// <inheritdoc />
    protected override double Sample() => chance.Fraction();
}
