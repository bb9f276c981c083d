using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>Puts an adapter's scheme before the one below it, <c>trttl.tcp</c> for <c>tcp</c>, and takes it away again.</summary>
public class SchemeAugmenter
{
    /// <summary>The scheme to put before others, as <c>trttl</c>.</summary>
    public readonly string AddedSchemeIdentifier;

    private readonly string _prefix;

    /// <summary>An augmenter that adds <paramref name="addedSchemeIdentifier"/>.</summary>
    public SchemeAugmenter(string addedSchemeIdentifier)
    {
        AddedSchemeIdentifier = addedSchemeIdentifier;
        _prefix = addedSchemeIdentifier + ".";
    }

    /// <summary>The scheme with ours before it.</summary>
    public string AugmentScheme(string originalScheme) => _prefix + originalScheme;

    /// <summary>The address with our scheme before its own.</summary>
    public Address AugmentScheme(Address address) => address.WithProtocol(AugmentScheme(address.Protocol));

    /// <summary>The scheme without ours; as it is if ours is not there.</summary>
    public string RemoveScheme(string scheme) =>
        scheme.StartsWith(_prefix, StringComparison.Ordinal) ? scheme[_prefix.Length..] : scheme;

    /// <summary>The address without our scheme; as it is if ours is not there.</summary>
    public Address RemoveScheme(Address address) => address.WithProtocol(RemoveScheme(address.Protocol));
}
