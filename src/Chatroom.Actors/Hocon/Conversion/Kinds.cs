namespace Chatroom.Actors.Hocon.Conversion;

/// <summary>What values are called where one of them was expected.</summary>
internal static class Kinds
{
    public const string Text = "a string";
    public const string Boolean = "true, yes, on, false, no or off";
    public const string Byte = "a whole number from 0 to 255";
    public const string Int = "a whole number of 32 bits";
    public const string Long = "a whole number of 64 bits";
    public const string Number = "a number";
    public const string Size = "a size such as 64KiB";
    public const string Duration = "a duration such as 500 ms";
    public const string DurationOrInfinite = "a duration such as 500 ms, or infinite";
}
