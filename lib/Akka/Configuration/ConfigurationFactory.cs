using System.Reflection;
using Hocon;
using Hocon.Parsing;

namespace Akka.Configuration;

/// <summary>Makes configurations out of HOCON texts.</summary>
public class ConfigurationFactory
{
    /// <summary>The configuration with nothing in it.</summary>
    public static Config Empty => Config.Empty;

    /// <summary>Akka's own defaults.</summary>
    public static Config Default() => FromResource("Akka.Configuration.akka.conf", typeof(ConfigurationFactory).Assembly);

    /// <summary>Reads HOCON; an empty text gives an empty configuration.</summary>
    /// <param name="hocon">The text.</param>
    /// <exception cref="ConfigurationException">It is not HOCON; the message says where and why.</exception>
    public static Config ParseString(string hocon)
    {
        ArgumentNullException.ThrowIfNull(hocon);
        try
        {
            return new Config(ConfDocument.ParseObject(hocon, Environment.GetEnvironmentVariable));
        }
        catch (HoconParserException e)
        {
            throw new ConfigurationException(e.Message, e);
        }
    }

    /// <summary>Reads HOCON that is embedded in the assembly of the given object's type.</summary>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource(string resourceName, object instanceInAssembly)
    {
        ArgumentNullException.ThrowIfNull(instanceInAssembly);
        return FromResource(resourceName, instanceInAssembly as Assembly ?? instanceInAssembly.GetType().Assembly);
    }

    /// <summary>Reads HOCON that is embedded in the assembly of <typeparamref name="TAssembly"/>.</summary>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource<TAssembly>(string resourceName) => FromResource(resourceName, typeof(TAssembly).Assembly);

    /// <summary>Reads HOCON that is embedded in an assembly.</summary>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource(string resourceName, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(resourceName) ??
            throw new ConfigurationException($"{assembly.GetName().Name} has no embedded resource {resourceName}");
        using var reader = new StreamReader(stream);
        return ParseString(reader.ReadToEnd());
    }
}
