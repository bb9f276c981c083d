using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace Chatroom.TestKit;

/// <summary>Makes a test case of each scenario or transcript among some files: the path of the file, as <see cref="ScenarioTest.PlayAsync"/> takes it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ScenarioDataAttribute : DataAttribute
{
    private readonly string _test;

    /// <summary>Names the files.</summary>
    /// <param name="pattern">Which files, such as <c>scenarios/**/*.conf</c>: relative to the folder of the test's source, or to that of the test's assembly if it has none such.</param>
    /// <param name="test">The source of the test; the compiler says it.</param>
    public ScenarioDataAttribute(string pattern, [CallerFilePath] string test = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        (Pattern, _test) = (pattern, test);
    }

    /// <summary>Which files.</summary>
    public string Pattern { get; }

    /// <inheritdoc />
    /// <exception cref="FileNotFoundException">There are none.</exception>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => TestFiles.Matching(Pattern, _test).Select(file => new object[] { file });
}
