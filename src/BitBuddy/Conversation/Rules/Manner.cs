using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>
/// What a personality adds to a reply. The first reply of a talk shows the manner whole; then its parts take turns, so that nobody
/// hears the same saying with every answer.
/// </summary>
internal sealed class Manner(Personality who, Situation situation, Mood mood, bool isMyHour, int turn)
{
    /// <summary>What would tire with every reply is said once in so many.</summary>
    public const int Often = 2;

    private const int Sometimes = 3;
    private const int Seldom = 5;
    private const int Eager = 7;

    /// <summary>The section of the interjection before the reply; null for none.</summary>
    public string? Opener => situation switch
    {
        Situation.Nothing or Situation.NothingButNear or Situation.NotYet or Situation.Unknown => Speaks ? "None" : null,
        Situation.Help or Situation.Joke or Situation.Clock or Situation.WhoAreYou or Situation.Thanks or Situation.Praise => Speaks && who.Character is not null ? "Talk" : null,
        _ => Situations.IsFound(situation) && Speaks ? "Found" : null,
    };

    /// <summary>A favourite phrase is said once in so many turns; null where this is none of them.</summary>
    public int? Favourite
    {
        get
        {
            var every = who.Humor > 9 ? Often : Sometimes;
            return who.Humor > Eager && who.FavoritePhrases.Count > 0 && turn % every == 0 ? every : null;
        }
    }

    /// <summary>The section of a question whose answer is a next question of files; null for none.</summary>
    public string? AskBack => who.Curiosity <= 8 || turn % Often != 0 ? null : situation switch
    {
        Situation.NoFolder => null,
        Situation.Nothing or Situation.NothingButNear => "AskForAClue",
        Situation.Bye => "AskAtTheDoor",
        >= Situation.Status => "AskToBegin",
        _ => "AskOn",
    };

    private bool IsOfSeveral => situation is Situation.Counted or Situation.FoundFew or Situation.SizedFew or Situation.FoundMany or Situation.ListedMany or Situation.BestSome;

    private bool IsTrouble => situation is Situation.Nothing or Situation.NothingButNear or Situation.NotYet or Situation.Unknown;

    // Who is hard to excite, or has no character to show, seldom cries out.
    private bool Speaks => who.Quirks.DiscoveryExcitement > Eager || (who.Character is not null && (who.Quirks.DiscoveryExcitement > 4 || turn % Sometimes == 0));

    /// <summary>Sections of further sentences, in their order, and in how many turns each comes once.</summary>
    public IEnumerable<(string Section, int Every)> Remarks()
    {
        var worry = mood.State switch { MoodState.Critical => Often, MoodState.Sick => Sometimes, _ => 0 };
        if (Situations.IsOfFiles(situation) && worry > 0 && turn % worry == 0)
        {
            yield return ("Aside", worry);
            yield return ("Cure", worry);
        }

        if (who.Empathy > Eager && IsTrouble && turn % Often == 1)
            yield return ("Comfort", Often);
        if (who.Proactiveness >= Eager && IsOfSeveral && turn % Sometimes == 1)
            yield return ("Suggest", Sometimes);
        else if (IsOfSeveral && turn % Seldom == 3)
            yield return (Style, Seldom);
        if (situation == Situation.Greeting && isMyHour && turn == 0)
            yield return ("MyHour", 1);
    }

    private string Style => who.Quirks.OrganizationStyle switch
    {
        "creative" => "Creative",
        "spontaneous" => "Spontaneous",
        _ => "Methodical",
    };
}
