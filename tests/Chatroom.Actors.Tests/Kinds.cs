namespace Chatroom.Actors.Tests;

/// <summary>The classes there are of an abstract record, for tests that must not forget one.</summary>
internal static class Kinds
{
    /// <summary>Fails, with the names of the missing, unless there is an example of each class of <typeparamref name="T"/>.</summary>
    public static void AllAmong<T>(IEnumerable<T> examples) where T : class
    {
        var all = typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);

        Assert.Equal([], all.Except(examples.Select(one => one.GetType())).Select(type => type.Name));
    }

    /// <summary>Fails, with the names of the missing, unless there is an example of each member of <typeparamref name="T"/>.</summary>
    public static void AllMembersAmong<T>(IEnumerable<T> examples) where T : struct, Enum =>
        Assert.Equal([], Enum.GetValues<T>().Except(examples));
}
