using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor.Internal;

/// <summary>Evaluates an expression without parameters; constants and captured variables without compiling it.</summary>
internal static class ExpressionValue
{
    public static object? Of(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field, Expression: null } => field.GetValue(null),
        MemberExpression { Member: FieldInfo field, Expression: { } owner } => field.GetValue(Of(owner)),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object)))
            .Compile(preferInterpretation: true)(),
    };
}
