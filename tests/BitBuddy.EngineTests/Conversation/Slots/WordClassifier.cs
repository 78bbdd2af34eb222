using System.Text.RegularExpressions;

namespace BitBuddy.EngineTests.Conversation.Slots;

/// <summary>Tells speakers apart by their words: naive Bayes, taught with some of their replies.</summary>
internal sealed partial class WordClassifier
{
    private readonly Dictionary<string, Dictionary<string, int>> _counts = [];

    public void Teach(string speaker, string reply)
    {
        if (!_counts.TryGetValue(speaker, out var counts))
            _counts[speaker] = counts = [];
        foreach (Match word in Words().Matches(reply.ToLowerInvariant()))
            counts[word.Value] = counts.GetValueOrDefault(word.Value) + 1;
    }

    public string Guess(string reply)
    {
        var vocabulary = _counts.Values.SelectMany(counts => counts.Keys).Distinct().Count();
        return _counts.MaxBy(speaker => Words().Matches(reply.ToLowerInvariant())
            .Sum(word => Math.Log((speaker.Value.GetValueOrDefault(word.Value) + 0.5) / (speaker.Value.Values.Sum() + 0.5 * vocabulary)))).Key;
    }

    [GeneratedRegex("[a-z']+|!")]
    private static partial Regex Words();
}
