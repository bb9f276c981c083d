namespace Chatroom.Actors.Tests;

public sealed class ScriptRolesTests
{
    [Fact]
    public void Who_is_not_told_when_to_join_or_to_stay_away_joins_by_itself()
    {
        var roles = new ScriptRoles(
        [
            new ScriptStep.Join("Felix"),
            new ScriptStep.Absent("Rateb"),
            new ScriptStep.Answer("Marija"),
            new ScriptStep.RefusedJoin("Madelen", RefusalReason.NameTaken),
        ]);

        Assert.Equal(["Madelen", "Marija"], roles.UnscriptedJoins(["Madelen", "Felix", "Marija", "Rateb"]));
    }
}
