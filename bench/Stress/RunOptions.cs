using System.Globalization;
using System.Security.Cryptography;

namespace Stress;

/// <summary>What a run is given: the seed of its chances, and how much of it there is.</summary>
internal sealed record RunOptions(int Seed, int Count)
{
    /// <summary>Reads <c>--seed N</c> and <c>--count N</c>; null, and a line for the user, if there is anything else.</summary>
    public static RunOptions? Parse(ReadOnlySpan<string> args, int defaultCount, out string mistake)
    {
        mistake = string.Empty;
        int? seed = null;
        var count = defaultCount;
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length
                || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || (args[i] == "--count" && number == 0))
            {
                mistake = $"{args[i]} needs a whole number";
                return null;
            }

            switch (args[i])
            {
                case "--seed":
                    seed = number;
                    break;
                case "--count":
                    count = number;
                    break;
                default:
                    mistake = $"unknown option {args[i]}; there are --seed N and --count N";
                    return null;
            }
        }

        return new RunOptions(seed ?? RandomNumberGenerator.GetInt32(int.MaxValue), count);
    }
}
