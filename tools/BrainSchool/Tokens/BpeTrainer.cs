using System.Text;

namespace BrainSchool.Tokens;

/// <summary>Learns which neighbours to merge: always the pair that stands most often in the words counted so far.</summary>
internal static class BpeTrainer
{
    /// <summary>Merges in their order; fewer than <paramref name="most"/> where no pair stands twice any more. The same texts give the same merges.</summary>
    public static IReadOnlyList<(string Left, string Right)> Learn(IEnumerable<string> texts, int most)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(WordSplit.Of))
            counts[word] = counts.GetValueOrDefault(word) + 1;
        var words = counts.OrderBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => (Parts: Encoding.UTF8.GetBytes(word.Key).Select(value => ByteLetters.Of(value).ToString()).ToList(), Count: word.Value)).ToList();

        var pairs = new Dictionary<(string Left, string Right), long>();
        var places = new Dictionary<(string Left, string Right), HashSet<int>>();
        for (var i = 0; i < words.Count; i++)
            Count(i, sign: 1);

        List<(string Left, string Right)> merges = [];
        while (merges.Count < most && pairs.Count > 0)
        {
            var (best, count) = pairs.Aggregate((a, b) => b.Value > a.Value || (b.Value == a.Value && Before(b.Key, a.Key)) ? b : a);
            if (count < 2)
                break;
            merges.Add(best);
            foreach (var i in places[best].ToList())
            {
                Count(i, sign: -1);
                Merge(words[i].Parts, best);
                Count(i, sign: 1);
            }
        }

        return merges;

        void Count(int at, int sign)
        {
            var (parts, times) = words[at];
            for (var i = 0; i + 1 < parts.Count; i++)
            {
                var pair = (parts[i], parts[i + 1]);
                var sum = pairs.GetValueOrDefault(pair) + (sign * times);
                if (sum > 0)
                    pairs[pair] = sum;
                else
                    pairs.Remove(pair);
                if (!places.TryGetValue(pair, out var where))
                    places[pair] = where = [];
                if (sign > 0)
                    where.Add(at);
                else
                    where.Remove(at);
            }
        }
    }

    /// <summary>Puts the pair together wherever it stands.</summary>
    public static void Merge(List<string> parts, (string Left, string Right) pair)
    {
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            if (parts[i] != pair.Left || parts[i + 1] != pair.Right)
                continue;
            parts[i] += parts[i + 1];
            parts.RemoveAt(i + 1);
        }
    }

    private static bool Before((string Left, string Right) a, (string Left, string Right) b) =>
        string.CompareOrdinal(a.Left, b.Left) is var order && order != 0 ? order < 0 : string.CompareOrdinal(a.Right, b.Right) < 0;
}
