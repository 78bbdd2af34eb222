using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>
/// How one reply is worded. A talk goes through each section's phrases in turn, those of the character's own spread among those of every
/// buddy, so that none comes again soon; its first reply begins where the question says, so that single questions differ too.
/// </summary>
/// <param name="about">What the reply is about, in words.</param>
/// <param name="turn">How many replies the talk had before.</param>
internal sealed class Wording(Personality personality, string about, int turn, IReadOnlyDictionary<string, string> slots)
{
    private readonly PhraseFile? _own = PhraseFile.Of(personality.Character);

    /// <summary>The section's phrase for this turn is the character's own.</summary>
    public bool IsOwn(string section) => Pick(section, turn, every: 1).IsOwn;

    /// <summary>This talk has said the section's phrase before: all of them were said, or it was the first reply's.</summary>
    public bool IsAgain(string section)
    {
        var (phrase, round, _) = Pick(section, turn, every: 1);
        return round % 2 == 1 || (turn > 0 && round == 0 && phrase == Pick(section, 0, every: 1).Phrase);
    }

    /// <summary>The section's phrase for this turn, in the manner of the personality, slots filled.</summary>
    /// <param name="every">The section is spoken once in so many turns.</param>
    public string Say(string section, int every = 1)
    {
        var (phrase, round, _) = Pick(section, turn, every);
        var choice = 0u;
        var settled = Phrase.Settle(phrase, count => (int)((PhraseSeed.Of(personality.Name, about, section) + choice++ + (uint)round) % (uint)count));
        return Phrase.Fill(Contractions.For(personality.Formality, settled), slots);
    }

    /// <summary>An interjection before what is said: the character's own, else what any buddy would say.</summary>
    public string Interject(string section) => Interject(section, turn);

    /// <summary>As <see cref="Interject(string)"/>, before a phrase that was said before: another one each time it comes.</summary>
    public string InterjectAgain(string section, string again)
    {
        var (_, round, _) = Pick(again, turn, every: 1);
        return Interject(section, (turn % Count(again)) + (round == 0 ? 0 : round + 1));
    }

    private string Interject(string section, int step)
    {
        var phrases = _own?[section] is { Count: > 0 } own ? own : PhraseFile.Common[section];
        return phrases[(int)((uint)(Begin(section, turn) + step) % (uint)phrases.Count)];
    }

    private int Count(string section) => (_own?[section].Count ?? 0) + PhraseFile.Common[section].Count;

    /// <summary>One of the user's own phrases, word for word.</summary>
    public string Favourite(int every) =>
        Display.Line(personality.FavoritePhrases[(int)((uint)(Begin("", turn) + (turn / every)) % (uint)personality.FavoritePhrases.Count)]);

    private (string Phrase, int Round, bool IsOwn) Pick(string section, int when, int every)
    {
        var (own, common) = (_own?[section] ?? [], PhraseFile.Common[section]);
        var all = own.Count + common.Count;
        var said = when / every;
        var place = (int)((uint)(Begin(section, when) + said) % (uint)all);
        // How many of the character's own lie before this place, and before the next.
        var before = place * own.Count / all;
        var isOwn = (place + 1) * own.Count / all > before;
        return (isOwn ? own[before] : common[place - before], said / all, isOwn);
    }

    // Small, so that turns can be added for ever.
    private int Begin(string section, int when) => (int)(PhraseSeed.Of(personality.Name, section, when == 0 ? about : "") % 1_000);
}
