using System.Security.Cryptography.X509Certificates;
using BotNode.Tls;

namespace BotNode.Tests.Tls;

/// <summary>The forms in which a node takes its certificate, and what it says of one that it can't take.</summary>
public sealed class OwnCertificateTests(TestAuthority authority) : IClassFixture<TestAuthority>
{
    [Fact]
    public void A_PFX_file_with_a_password() => AssertRead(authority.Pfx(authority.Good), TestAuthority.Password);

    [Fact]
    public void A_PEM_file_with_its_key() => AssertRead(authority.Pem(authority.Good));

    [Fact]
    public void A_PEM_file_with_an_encrypted_key() => AssertRead(
        authority.Write("node.pem", authority.Good.ExportCertificatePem(), TestAuthority.EncryptedKeyOf(authority.Good)), TestAuthority.Password);

    [Fact]
    public void A_PEM_file_with_the_authority_between_it_and_the_root()
    {
        var (felix, between) = authority.IssueIndirectly("good");

        AssertRead(authority.Write("node.pem", felix.ExportCertificatePem(), between.ExportCertificatePem(), TestAuthority.KeyOf(felix)));
    }

    [Fact]
    public void A_file_that_is_not_there() => AssertRefused("/no/such.pfx", "There is no file /no/such.pfx", "PFX or PEM");

    [Fact]
    public void A_folder() => AssertRefused(Path.GetTempPath(), "a folder", "name a file");

    [Fact]
    public void A_file_that_is_no_certificate() => AssertRefused(authority.Write("letter.txt", "Dear node,"), "it is no certificate", "--tls names");

    [Fact]
    public void An_empty_file() => AssertRefused(authority.Write("empty.pfx", ""), "it is no certificate", "--tls names");

    [Fact]
    public void A_wrong_password() => AssertRefused(authority.Pfx(authority.Good), "can't be opened", TlsOptionNames.Password, "wrong");

    [Fact]
    public void A_missing_password() => AssertRefused(authority.Pfx(authority.Good), "can't be opened without a password", TlsOptionNames.Password);

    [Fact]
    public void A_wrong_or_missing_password_of_a_key_in_PEM()
    {
        var file = authority.Write("felix.pem", authority.Good.ExportCertificatePem(), TestAuthority.EncryptedKeyOf(authority.Good));

        AssertRefused(file, "can't be decrypted", TlsOptionNames.Password, "wrong");
        AssertRefused(file, "its private key is encrypted", TlsOptionNames.Password);
    }

    [Fact]
    public void A_PEM_file_without_a_key() =>
        AssertRefused(authority.Write("felix.pem", authority.Good.ExportCertificatePem()), "it holds no private key", "put the key into it");

    [Fact]
    public void A_PEM_file_without_a_certificate() =>
        AssertRefused(authority.Write("felix.pem", TestAuthority.KeyOf(authority.Good)), "it holds no certificate", "--tls names");

    [Fact]
    public void A_PEM_file_with_somebody_elses_key() => AssertRefused(
        authority.Write("felix.pem", authority.Good.ExportCertificatePem(), TestAuthority.KeyOf(authority.Issue("Felix"))),
        "is not that of the (first) certificate", "--tls names");

    [Fact]
    public void A_DER_file()
    {
        var file = authority.Write("felix.cer");
        File.WriteAllBytes(file, authority.Good.RawData);

        AssertRefused(file, "without its private key", "openssl pkcs12");
    }

    [Fact]
    public void A_PFX_file_without_a_key() => AssertRefused(
        authority.Pfx(X509CertificateLoader.LoadCertificate(authority.Good.RawData)), "it holds no private key", "openssl pkcs12", TestAuthority.Password);

    [Fact]
    public void One_that_has_expired() =>
        AssertRefused(authority.Pem(authority.Issue("Felix", fromDay: -9, toDay: -2)), "[CN=Felix] has expired on ", "make a new one");

    [Fact]
    public void One_that_is_not_valid_yet() =>
        AssertRefused(authority.Pem(authority.Issue("Felix", fromDay: 2)), "[CN=Felix] is not valid before ", "clock");

    private static void AssertRead(string file, string password = "")
    {
        using var certificate = OwnCertificate.Read(file, password, TimeProvider.System.GetUtcNow());

        Assert.Equal("CN=good", certificate.Subject);
        Assert.True(certificate.HasPrivateKey);
    }

    private static void AssertRefused(string file, string what, string whatToDo, string password = "")
    {
        var error = Assert.Throws<CertificateException>(() => OwnCertificate.Read(file, password, TimeProvider.System.GetUtcNow()));

        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(whatToDo, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
