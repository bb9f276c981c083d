using System.Diagnostics.CodeAnalysis;

namespace Chatroom.Actors;

/// <summary>The result of reading something: the value, or every error found, each one line that says where and what.</summary>
internal sealed record Result<T>(T? Value, ValueList<string> Errors) where T : class
{
    public static Result<T> Good(T value) => new(value, []);

    public static Result<T> Bad(params IEnumerable<string> errors) => new(null, errors.ToValueList());

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsGood => Value is not null;
}
