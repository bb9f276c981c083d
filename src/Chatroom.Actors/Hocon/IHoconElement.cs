using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon;

/// <summary>Anything that a parsed text consists of: values, objects, fields, arrays and literals.</summary>
internal interface IHoconElement
{
    /// <summary>The element that this one is a part of; null at the root.</summary>
    IHoconElement? Parent { get; }

    /// <summary>What it is.</summary>
    HoconType Type { get; }

    /// <summary>The element as an object.</summary>
    /// <exception cref="HoconException">It is none.</exception>
    HoconObject GetObject();

    /// <summary>The element as text; null for null.</summary>
    /// <exception cref="HoconException">It is an object or an array.</exception>
    string? GetString();

    /// <summary>The values of an array, or of an object whose keys are numbers.</summary>
    /// <exception cref="HoconException">It is neither.</exception>
    IList<HoconValue> GetArray();

    /// <summary>The element as HOCON.</summary>
    /// <param name="indent">How many levels its first line is indented already.</param>
    /// <param name="indentSize">Blanks a level.</param>
    string ToString(int indent, int indentSize);

    internal ConfValue ToModel();
}
