namespace BitBuddy.Conversation;

/// <summary>
/// Whether the words around the slots go with the facts. Slots cannot say anything false; the words between them could: "nothing" where
/// something was found, "all is well" of a sick buddy, an act nobody did.
/// </summary>
internal static class SlotMeaning
{
    private static readonly char[] Ends = ['.', '!', '?'];

    /// <summary>Null where nothing is wrong, else what is, in few words.</summary>
    /// <param name="known">The words the brain was taught; null or empty where any will do.</param>
    public static string? Fault(SlotPrompt prompt, string reply, IReadOnlySet<string>? known)
    {
        string[] words = [.. Words(reply)];
        if (known is { Count: > 0 } && words.FirstOrDefault(word => !known.Contains(word)) is { } strange)
            return $"no word: {strange}";
        var text = $" {string.Join(' ', words)} ";
        return Against(prompt, text, reply) is { } wrong ? $"against the facts: {wrong.Trim()}" : null;
    }

    private static string? Against(SlotPrompt prompt, string text, string reply)
    {
        var situation = prompt.Situation;
        if (Found(text, SlotWords.Acts) is { } act)
            return act;
        if (situation is Situation.Greeting or Situation.Thanks or Situation.Praise or Situation.Bye && Found(SlotWords.Kind.Aggregate(text, (left, kind) => left.Replace(kind, " ", StringComparison.Ordinal)), SlotWords.Unkind) is { } unkind)
            return unkind;
        if (Situations.IsFound(situation) && Found(text, SlotWords.Nothing) is { } nothing)
            return nothing;
        if (situation is >= Situation.Nothing and <= Situation.NoTidy && Found(text, SlotWords.Denials) is null)
            return "found";
        if (situation is Situation.NotYet && Found(text, SlotWords.Denials) is null && Found(text, SlotWords.Later) is null)
            return "can";
        // That nothing is moved belongs to what could be tidied, and that it is unknown to a file nobody can read.
        if (situation is Situation.TidyFound or Situation.Wordless && Found(text, SlotWords.Denials) is null)
            return "can";
        if (situation is Situation.BestOne or Situation.BestSome && Found(OfFile(reply), SlotWords.Superlatives) is { } superlative)
            return superlative;
        // What is wrong is said by slots; words of a mood of its own are for nobody to judge.
        var speaksOfMood = prompt.Must.Contains("because");
        if (speaksOfMood && prompt.Values.ContainsKey("cure") && Found(text, SlotWords.Well) is { } well)
            return well;
        return speaksOfMood && !prompt.Values.ContainsKey("cure") && Found(text, SlotWords.Ill) is { } ill ? ill : null;
    }

    // What is offered next may have another order: "I can name the newest, too."
    private static string OfFile(string reply) => $" {string.Join(' ', reply.Split(Ends, StringSplitOptions.RemoveEmptyEntries)
        .Select(sentence => $"{string.Join(' ', Words(sentence))} ").Where(words => !SlotWords.Offers.Any(offer => words.StartsWith(offer, StringComparison.Ordinal))))} ";

    private static string? Found(string text, string[] phrases) => Array.Find(phrases, phrase => text.Contains(phrase, StringComparison.Ordinal));

    // "I've got {files}!" to "i've", "got"
    private static IEnumerable<string> Words(string reply)
    {
        for (var at = 0; at < reply.Length;)
        {
            if (reply[at] == '{')
            {
                at = reply.IndexOf('}', at) + 1;
                continue;
            }

            var end = at;
            while (end < reply.Length && (char.IsLetter(reply[end]) || (reply[end] is '\'' or '’' && end > at)))
                end++;
            if (end > at)
                yield return reply[at..end].TrimEnd('\'', '’').ToLowerInvariant();
            at = Math.Max(end, at + 1);
        }
    }
}
