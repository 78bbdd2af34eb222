using System.Text.RegularExpressions;
using BitBuddy.Conversation;

namespace BrainSchool.Lessons;

/// <summary>Every word the grammar can say, lower case.</summary>
internal static partial class GrammarWords
{
    private const int Draws = 80;

    public static IReadOnlyList<string> All(Grammar grammar)
    {
        var random = new Random(1);
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var phrase in grammar.All)
        {
            for (var i = 0; i < (phrase.Contains('[', StringComparison.Ordinal) ? Draws : 1); i++)
                words.UnionWith(Word().Matches(Slot().Replace(Phrase.Settle(phrase, random.Next), " ")).Select(match => match.Value.TrimEnd('\'').ToLowerInvariant()));
        }

        return [.. words];
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\p{L}[\p{L}'’]*")]
    private static partial Regex Word();
}
