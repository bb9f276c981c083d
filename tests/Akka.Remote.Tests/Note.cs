using System.Runtime.Serialization;
using System.Text;
using Akka.Actor;
using Akka.Serialization;

namespace Akka.Remote.Tests;

/// <summary>A message of a program's own. The text "!" can't be serialized, "?" can't be read.</summary>
public sealed record Note(string Text, IActorRef? From = null);

public sealed class NoteSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    public override int Identifier => 4711;

    public override byte[] ToBinary(object obj) => obj is Note { Text: not "!" } note
        ? Encoding.UTF8.GetBytes($"{note.Text}\n{Akka.Serialization.Serialization.SerializedActorPath(note.From)}")
        : throw new SerializationException("not this one");

    public override object FromBinary(byte[] bytes, string manifest)
    {
        if (manifest != "N")
            throw new SerializationException($"unknown manifest {manifest}");
        var parts = Encoding.UTF8.GetString(bytes).Split('\n');
        if (parts[0] == "?")
            throw new SerializationException("can't read this one");
        return new Note(parts[0], parts[1].Length == 0 ? null : system.Provider.ResolveActorRef(parts[1]));
    }

    public override string Manifest(object o) => "N";
}
