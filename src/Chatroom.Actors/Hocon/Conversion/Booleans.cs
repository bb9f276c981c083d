namespace Chatroom.Actors.Hocon.Conversion;

/// <summary>Booleans: <c>true</c>, <c>yes</c>, <c>on</c> and <c>false</c>, <c>no</c>, <c>off</c>.</summary>
internal static class Booleans
{
    public static bool TryParse(string text, out bool value)
    {
        value = text is "true" or "yes" or "on";
        return value || text is "false" or "no" or "off";
    }
}
