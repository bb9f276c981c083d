using System.Security.Cryptography;
using Akka.Actor;

namespace Akka.Remote;

/// <summary>The number that names this incarnation of an actor system.</summary>
public class AddressUid : IExtension
{
    /// <summary>
    /// Drawn from the operating system: two processes started in the same instant must not share it, or one would be taken for
    /// the other come back.
    /// </summary>
    public readonly int Uid = RandomNumberGenerator.GetInt32(1, int.MaxValue);
}
