using BotNode.Tls;

namespace BotNode.Tests.Tls;

/// <summary>The file with those whose signature counts.</summary>
public sealed class TrustedAuthoritiesTests(TestAuthority authority) : IClassFixture<TestAuthority>
{
    [Fact]
    public void A_file_may_hold_several()
    {
        using var another = TestAuthority.Another();
        var both = authority.Write("both.pem", File.ReadAllText(authority.RootFile), File.ReadAllText(another.RootFile));

        Assert.Equal(2, TrustedAuthorities.Read(both).Certificates!.Count);
    }

    [Fact]
    public void Of_many_a_message_names_the_first_eight()
    {
        var all = authority.Write("all.pem", [.. Enumerable.Range(1, 10).Select(number =>
        {
            using var one = TestAuthority.Another($"{number}");
            return File.ReadAllText(one.RootFile);
        })]);

        Assert.Equal(
            "trusted are [CN=1], [CN=2], [CN=3], [CN=4], [CN=5], [CN=6], [CN=7], [CN=8] and 2 more",
            TrustedAuthorities.Read(all).Names);
    }

    [Fact]
    public void A_file_that_is_not_there() => AssertRefused("/no/ca.pem", "There is no file /no/ca.pem; --tls-trust takes");

    [Fact]
    public void A_file_that_is_no_certificate() => AssertRefused(authority.Write("letter.txt", "Dear node,"), "it is no certificate");

    [Fact]
    public void An_empty_file() => AssertRefused(authority.Write("empty.pem", ""), "it is no certificate");

    [Fact]
    public void A_file_with_a_key_alone() => AssertRefused(authority.Write("key.pem", TestAuthority.KeyOf(authority.Good)), "it holds no certificate");

    [Fact]
    public void A_file_without_a_root() => AssertRefused(authority.Pem(authority.Good), "it holds no root certificate");

    private static void AssertRefused(string file, string why)
    {
        var error = Assert.Throws<CertificateException>(() => TrustedAuthorities.Read(file));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
