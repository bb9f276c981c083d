namespace Akka.TestKit.Xunit2.Tests;

/// <summary>Waits long for what must come, so that a busy machine fails no test.</summary>
public abstract class PatientTestKit(string config = "")
    : TestKit(config + "\n" + Patience)
{
    public const string Patience = "akka.test { single-expect-default = 20s, filter-leeway = 20s }";
}
