using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>
/// How one reply is worded. A talk goes through each section's phrases in turn, those of the character's own and those of every buddy
/// alternating, so that none comes again soon; its first reply begins where the question says, so that single questions differ too.
/// </summary>
/// <param name="about">What the reply is about, in words.</param>
/// <param name="turn">How many replies the talk had before.</param>
internal sealed class Wording(Personality personality, string about, int turn, IReadOnlyDictionary<string, string> slots)
{
    private readonly PhraseFile? _own = PhraseFile.Of(personality.Character);

    /// <summary>The section's phrase for this turn is the character's own.</summary>
    public bool IsOwn(string section) => Pick(section).IsOwn;

    /// <summary>The section's phrase for this turn, in the manner of the personality, slots filled.</summary>
    public string Say(string section)
    {
        var (phrase, cycle, _) = Pick(section);
        var choice = 0u;
        var settled = Phrase.Settle(phrase, count => (int)((PhraseSeed.Of(personality.Name, about, section) + choice++ + cycle) % (uint)count));
        return Phrase.Fill(Contractions.For(personality.Formality, settled), slots);
    }

    /// <summary>The character's own interjection before what is said; else what any buddy would say.</summary>
    public string Interject(string section)
    {
        var phrases = _own?[section] is { Count: > 0 } own ? own : PhraseFile.Common[section];
        return phrases[(int)(At(section) % (uint)phrases.Count)];
    }

    /// <summary>One of the user's own phrases, word for word.</summary>
    /// <param name="every">It is said once in so many turns.</param>
    public string Favourite(int every) =>
        Display.Line(personality.FavoritePhrases[(int)((Begin("") + (uint)(turn / every)) % (uint)personality.FavoritePhrases.Count)]);

    private (string Phrase, uint Cycle, bool IsOwn) Pick(string section)
    {
        var at = At(section);
        var (own, common) = (_own?[section] ?? [], PhraseFile.Common[section]);
        var isOwn = own.Count > 0 && (common.Count == 0 || at % 2 == 0);
        if (own.Count > 0 && common.Count > 0)
            at /= 2;
        var phrases = isOwn ? own : common;
        return (phrases[(int)(at % (uint)phrases.Count)], at / (uint)phrases.Count, isOwn);
    }

    private uint At(string section) => unchecked(Begin(section) + (uint)turn);

    private uint Begin(string section) => PhraseSeed.Of(personality.Name, section, turn == 0 ? about : "");
}
