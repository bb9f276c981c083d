using System.Reflection;

namespace PublicApi.Tests;

public sealed class LibraryTests
{
    private static readonly string[] Libraries = ["Hocon", "Akka", "Akka.Remote", "Akka.TestKit.Xunit2"];
    private static readonly Listing Official =
        Listing.Load("Hocon", "Akka", "Akka.Remote", "Akka.TestKit", "Akka.TestKit.Xunit2");

    private static readonly Lazy<HashSet<string>> Ours = new(() =>
        Libraries.SelectMany(name => Surface.Types(Assembly.Load(name))).Select(type => ApiComparer.OpenName(TypeNames.Of(type)))
            .ToHashSet(StringComparer.Ordinal));

    [Theory]
    [InlineData("Hocon")]
    [InlineData("Akka")]
    [InlineData("Akka.Remote")]
    [InlineData("Akka.TestKit.Xunit2")]
    public void Everything_public_has_the_official_shape(string library)
    {
        var comparer = new ApiComparer(Official, Ours.Value.Contains);
        var types = Surface.Types(Assembly.Load(library)).ToList();
        Assert.NotEmpty(types);

        var deviations = comparer.Compare("lib/" + library, types);

        if (deviations.Count > 0)
            Assert.Fail($"{deviations.Count} deviations from the official API:\n{string.Join("\n", deviations)}");
    }
}
