namespace BitBuddy.App.Bench.Models;

/// <summary>Learns byte-pair merges: again and again the two neighbours that stand together most often become one.</summary>
internal sealed class BytePairs
{
    private readonly List<List<string>> _words = [];
    private readonly List<long> _counts = [];
    private readonly Dictionary<Pair, long> _total = [];
    private readonly Dictionary<Pair, HashSet<int>> _places = [];
    private readonly PriorityQueue<Pair, (long, Pair)> _next = new(Comparer<(long Count, Pair Pair)>.Create(
        (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.Pair.CompareTo(b.Pair)));

    private BytePairs(IEnumerable<KeyValuePair<string, long>> words)
    {
        foreach (var (word, count) in words)
        {
            _words.Add([.. word.Select(letter => letter.ToString())]);
            _counts.Add(count);
            Count(_words.Count - 1, 1);
        }

        Queue(_total.Keys);
    }

    /// <param name="words">Each with how often it stands.</param>
    /// <param name="most">So many merges at most; fewer when all words are whole.</param>
    public static IEnumerable<Pair> Learn(IEnumerable<KeyValuePair<string, long>> words, int most) => new BytePairs(words).Merges().Take(most);

    private IEnumerable<Pair> Merges()
    {
        while (_next.TryDequeue(out var best, out var rank))
        {
            // What was counted anew since stands in the queue again.
            if (rank.Item1 != _total[best])
                continue;
            var touched = new HashSet<Pair>();
            foreach (var word in _places[best].ToList())
            {
                touched.UnionWith(Count(word, -1));
                Join(_words[word], best);
                touched.UnionWith(Count(word, 1));
            }

            Queue(touched);
            yield return best;
        }
    }

    private List<Pair> Count(int word, int sign)
    {
        var letters = _words[word];
        List<Pair> pairs = [.. letters.Skip(1).Select((right, i) => new Pair(letters[i], right))];
        foreach (var pair in pairs)
        {
            _total[pair] = _total.GetValueOrDefault(pair) + (sign * _counts[word]);
            if (!_places.TryGetValue(pair, out var places))
                _places[pair] = places = [];
            if (sign > 0)
                places.Add(word);
            else
                places.Remove(word);
        }

        return pairs;
    }

    private void Queue(IEnumerable<Pair> pairs)
    {
        foreach (var pair in pairs.Where(pair => _total[pair] > 0))
            _next.Enqueue(pair, (_total[pair], pair));
    }

    private static void Join(List<string> letters, Pair pair)
    {
        for (var i = 0; i + 1 < letters.Count; i++)
        {
            if (letters[i] != pair.Left || letters[i + 1] != pair.Right)
                continue;
            letters[i] += letters[i + 1];
            letters.RemoveAt(i + 1);
        }
    }

    /// <summary>Two pieces that become one.</summary>
    internal readonly record struct Pair(string Left, string Right) : IComparable<Pair>
    {
        public string Whole => Left + Right;

        public int CompareTo(Pair other) =>
            string.CompareOrdinal(Left, other.Left) is not 0 and var left ? left : string.CompareOrdinal(Right, other.Right);
    }
}
