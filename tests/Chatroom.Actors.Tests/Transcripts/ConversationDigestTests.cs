using System.Diagnostics;

namespace Chatroom.Actors.Tests;

public sealed class ConversationDigestTests
{
    private static readonly string Digest = ConversationDigest.Of(Sample.Events);

    [Fact]
    public void The_canonical_form_is_pinned()
    {
        Assert.Equal("""
            ["opened","chatroom","1","Marija","Felix"]
            ["joined","Marija"]
            ["joined","Felix"]
            ["refused",null,"room-full"]
            ["refused","Marija","name-taken"]
            ["suggested","1","chill","party",null,"Let\u0027s party guys!!"]
            ["said","Marija","I can\u0027t join!","late"]
            ["said","Felix","\u0022quoted\u0022, {braced}, hash\u0022:\u0022x\u0022}, p\u00E5 \u00F8ya \uD83C\uDF89","in time"]
            ["verdict","Marija","silent"]
            ["verdict","Felix","answered"]
            ["left","Marija","crashed"]
            ["left","Felix","bye"]
            ["closed","completed"]

            """.ReplaceLineEndings("\n"), ConversationDigest.Canonical(Sample.Events));
    }

    [Fact]
    public void Numbers_times_and_addresses_do_not_matter()
    {
        var other = Sample.Events.Select(happened => happened switch
        {
            Joined joined => joined with { From = "elsewhere:1", N = 99 },
            Refused refused => refused with { From = "elsewhere:2" },
            _ => happened with { T = happened.T + 1000 },
        });

        Assert.Equal(Digest, ConversationDigest.Of(other.ToList()));
    }

    [Fact]
    public void The_order_of_joins_refusals_and_leavings_does_not_matter()
    {
        var e = Sample.Events;

        Assert.Equal(Digest, ConversationDigest.Of([e[0], e[4], e[3], e[1], e[2], e[5], e[6], e[7], e[8], e[10], e[9], e[11]]));
    }

    [Fact]
    public void What_was_said_matters()
    {
        Assert.NotEqual(Digest, ConversationDigest.Of(Sample.Events.Select(happened => happened is Said said ? said with { Text = "other" } : happened).ToList()));
    }

    [Fact]
    public void How_someone_left_matters()
    {
        Assert.NotEqual(Digest, ConversationDigest.Of(Sample.Events.Select(happened => happened is Left left ? left with { How = Leaving.Stopped } : happened).ToList()));
    }

    [Fact]
    public void Every_event_is_in_the_digest()
    {
        Kinds.AllAmong(Sample.OneOfEach);
        Assert.All(Sample.OneOfEach.Select(happened => happened.GetType()), kind =>
            Assert.NotEqual(ConversationDigest.Of(Sample.OneOfEach), ConversationDigest.Of([.. Sample.OneOfEach.Where(happened => happened.GetType() != kind)])));
    }

    [Fact]
    public void An_event_that_was_forgotten_is_not_dropped()
    {
        Assert.Throws<UnreachableException>(() => ConversationDigest.Of([.. Sample.Events, new UnknownEvent()]));
    }
}
