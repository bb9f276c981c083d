using System.Text;
using RemoteGuard.Rules;

namespace RemoteGuard.Tests.Rules;

/// <summary>The actors that were made known.</summary>
public sealed class KnownReferencesTests
{
    [Fact]
    public void Who_was_added_is_known()
    {
        var known = new KnownReferences(4);
        known.Add("user/a#1"u8);

        Assert.True(known.Contains("user/a#1"u8));
        Assert.False(known.Contains("user/a#2"u8));
        Assert.False(known.Contains("user/a"u8));
    }

    [Fact]
    public void Of_many_the_last_are_known()
    {
        var known = new KnownReferences(4);

        for (var number = 0; number < 100; number++)
            known.Add(Path(number));

        Assert.False(known.Contains(Path(0)));
        Assert.All(Enumerable.Range(96, 4), number => Assert.True(known.Contains(Path(number))));
        Assert.InRange(Enumerable.Range(0, 100).Count(number => known.Contains(Path(number))), 4, 10);
    }

    [Fact]
    public void Who_is_spoken_to_stays_known()
    {
        var known = new KnownReferences(4);
        known.Add("user/a#1"u8);

        for (var number = 0; number < 100; number++)
        {
            known.Add(Path(number));
            Assert.True(known.Contains("user/a#1"u8));
        }
    }

    private static byte[] Path(int number) => Encoding.ASCII.GetBytes($"temp/{number}");
}
