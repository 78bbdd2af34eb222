namespace BitBuddy.Files;

/// <summary>The words of a folded name and how near they are to another.</summary>
internal static class NameWords
{
    /// <summary>Runs of letters and digits.</summary>
    public static List<string> Of(string folded)
    {
        var words = new List<string>();
        for (var i = 0; i < folded.Length;)
        {
            var end = i;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
                end++;
            if (end > i)
                words.Add(folded[i..end]);
            i = end + 1;
        }

        return words;
    }

    /// <summary>True when one letter added, dropped, changed, or two neighbours swapped make one the other.</summary>
    public static bool IsOneEdit(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || a == b)
            return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var restA = a.AsSpan(start);
        var restB = b.AsSpan(start);
        if (a.Length > b.Length)
            return restA[1..].SequenceEqual(restB);
        if (a.Length < b.Length)
            return restA.SequenceEqual(restB[1..]);
        return restA[1..].SequenceEqual(restB[1..])
            || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
    }
}
