namespace Chatroom.Actors.Hocon;

/// <summary>A value with the place of its key; if the key was written several times, the last place.</summary>
internal sealed class HoconField(Origin key, HoconValue value)
{
    public Origin Key => key;

    public HoconValue Value => value;
}
