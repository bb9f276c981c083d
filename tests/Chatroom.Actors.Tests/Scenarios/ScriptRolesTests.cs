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

    [Fact]
    public void What_the_script_has_a_step_for_a_bot_does_only_when_told()
    {
        var roles = new ScriptRoles([new ScriptStep.Silent("Felix"), new ScriptStep.Stay("Marija"), new ScriptStep.Disconnect("Rateb"), new ScriptStep.WalkOut("Rateb")]);

        Assert.Equal(ScriptedActions.Answers, roles.Of("Felix"));
        Assert.Equal(ScriptedActions.Leaves, roles.Of("Marija"));
        Assert.Equal(ScriptedActions.Leaves | ScriptedActions.Connection, roles.Of("Rateb"));
        Assert.Equal(ScriptedActions.None, roles.Of("Madelen"));
    }

    [Fact]
    public void A_bot_needs_its_persona_unless_the_script_holds_all_its_words()
    {
        var roles = new ScriptRoles(
            [new ScriptStep.Answer("Felix", "Yes"), new ScriptStep.Answer("Rateb", "Yes"), new ScriptStep.Answer("Rateb"), new ScriptStep.Silent("Marija")]);

        Assert.Equal(["Madelen", "Rateb"], new[] { "Felix", "Madelen", "Marija", "Rateb" }.Where(roles.NeedsPersona));
    }
}
