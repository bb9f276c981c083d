namespace Chatroom.Actors;

/// <summary>Where suggestions come from.</summary>
internal enum SuggestionSource
{
    /// <summary>The scenario's list.</summary>
    [Word("script")]
    Script,

    /// <summary>Drawn from the catalogue by the seed.</summary>
    [Word("catalogue")]
    Catalogue,

    /// <summary>What most bots would rather do, if they said so; otherwise drawn from the catalogue.</summary>
    [Word("counter")]
    Counter,
}
