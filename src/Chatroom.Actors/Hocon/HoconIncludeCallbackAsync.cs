namespace Chatroom.Actors.Hocon;

/// <summary>Gives the text that an <c>include</c> names, or null or an empty text if there is none.</summary>
/// <param name="callbackType">How the include named it.</param>
/// <param name="value">What stands between the quotes.</param>
internal delegate Task<string> HoconIncludeCallbackAsync(HoconCallbackType callbackType, string value);
