using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>How a personality speaks, for a brain of slots: its character and the levels of its traits as words, and which beats the reply has.</summary>
internal static class SlotManner
{
    /// <summary>Beats beside what must be said, in their order: an interjection before it; a remark on the mood, a quip, a word of comfort,
    /// an offer, a favourite phrase or a question behind it.</summary>
    public const string Open = "open", Aside = "aside", Quip = "quip", Comfort = "comfort", Offer = "offer", Phrase = "phrase", Ask = "ask";

    /// <summary>"nova funny curious casual warm eager".</summary>
    public static string Words(Personality who) => string.Join(' ',
        PromptExamples.Starter(who),
        Level(who.Humor, "serious", "light", "funny"),
        Level(who.Curiosity, "calm", "interested", "curious"),
        who.Formality > 8 ? "stiff" : Level(who.Formality, "casual", "plain", "formal"),
        Level(who.Empathy, "cool", "kind", "warm"),
        Level(who.Proactiveness, "waiting", "helpful", "eager"));

    /// <summary>Draws the beats of one reply: the stronger a trait, the more often it shows. One stands behind what must be said, at most.</summary>
    /// <param name="slots">What there is a value for.</param>
    public static IReadOnlyList<string> Beats(Personality who, Situation situation, Mood mood, IReadOnlyDictionary<string, string> slots, Random random)
    {
        // What is explained takes two sentences.
        var explains = situation is Situation.NotYet or Situation.Help or Situation.Unknown || (situation == Situation.StatusWithoutDisk && slots.ContainsKey("cure"));
        var room = SlotCheck.Sentences - Situations.Sections(situation).Count - (explains ? 1 : 0);
        List<string> beats = [];
        if (room > 0 && Behind(who, situation, mood, random) is { } last)
        {
            beats.Add(last);
            room--;
        }

        if (room > 0 && Opens(situation) && random.NextDouble() < who.Quirks.DiscoveryExcitement / 14.0)
            beats.Insert(0, Open);
        return beats;
    }

    private static string? Behind(Personality who, Situation situation, Mood mood, Random random)
    {
        var isOfFiles = Situations.IsOfFiles(situation);
        var isTrouble = situation is Situation.Nothing or Situation.NothingButNear or Situation.NotYet or Situation.Unknown;
        if (isOfFiles && mood.State >= MoodState.Sick && random.NextDouble() < (mood.State == MoodState.Critical ? 0.5 : 0.3))
            return Aside;
        // What a text says stands alone.
        if (situation is Situation.NoFolder or Situation.Unwell or Situation.Insult or (>= Situation.Summed and <= Situation.SumWhich))
            return null;
        // In turn, the strongest first, so that none drowns the others.
        (string Beat, double Chance)[] wishes =
        [
            (Ask, Chance(who.Curiosity)),
            (Comfort, isTrouble ? Chance(who.Empathy) : 0),
            (Offer, Situations.IsFound(situation) ? Chance(who.Proactiveness) * 0.8 : 0),
            (Phrase, who.FavoritePhrases.Count > 0 ? Chance(who.Humor) * 0.4 : 0),
            (Quip, isOfFiles ? Chance(who.Humor) : 0),
        ];
        foreach (var (beat, chance) in wishes.OrderByDescending(wish => wish.Chance))
        {
            if (random.NextDouble() < chance)
                return beat;
        }

        return null;
    }

    // 0 up to level 3, then rising to nine in ten.
    private static double Chance(int level) => Math.Max(0, level - 3) / 7.0 * 0.9;

    private static bool Opens(Situation situation) => Situations.IsFound(situation)
        || situation is Situation.Nothing or Situation.NothingButNear or Situation.NotYet or Situation.Unknown or Situation.Help or Situation.WhoAreYou;

    private static string Level(int trait, string low, string middle, string high) => trait switch { < 3 => low, > 6 => high, _ => middle };
}
