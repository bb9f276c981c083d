namespace Chatroom.Actors.Hocon;

/// <summary>What a scalar is by the way it was written; only this tells <c>null</c> from <c>"null"</c>.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Number,
    Text,
}
