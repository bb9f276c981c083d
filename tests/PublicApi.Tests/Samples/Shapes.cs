#pragma warning disable CA1051, CA1003, CA1008, CA1028, CA1030, CA1045, CA1050, CA1815, CA1819, CA1822, CA2211, CA1032, CA1040, CA1052, CA1062, CA1305, CA1044, CA2225, CA1021, CA1012, CA1805, CA1802, MA0053, CS0067, CS0649, CA1033, CA1047, CA1000, IDE0060, CA1031
// The samples show every shape a public type can have, the unwise ones too.
namespace PublicApi.Tests.Samples;

public enum Signal
{
    Stop = 0,
    Go = 2,
}

public delegate int Change(string from, ref int to);

public interface IShape
{
    double Area { get; }

    void Grow(double factor = 2, Signal when = Signal.Go);
}

public abstract class Shape : IShape
{
    public const string Unit = "mm";
    public static readonly Shape? Nothing = null;
    protected readonly int[] Sides = [];

    protected Shape(string name = "") => Name = name;

    public event EventHandler? Grown;

    public string Name { get; protected internal set; }

    public abstract double Area { get; }

    public int this[string side] => side.Length;

    internal int Secret { get; set; }

    public virtual void Grow(double factor = 2, Signal when = Signal.Go)
    {
    }

    public override string ToString() => Name;

    public static bool operator ==(Shape? left, Shape? right) => ReferenceEquals(left, right);

    public static bool operator !=(Shape? left, Shape? right) => !ReferenceEquals(left, right);

    public override bool Equals(object? obj) => base.Equals(obj);

    public override int GetHashCode() => base.GetHashCode();

    protected static T Pick<T>(Dictionary<string, List<T>> from, int? at = null, CancellationToken token = default, params T[] others) =>
        others[at ?? from.Count];

    protected internal bool TryGet(out Shape? shape)
    {
        shape = null;
        return false;
    }

    public sealed class Corner<TAngle>
    {
        public TAngle? Angle { get; set; }

        public IEnumerable<KeyValuePair<TAngle, Corner<TAngle>.Mark>> Marks() => [];

        public struct Mark
        {
            public int Depth;
        }
    }

    private protected sealed class Hidden;
}

public sealed class Circle : Shape
{
    public override double Area => 3;
}

public sealed record Point(int X)
{
    public int Y { get; init; }
}

public sealed class Hint
{
    internal Hint()
    {
    }

    public int Weight => 1;
}

public static class Measures
{
    public static double AreaOf(this IShape shape) => shape.Area;
}
#pragma warning restore
