using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>
/// What a personality adds to a reply. The first reply of a talk shows the manner whole; then its parts take turns, so that nobody
/// hears the same saying with every answer.
/// </summary>
internal sealed class Manner(Personality who, Situation situation, Mood mood, bool isMyHour, int turn)
{
    private const int Eager = 7;

    /// <summary>The section of the interjection before the reply; null for none.</summary>
    public string? Opener => situation switch
    {
        Situation.Nothing or Situation.NothingButNear or Situation.NotYet or Situation.Unknown => Speaks ? "None" : null,
        Situation.Help or Situation.Joke or Situation.Clock or Situation.WhoAreYou => Speaks && who.Character is not null ? "Talk" : null,
        _ => Situations.IsFound(situation) && Speaks ? "Found" : null,
    };

    /// <summary>A favourite phrase is said once in so many turns; null where this is none of them.</summary>
    public int? Favourite
    {
        get
        {
            var every = who.Humor > 9 ? 2 : 3;
            return who.Humor > Eager && who.FavoritePhrases.Count > 0 && turn % every == 0 ? every : null;
        }
    }

    /// <summary>The section of a question whose answer is a next question of files; null for none.</summary>
    public string? AskBack => who.Curiosity <= 8 || turn % 2 != 0 ? null : situation switch
    {
        Situation.NoFolder => null,
        Situation.Nothing or Situation.NothingButNear => "AskForAClue",
        Situation.Bye => "AskAtTheDoor",
        >= Situation.Status => "AskToBegin",
        _ => "AskOn",
    };

    private bool IsTrouble => situation is Situation.Nothing or Situation.NothingButNear or Situation.NotYet or Situation.Unknown;

    // Who is hard to excite, or has no character to show, seldom cries out.
    private bool Speaks => who.Quirks.DiscoveryExcitement > Eager || (who.Character is not null && (who.Quirks.DiscoveryExcitement > 4 || turn % 3 == 0));

    /// <summary>Sections of further sentences, in their order.</summary>
    public IEnumerable<string> Remarks()
    {
        if (Situations.IsOfFiles(situation) && mood.State >= MoodState.Sick && turn % (mood.State == MoodState.Critical ? 2 : 4) == 0)
        {
            yield return "Aside";
            yield return "Cure";
        }

        if (who.Empathy > Eager && IsTrouble && turn % 2 == 1)
            yield return "Comfort";
        if (who.Proactiveness >= Eager && situation is (Situation.Counted or Situation.FoundMany or Situation.ListedMany or Situation.BestSome) && turn % 3 == 1)
            yield return "Suggest";
        else if (Situations.IsFound(situation) && turn % 5 == 3)
            yield return Style;
        if (situation == Situation.Greeting && isMyHour)
            yield return "MyHour";
    }

    private string Style => who.Quirks.OrganizationStyle switch
    {
        "creative" => "Creative",
        "spontaneous" => "Spontaneous",
        _ => "Methodical",
    };
}
