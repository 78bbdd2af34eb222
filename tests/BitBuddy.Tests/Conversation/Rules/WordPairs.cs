using System.Text.RegularExpressions;
using BitBuddy.Personalities;

namespace BitBuddy.Tests.Conversation.Rules;

/// <summary>How alike two replies are: by the pairs of neighbouring words, with names, numbers, the causes of moods and the buddy's own phrases taken out.</summary>
public static partial class WordPairs
{
    public static HashSet<string> Of(string reply, Personality who, Mood mood)
    {
        foreach (var own in (string[])[.. who.FavoritePhrases, who.Name, mood.Because, .. mood.Causes.SelectMany(cause => new[] { cause.Because, cause.Cure })])
            reply = reply.Replace(own, " ", StringComparison.OrdinalIgnoreCase);
        var words = Words().Matches(Data().Replace(reply, " ").ToLowerInvariant()).Select(match => match.Value).ToList();
        return [.. words.Zip(words.Skip(1), (one, next) => $"{one} {next}")];
    }

    /// <summary>Which part of the shorter one's pairs the other has too, 0 to 1.</summary>
    public static double Shared(HashSet<string> one, HashSet<string> other) =>
        (double)one.Count(other.Contains) / Math.Max(1, Math.Min(one.Count, other.Count));

    /// <summary>How many of the replies, taken in their order, share less than half with each one taken before.</summary>
    public static int Distinct(IEnumerable<string> replies, Personality who, Mood mood)
    {
        var taken = new List<HashSet<string>>();
        foreach (var pairs in replies.Select(reply => Of(reply, who, mood)).Where(pairs => taken.TrueForAll(before => Shared(before, pairs) < 0.5)))
            taken.Add(pairs);
        return taken.Count;
    }

    // Names stand in quotes, commands in backticks.
    [GeneratedRegex("“[^”]*”|`[^`]*`|[0-9]+(?:[.,:][0-9]+)*")]
    private static partial Regex Data();

    [GeneratedRegex(@"[\p{L}']+")]
    private static partial Regex Words();
}
