using System.Reflection;

namespace Chatroom.TestKit.Tests;

public sealed class ScenarioDataTests
{
    private static readonly MethodInfo AnyTest = typeof(ScenarioDataTests).GetMethods()[0];

    [Theory]
    [ScenarioData("scenarios/**/*.conf")]
    public void Each_file_beside_the_test_is_a_case_by_its_path(string file) => Assert.Equal("scenarios/asks-felix.conf", file);

    [Fact]
    public void Files_beside_the_assembly_are_found_when_the_source_is_elsewhere() =>
        Assert.Contains(
            "hocon/scenarios/two-rounds.conf",
            new ScenarioDataAttribute("hocon/scenarios/*.conf", "/_/elsewhere/Tests.cs").GetData(AnyTest).Select(data => data[0]));

    [Fact]
    public void A_pattern_without_files_says_where_it_looked()
    {
        var error = Assert.Throws<FileNotFoundException>(() => new ScenarioDataAttribute("none/*.conf").GetData(AnyTest));

        Assert.StartsWith("No file matches none/*.conf in ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Chatroom.TestKit.Tests", error.Message, StringComparison.Ordinal);
    }
}
