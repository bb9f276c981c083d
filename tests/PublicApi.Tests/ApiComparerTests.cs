using PublicApi.Tests.Samples;

namespace PublicApi.Tests;

public sealed class ApiComparerTests
{
    private static readonly Type[] SampleTypes =
        [.. Surface.Types(typeof(Shape).Assembly).Where(type => type.Namespace == typeof(Shape).Namespace)];

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Samples", "shapes.txt"));

    [Fact]
    public void Members_are_written_as_the_listing_writes_them()
    {
        var written = SampleTypes.SelectMany(type => Surface.Members(type).Select(member => $"{TypeNames.Of(type)} :: {member}"));

        Assert.Equal(Lines.Where(line => !IsHead(line)).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_of_the_listed_shape_pass() => Assert.Empty(Compare(Lines));

    public static TheoryData<string> EveryLine => [.. Lines];

    [Theory]
    [MemberData(nameof(EveryLine))]
    public void A_member_or_type_that_is_not_listed_fails_and_is_named(string line)
    {
        var name = line[..line.IndexOf(" :: ", StringComparison.Ordinal)];
        if (!IsHead(line))
        {
            var deviation = Assert.Single(Compare(Lines.Where(other => other != line)));
            Assert.StartsWith($"lib/Samples: {line} is not in the official listing", deviation, StringComparison.Ordinal);
            return;
        }

        var deviations = Compare(Lines.Where(other => !other.StartsWith(name + " :: ", StringComparison.Ordinal)));
        Assert.NotEmpty(deviations);
        Assert.All(deviations, deviation => Assert.Contains(name, deviation, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Circle :: public new()", "Circle :: protected new()", "public new() is not in the official listing")]
    [InlineData("System.String Name { get; set; }", "System.String Name { get; }", "(nearest: public System.String Name { get; })")]
    [InlineData("public virtual System.Void Grow", "public System.Void Grow", "(nearest: public System.Void Grow(")]
    [InlineData("System.Double factor=2", "System.Double by=2", "factor=2")]
    [InlineData("when=Go", "when=Stop", "when=Go")]
    [InlineData("TryGet(ref PublicApi", "TryGet(PublicApi", "TryGet(ref")]
    [InlineData("Go = 2", "Go = 1", "Go = 2 is not in the official listing: leave it out")]
    [InlineData("Circle :: sealed class", "Circle :: class", "is a sealed class, officially a class")]
    [InlineData("Measures :: static class", "Measures :: abstract class", "is a static class, officially a abstract class")]
    [InlineData("Change :: delegate", "Change :: sealed class", "is a delegate, officially a sealed class")]
    [InlineData("Shape :: abstract class : PublicApi.Tests.Samples.IShape", "Shape :: abstract class", "implements PublicApi.Tests.Samples.IShape")]
    [InlineData("Circle :: sealed class : PublicApi.Tests.Samples.Shape, ", "Circle :: sealed class : ", "derives from PublicApi.Tests.Samples.Shape, officially from System.Object")]
    [InlineData("Point :: sealed class", "Point :: sealed class : System.Attribute", "officially from System.Attribute")]
    public void A_shape_that_differs_fails(string ours, string official, string complaint)
    {
        var changed = Lines.Select(line => line.Replace(ours, official, StringComparison.Ordinal)).ToList();
        Assert.NotEqual(Lines, changed);

        Assert.Contains(Compare(changed), deviation => deviation.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_may_lack_members_and_interfaces_that_are_listed()
    {
        var more = Lines.Append("PublicApi.Tests.Samples.Circle :: public System.Double Radius { get; }")
            .Select(line => line.Replace("Measures :: static class", "Measures :: static class : System.IDisposable", StringComparison.Ordinal));

        Assert.Empty(Compare(more));
    }

    [Fact]
    public void A_class_may_skip_a_listed_base_that_we_leave_out()
    {
        var between = Lines
            .Select(line => line.Replace("Circle :: sealed class : PublicApi.Tests.Samples.Shape", "Circle :: sealed class : Samples.Round", StringComparison.Ordinal))
            .Append("Samples.Round :: class : PublicApi.Tests.Samples.Shape").ToList();

        Assert.Empty(Compare(between));
        Assert.Contains("officially from Samples.Round", Assert.Single(Compare(between, alsoOurs: "Samples.Round")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_only_signatures_name_may_exist_without_members()
    {
        var unlisted = Lines.Where(line => !line.StartsWith("PublicApi.Tests.Samples.Hint :: ", StringComparison.Ordinal)).ToList();
        Assert.Contains("Samples.Hint is not in", Assert.Single(Compare(unlisted)), StringComparison.Ordinal);

        var mentioned = unlisted.Append("Samples.Other :: class").Append("Samples.Other :: public System.Void Take(PublicApi.Tests.Samples.Hint hint)");
        Assert.Contains("Hint :: public System.Int32 Weight { get; }: the official listing has", Assert.Single(Compare(mentioned)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_internal_private_or_private_protected_is_no_surface()
    {
        Assert.DoesNotContain(SampleTypes, type => type.Name == "Hidden");
        Assert.DoesNotContain(Surface.Members(typeof(Shape)), member => member.Contains("Secret", StringComparison.Ordinal));
    }

    private static bool IsHead(string line) =>
        line.Split(" :: ")[1].Split(" : ")[0].Split(' ')[^1] is "class" or "interface" or "enum" or "struct" or "delegate";

    private static IReadOnlyList<string> Compare(IEnumerable<string> listing, string? alsoOurs = null)
    {
        var ours = SampleTypes.Select(TypeNames.Of).Append(alsoOurs).ToHashSet(StringComparer.Ordinal);
        return new ApiComparer(Listing.Parse(listing), ours.Contains).Compare("lib/Samples", SampleTypes);
    }
}
