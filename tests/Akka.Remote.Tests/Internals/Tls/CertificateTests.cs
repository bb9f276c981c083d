using System.Security.Cryptography.X509Certificates;
using Akka.Actor;
using Akka.Remote.Transport.DotNetty;

namespace Akka.Remote.Tests.Internals.Tls;

/// <summary>The forms in which a node takes its certificate, and what it says at the start of one that it can't take.</summary>
public sealed class CertificateTests(TestAuthority authority) : IClassFixture<TestAuthority>, IAsyncLifetime
{
    private const string Ssl = "akka.remote.dot-netty.tcp.ssl";

    private readonly Nodes _nodes = new(authority.Settings());

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task A_PFX_file_with_a_password() =>
        await AssertUnderstood($"certificate {{ path = \"{authority.Pfx(authority.Issue("Felix"))}\", password = \"{TestAuthority.Password}\" }}");

    [Fact]
    public async Task A_PEM_file_with_an_encrypted_key()
    {
        var felix = authority.Issue("Felix");
        var file = authority.Write("felix.pem", felix.ExportCertificatePem(), TestAuthority.EncryptedKeyOf(felix));

        await AssertUnderstood($"certificate {{ path = \"{file}\", password = \"{TestAuthority.Password}\" }}");
    }

    [Fact]
    public async Task A_PEM_file_and_one_with_its_key()
    {
        var felix = authority.Issue("Felix");
        var certificate = authority.Write("felix.pem", felix.ExportCertificatePem());
        var key = authority.Write("felix-key.pem", TestAuthority.KeyOf(felix));

        await AssertUnderstood($"certificate {{ path = \"{certificate}\", key-path = \"{key}\" }}");
    }

    [Fact]
    public async Task A_PEM_file_with_the_authority_between_it_and_the_root()
    {
        var (felix, between) = authority.IssueIndirectly("Felix");
        var file = authority.Write("felix.pem", felix.ExportCertificatePem(), between.ExportCertificatePem(), TestAuthority.KeyOf(felix));

        await AssertUnderstood($"certificate.path = \"{file}\"");
    }

    [Fact]
    public async Task A_PFX_file_with_the_authority_between_it_and_the_root()
    {
        var (felix, between) = authority.IssueIndirectly("Felix");
        var file = authority.Pfx(felix, X509CertificateLoader.LoadCertificate(between.RawData));

        await AssertUnderstood($"certificate {{ path = \"{file}\", password = \"{TestAuthority.Password}\" }}");
    }

    [Fact]
    public async Task One_that_was_handed_over_in_code()
    {
        using var felix = authority.Issue("Felix");

        await AssertUnderstood("certificate.path = \"no such file\"", new DotNettySslSetup(felix, suppressValidation: false));
    }

    [Fact]
    public void What_was_handed_over_stays_what_it_is()
    {
        var setup = new DotNettySslSetup(authority.Good, suppressValidation: true);

        Assert.Same(authority.Good, setup.Certificate);
        Assert.True(setup.SuppressValidation);
    }

    [Fact]
    public void One_handed_over_without_its_key() => AssertRefused(
        "", "The certificate in the DotNettySslSetup", "has no private key",
        new DotNettySslSetup(X509CertificateLoader.LoadCertificate(authority.Good.RawData), suppressValidation: false));

    [Fact]
    public void None_at_all() => AssertRefused("certificate.path = \"\"", $"'{Ssl}.certificate.path' is ''", "a PFX or PEM file");

    [Fact]
    public void A_file_that_is_not_there() => AssertRefused("certificate.path = \"/no/such.pfx\"", "certificate.path' names /no/such.pfx", "there is no such file");

    [Fact]
    public void A_folder() => AssertRefused($"certificate.path = \"{Path.GetTempPath()}\"", "certificate.path' names", "a folder");

    [Fact]
    public void A_file_that_is_no_certificate() =>
        AssertRefused($"certificate.path = \"{authority.Write("letter.txt", "Dear node,")}\"", "certificate.path' names", "it is no certificate");

    [Fact]
    public void A_wrong_password() => AssertRefused(
        $"certificate {{ path = \"{authority.Pfx(authority.Good)}\", password = wrong }}", "can't be opened", $"'{Ssl}.certificate.password'");

    [Fact]
    public void A_missing_password() => AssertRefused(
        $"certificate.path = \"{authority.Pfx(authority.Good)}\"", "can't be opened without a password", $"'{Ssl}.certificate.password'");

    [Fact]
    public void A_wrong_password_of_a_key_in_PEM()
    {
        var file = authority.Write("felix.pem", authority.Good.ExportCertificatePem(), TestAuthority.EncryptedKeyOf(authority.Good));

        AssertRefused($"certificate {{ path = \"{file}\", password = wrong }}", "can't be decrypted", $"'{Ssl}.certificate.password'");
        AssertRefused($"certificate {{ path = \"{file}\" }}", "its private key is encrypted", $"'{Ssl}.certificate.password'");
    }

    [Fact]
    public void A_PEM_file_without_a_key() => AssertRefused(
        $"certificate.path = \"{authority.Write("felix.pem", authority.Good.ExportCertificatePem())}\"", "it holds no private key", $"'{Ssl}.certificate.key-path'");

    [Fact]
    public void A_PEM_file_without_a_certificate() => AssertRefused(
        $"certificate.path = \"{authority.Write("felix.pem", TestAuthority.KeyOf(authority.Good))}\"", "certificate.path' names", "it holds no certificate");

    [Fact]
    public void A_PEM_file_with_somebody_elses_key() => AssertRefused(
        $"certificate.path = \"{authority.Write("felix.pem", authority.Good.ExportCertificatePem(), TestAuthority.KeyOf(authority.Issue("Felix")))}\"",
        "certificate.path' names", "is not that of the (first) certificate");

    [Fact]
    public void A_DER_file()
    {
        var file = authority.Write("felix.cer");
        File.WriteAllBytes(file, authority.Good.RawData);

        AssertRefused($"certificate.path = \"{file}\"", "certificate.path' names", "without its private key");
    }

    [Fact]
    public void A_PFX_file_without_a_key() => AssertRefused(
        $"certificate {{ path = \"{authority.Pfx(X509CertificateLoader.LoadCertificate(authority.Good.RawData))}\", password = \"{TestAuthority.Password}\" }}",
        "certificate.path' names", "it holds no private key");

    [Fact]
    public void One_that_has_expired() => AssertRefused(
        $"certificate.path = \"{authority.Pem(authority.Issue("Felix", fromDay: -9, toDay: -2))}\"", "[CN=Felix] has expired on ", "make a new one");

    [Fact]
    public void One_that_is_not_valid_yet() => AssertRefused(
        $"certificate.path = \"{authority.Pem(authority.Issue("Felix", fromDay: 2))}\"", "[CN=Felix] is not valid before ", "clock");

    [Fact]
    public void One_of_the_machines_store() =>
        AssertRefused("certificate { use-thumbprint-over-file = on, thumbprint = abc }", $"'{Ssl}.certificate.use-thumbprint-over-file' is 'on'", "files only");

    [Fact]
    public void An_unknown_flag() => AssertRefused("certificate.flags = [exportable, shiny]", $"{Ssl}.certificate.flags'", "'shiny' is none");

    [Fact]
    public void A_switch_that_is_none() =>
        AssertRefused("require-mutual-authentication = sometimes", $"'{Ssl}.require-mutual-authentication' is 'sometimes'", "on or off");

    [Fact]
    public void Trust_in_a_file_that_is_not_there() => AssertRefused("trusted-certificates = \"/no/ca.pem\"", $"'{Ssl}.trusted-certificates' names /no/ca.pem", "no such file");

    [Fact]
    public void Trust_in_a_file_that_is_no_certificate() => AssertRefused(
        $"trusted-certificates = \"{authority.Write("letter.txt", "Dear node,")}\"", "trusted-certificates' names", "it is no certificate");

    [Fact]
    public void Trust_in_a_file_without_a_root() => AssertRefused(
        $"trusted-certificates = \"{authority.Pem(authority.Good)}\"", "trusted-certificates' names", "it holds no root certificate");

    private async Task AssertUnderstood(string ssl, params DotNettySslSetup[] setup)
    {
        var a = _nodes.Start("A");
        var b = _nodes.Start("B", $"{Ssl} {{ {ssl} }}", setup);
        a.ActorOf(Props.Create<EchoActor>(), "echo");
        b.ActorOf(Props.Create<EchoActor>(), "echo");

        // B shows its certificate once as a client, and once as a server.
        Assert.Equal("hello", await Nodes.Select(b, a, "/user/echo").Ask<string>("hello", Recorder.Limit));
        var c = _nodes.Start("C");
        Assert.Equal("hello", await Nodes.Select(c, b, "/user/echo").Ask<string>("hello", Recorder.Limit));
    }

    private void AssertRefused(string ssl, string what, string whatToDo, params DotNettySslSetup[] setup)
    {
        var error = Assert.ThrowsAny<AkkaException>(() => _nodes.Start("A", $"{Ssl} {{ {ssl} }}", setup));

        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(whatToDo, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
