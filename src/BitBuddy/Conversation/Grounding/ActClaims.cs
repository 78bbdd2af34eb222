namespace BitBuddy.Conversation;

/// <summary>Acts on files the reply says are its own, done or to come: a voice only speaks, so none of them is true.</summary>
internal static class ActClaims
{
    private const int Reach = 6;

    public static Claim? Read(Pieces pieces, Sentence sentence)
    {
        var word = Plain(pieces[0]);
        if (GuardPhrases.Speaker.Contains(word) || (word == "me" && sentence.Previous == "let"))
            return Act(pieces, 0);
        // "I looked and deleted it."
        if (word is "and" or "then" && sentence is { HasSpeaker: true, Negated: false })
            return Act(pieces, 0);
        return word is "been" or "got" or "were" or "was" or "being" && !sentence.Negated ? Done(pieces) : null;
    }

    private static Claim? Act(Pieces pieces, int at)
    {
        for (var (step, before) = (0, Plain(pieces[at])); step < Reach; step++, before = Plain(pieces[at]))
        {
            at = pieces.NextWord(at);
            if (at < 0)
                return null;
            var word = Plain(pieces[at]);
            if (GuardPhrases.Acts.Contains(word))
                return IsAct(word, before, pieces.NextLower(at)) ? Claim.Refused(pieces[at].End) : null;
            if (!GuardPhrases.ToAct.Contains(word))
                return null;
        }

        return null;
    }

    // "I am open to that", "I'm back" are no acts.
    private static bool IsAct(string word, string before, string next) =>
        (before is not ("am" or "i'm" or "are" or "we're" or "was" or "be") || word.EndsWith("ing", StringComparison.Ordinal))
        && (word is not ("back" or "backed") || next == "up");

    private static Claim? Done(Pieces pieces)
    {
        var at = pieces.NextWord(0);
        if (at >= 0 && pieces[at].Lower is "just" or "already" or "safely" or "successfully" or "now")
            at = pieces.NextWord(at);
        return at >= 0 && GuardPhrases.Undergone.Contains(pieces[at].Lower) ? Claim.Refused(pieces[at].End) : null;
    }

    private static string Plain(Piece piece) => piece.Lower.Replace('\u2019', '\'');
}
