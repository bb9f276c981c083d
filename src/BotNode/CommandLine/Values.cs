using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.CommandLine;

/// <summary>Options whose values are checked when they are read; a bad one gives a line that says what would be good.</summary>
internal static partial class Values
{
    private const string FileArgument = "FILE";

    /// <summary>The argument that says which scenario it is about; it may be left out.</summary>
    public static Argument<string?> Scenario(string description) => new("SCENARIO") { Description = description, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>An option that takes a text that passes a test; <paramref name="wanted"/> tells what passes.</summary>
    public static Option<string?> Text(string name, string helpName, string description, string wanted, Predicate<string> isGood) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => Read(result, text => isGood(text) ? text : null, wanted),
    };

    /// <summary>An option that takes the name of a bot.</summary>
    public static Option<string?> BotName(string description)
    {
        var option = new Option<string?>("--name") { Description = description, HelpName = "NAME" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [.., { Value: var name }] && NameRules.Mistake(name) is { } mistake)
                result.AddError($"--name takes a bot's name, one line of at most {ChatText.MaxName} characters, not {Quote.Of(name)}: it {mistake}.");
        });
        return option;
    }

    /// <summary>An option that takes the path of a file.</summary>
    public static Option<string?> FilePath(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = FileArgument };
        option.Validators.Add(result => RefuseNoPath(result, name));
        return option;
    }

    /// <summary>An option that takes the path of a folder.</summary>
    public static Option<string?> FolderPath(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DIR" };
        option.Validators.Add(result => RefuseNoPath(result, name, "folder"));
        return option;
    }

    /// <summary>The argument that says which file it is about.</summary>
    public static Argument<string> File(string description)
    {
        var argument = new Argument<string>(FileArgument) { Description = description };
        argument.Validators.Add(result => RefuseNoPath(result, FileArgument));
        return argument;
    }

    /// <summary>The argument that says which files it is about.</summary>
    public static Argument<string[]> Files(string description)
    {
        var argument = new Argument<string[]>(FileArgument) { Description = description, Arity = ArgumentArity.OneOrMore };
        argument.Validators.Add(result => RefuseNoPath(result, FileArgument));
        return argument;
    }

    /// <summary>The value of an option, for a check of several together; nothing if it is itself a mistake, which is reported anyway.</summary>
    public static T? Of<T>(CommandResult command, Option<T> option)
    {
        try
        {
            return command.GetValue(option);
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>An option that takes the name of a room, as often as it is given.</summary>
    public static Option<string[]?> RoomNames(string description)
    {
        var option = new Option<string[]?>("--room") { Description = description, HelpName = "NAME" };
        option.Validators.Add(result =>
        {
            var names = result.Tokens.Select(token => token.Value).ToList();
            if (names.Find(name => !RoomPath.IsName(name)) is { } bad)
                result.AddError($"--room takes {RoomPath.WhatNamesAre}, not {Quote.Of(bad)}.");
            else if (RoomPath.FindTwice(names) is { } twice)
                result.AddError($"--room names {Quote.Of(twice)} twice.");
            else if (names.Count > RoomPath.MostRooms)
                result.AddError($"--room names {names.Count} rooms; a node has at most {RoomPath.MostRooms}.");
        });
        return option;
    }

    /// <summary>An option that takes programs that think for bots, as often as it is given.</summary>
    public static Option<string[]?> Minds()
    {
        var option = new Option<string[]?>("--exec")
        {
            Description = "Let a program think for this bot, or with *=COMMAND for all who have none; JSON Lines on its stdin and stdout: docs/minds.md.",
            HelpName = "NAME=COMMAND",
        };
        option.Validators.Add(result =>
        {
            if (MindCommands.Mistake([.. result.Tokens.Select(token => token.Value)]) is { } mistake)
                result.AddError(mistake);
        });
        return option;
    }

    /// <summary>An option that says how often a room opens.</summary>
    public static Option<Repeat?> Repeat(string description) => new("--repeat")
    {
        Description = description,
        HelpName = "N|forever",
        CustomParser = result => Read(result, Nodes.Repeat.Parse, Nodes.Repeat.Wanted),
    };

    /// <summary>A switch that `run` sets on the nodes that it starts.</summary>
    public static Option<bool> Hidden(string name) => new(name) { Hidden = true };

    /// <summary>A moment that `run` sets on the nodes that it starts, as the format O writes it.</summary>
    public static Option<DateTimeOffset?> HiddenMoment(string name) => new(name)
    {
        Hidden = true,
        CustomParser = result => Read<DateTimeOffset?>(
            result,
            text => DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null,
            "a moment"),
    };

    /// <summary>An option that takes a whole number.</summary>
    public static Option<int?> Number(string name, string description, int least, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Read<int?>(
            result,
            text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                && value >= least && value <= most
                ? value
                : null,
            most == int.MaxValue ? $"a whole number from {least} up" : $"a whole number from {least} to {most}"),
    };

    /// <summary>An option that takes a seed: any whole number of 64 bits.</summary>
    public static Option<long?> Seed(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Read<long?>(
            result,
            text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
            "a whole number"),
    };

    /// <summary>An option that takes a span of time: 500ms, 5s, 1.5s, 2m.</summary>
    public static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result => Read(result, TimeOf, "a time like 500ms, 5s or 2m"),
    };

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<T?> OneOf<T>(string name, string description, params (string Word, T Value)[] choices)
        where T : struct => new(name)
    {
        Description = description,
        HelpName = string.Join('|', choices.Select(choice => choice.Word)),
        CustomParser = result => Read<T?>(
            result,
            text =>
            {
                foreach (var (word, value) in choices)
                {
                    if (word == text)
                        return value;
                }

                return null;
            },
            string.Join(" or ", choices.Select(choice => choice.Word))),
    };

    /// <summary>Reads 500ms, 5s, 1.5s, 2m; null for anything else and for more than a day.</summary>
    internal static TimeSpan? TimeOf(string text)
    {
        var match = TimePattern().Match(text);
        if (!match.Success || !double.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var amount))
            return null;
        var time = match.Groups[2].Value switch
        {
            "ms" => amount,
            "s" => amount * 1000,
            _ => amount * 60_000,
        };
        return time <= 86_400_000 ? TimeSpan.FromMilliseconds(time) : null;
    }

    private static void RefuseNoPath(SymbolResult result, string name, string what = "file")
    {
        if (result.Tokens.Any(token => token.Value.Length == 0))
            result.AddError($"{name} takes the name of a {what}, not ''.");
    }

    private static T? Read<T>(ArgumentResult result, Func<string, T?> read, string wanted)
    {
        var text = result.Tokens[^1].Value;
        var value = read(text);
        if (value is null)
            result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes {wanted}, not {Quote.Of(text)}.");
        return value;
    }

    [GeneratedRegex(@"^([0-9]{1,9}(?:\.[0-9]{1,9})?) ?(ms|s|m)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimePattern();
}
