using System.Text.RegularExpressions;

namespace BrainSchool.Reporting;

/// <summary>Guesses from the words of a reply who said it (naive Bayes), having read other replies.</summary>
internal sealed partial class CharacterGuess
{
    private readonly Dictionary<string, Dictionary<string, int>> _counts;
    private readonly int _words;

    public CharacterGuess(IEnumerable<(string Character, string Reply)> read)
    {
        _counts = read.GroupBy(one => one.Character).ToDictionary(one => one.Key, one => one.SelectMany(said => Words(said.Reply)).CountBy(word => word).ToDictionary());
        _words = _counts.Values.SelectMany(words => words.Keys).Distinct().Count();
    }

    public string Of(string reply) => _counts.Keys.MaxBy(character =>
    {
        var counts = _counts[character];
        var all = counts.Values.Sum() + (0.5 * _words);
        return Words(reply).Sum(word => Math.Log((counts.GetValueOrDefault(word) + 0.5) / all));
    })!;

    private static IEnumerable<string> Words(string reply) => Word().Matches(Slot().Replace(reply, "")).Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Slot();

    [GeneratedRegex("[a-zA-Z']+|!")]
    private static partial Regex Word();
}
