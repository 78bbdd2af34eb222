namespace BitBuddy.Conversation;

/// <summary>Alternatives among name words: "tax or budget", "tax return or budget", "invoices and receipts", "cats, dogs or birds".</summary>
internal static class EitherRule
{
    public static void Read(Tokens tokens, Draft draft)
    {
        ReadCommas(tokens, draft);
        for (var at = 1; at < tokens.Count; at++)
        {
            if (!IsJoint(tokens, at))
                continue;
            var start = at;
            while (IsName(tokens, start - 1) && !tokens.IsNext(start))
                start--;
            var items = new List<string[]> { Words(tokens, start, at) };
            // "cats, dogs or birds"
            while (start > 0 && tokens.IsNext(start) && IsName(tokens, start - 1) && tokens.Word(start - 1) is not ("and" or "or"))
            {
                var end = start--;
                while (IsName(tokens, start - 1) && !tokens.IsNext(start))
                    start--;
                items.Insert(0, Words(tokens, start, end));
            }

            items.RemoveAll(item => item.Length == 0);
            var next = at;
            while (IsJoint(tokens, next) || (next > at && next < tokens.Count && tokens.IsNext(next) && IsName(tokens, next)))
            {
                var from = IsJoint(tokens, next) ? next + 1 : next;
                while (tokens[from] is "the" or "my" or "a" or "an" or "our" or "some")
                    from++;
                for (next = from; next < tokens.Count && (IsName(tokens, next) || (next > from && AskPhrases.Changes.Contains(tokens[next]))) && (next == from || !tokens.IsNext(next));)
                    next++;
                if (next > from)
                    items.Add(Words(tokens, from, next));
                else
                    break;
            }

            if (items.Count < 2 || draft.Either.Count > 0)
                continue;
            draft.Either.AddRange(items);
            tokens.Use(start, next - start);
        }
    }

    // "letters, invoices, contracts"
    private static void ReadCommas(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var end = at;
            while (IsName(tokens, end) && Plurals.IsPlural(tokens[end]) && (end == at || (tokens.IsNext(end) && tokens.Word(end - 1) is not ("and" or "or"))))
                end++;
            if (end - at < 2 || tokens.Next(end) >= 0 || tokens.IsNext(at) || IsName(tokens, end) || IsName(tokens, at - 1))
                continue;
            draft.Either.AddRange(Enumerable.Range(at, end - at).Select(item => Words(tokens, item, item + 1)));
            tokens.Use(at, end - at);
        }
    }

    // "or"; "and" between two plurals, for "salt and pepper" is one name.
    private static bool IsJoint(Tokens tokens, int at) =>
        tokens[at] == "or" ? IsName(tokens, at - 1)
        : tokens[at] is "and" or "&" && IsName(tokens, at - 1) && IsName(tokens, at + 1) && Plurals.IsPlural(tokens[at - 1]) && Plurals.IsPlural(tokens[at + 1]);

    private static string[] Words(Tokens tokens, int start, int end) =>
        [.. Enumerable.Range(start, Math.Max(end - start, 0)).Select(at => tokens[at].Length == 0 ? tokens.Name(at) : Plurals.Stem(tokens[at]))];

    private static bool IsName(Tokens tokens, int at) =>
        tokens.Name(at).Length > 0 && !AskPhrases.Stop.Contains(tokens[at]) && UnreadWords.Phrases.Match(tokens, at) == 0 && tokens.Name(at).Any(char.IsLetterOrDigit)
        && !AskPhrases.Changes.Contains(tokens[at]);
}
