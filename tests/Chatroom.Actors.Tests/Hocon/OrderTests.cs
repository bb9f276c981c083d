using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md: a substitution is looked up in the whole of the text. So, without cycles, it does not matter in which order
// different keys are defined; only the order of the assignments to one key does.
public class OrderTests
{
    private const int Seed = 77;

    private static readonly string[] Names = ["a", "b", "c", "d"];

    private readonly Random _random = new(Seed);

    // A value refers only to names below the one it is assigned to.
    private int _below;

    [Fact]
    public void The_order_of_different_keys_does_not_matter()
    {
        var parsed = 0;
        for (var i = 0; i < 3000; i++)
        {
            var lines = Enumerable.Range(0, _random.Next(2, 7)).Select(_ => Line()).ToList();
            var expected = Read(lines);
            var reordered = Reorder(lines);
            var actual = Read(reordered);
            parsed += expected == null ? 0 : 1;
            Assert.True(expected == actual,
                $"seed {Seed}, text {i}:\n{string.Join('\n', lines)}\n= {expected}\n\n{string.Join('\n', reordered)}\n= {actual}");
        }

        Assert.True(parsed > 1000, $"only {parsed} texts were valid");
    }

    private static string? Read(List<string> lines)
    {
        try
        {
            return Canonical(Reading.Parse(string.Join('\n', lines)));
        }
        catch (HoconException)
        {
            return null;
        }
    }

    private static string Canonical(HoconValue value) => value switch
    {
        HoconObject o => $"{{{string.Join(',', o.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}:{Canonical(f.Value.Value)}"))}}}",
        HoconArray array => $"[{string.Join(',', array.Items.Select(Canonical))}]",
        _ => ((HoconScalar)value).Text,
    };

    private List<string> Reorder(List<string> lines)
    {
        var queues = lines.GroupBy(line => line[0]).Select(group => new Queue<string>(group)).ToList();
        var reordered = new List<string>();
        while (queues.Count > 0)
        {
            var queue = queues[_random.Next(queues.Count)];
            reordered.Add(queue.Dequeue());
            queues.RemoveAll(q => q.Count == 0);
        }

        return reordered;
    }

    private string Line()
    {
        _below = _random.Next(Names.Length);
        var rest = _random.Next(2) == 0 ? "" : "." + Path();
        return Names[_below] + rest + (_random.Next(8) == 0 ? " += " : " = ") + Value(0);
    }

    private string Path() => Name() + (_random.Next(3) == 0 ? "." + Name() : "");

    private string Name() => Names[_random.Next(Names.Length)];

    private string Reference() =>
        _below == 0 ? "7" : $"${{?{Names[_random.Next(_below)]}{(_random.Next(2) == 0 ? "." + Path() : "")}}}";

    private string Value(int depth) => _random.Next(depth > 2 ? 4 : 8) switch
    {
        0 or 1 => _random.Next(10).ToString(System.Globalization.CultureInfo.InvariantCulture),
        2 => Reference(),
        3 => $"{Reference()} {Reference()}",
        4 => $"{Reference()} {Object(depth)}",
        5 => $"[{Value(depth + 1)}, {Value(depth + 1)}]",
        _ => Object(depth),
    };

    private string Object(int depth) => $"{{ {Path()} = {Value(depth + 1)}, {Path()} = {Value(depth + 1)} }}";
}
