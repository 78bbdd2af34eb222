using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>
/// A cue as a brain of slots is told it (layout 2): who speaks, how it is, what the situation is, which slots must and may be said, and the
/// question. What is true stays here as <see cref="Values"/>; the brain sees the names of slots alone.
/// </summary>
/// <param name="Pieces">The prompt, up to where the brain speaks.</param>
/// <param name="Must">Slots a reply has, each once.</param>
/// <param name="May">Slots it may have, once.</param>
/// <param name="Beats">What else it has, see <see cref="SlotManner"/>.</param>
/// <param name="Values">What the slots are filled with.</param>
internal sealed record SlotPrompt(
    Situation Situation, IReadOnlyList<SlotPiece> Pieces, IReadOnlyList<string> Must, IReadOnlyList<string> May, IReadOnlyList<string> Beats,
    IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The number of this order and wording.</summary>
    public const int Layout = 2;

    /// <summary>How a reply is drawn: of these tokens alone.</summary>
    public const float TopP = 0.95f;

    /// <summary>Tokens of the longest reply; prompt and reply fit into <see cref="PromptBudget.SlotContext"/>.</summary>
    public const int Reply = 96;

    /// <summary>Small talk holds no facts and is drawn more freely, so that it is not heard again so soon.</summary>
    public float Temperature => Situation switch
    {
        Situation.Joke => 0.9f,
        Situation.Greeting or (>= Situation.Thanks and <= Situation.Bye) or Situation.Help or Situation.Unknown => 0.7f,
        _ => 0.5f,
    };

    /// <summary>The prompt as one text, as a school writes it down.</summary>
    public string Text => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>Null where no brain of slots speaks: the rules do.</summary>
    /// <param name="turn">How many replies the talk had before.</param>
    /// <param name="random">Draws the beats.</param>
    public static SlotPrompt? Of(string question, Intent intent, Facts facts, Personality personality, Mood mood, int turn, TimeProvider clock, Random random)
    {
        var situation = Situations.Of(intent, facts, mood);
        var values = new ReplySlots(clock).Of(intent, facts, personality, mood, turn);
        if (SlotNeeds.Of(situation, values) is not { } needs)
            return null;
        var beats = SlotManner.Beats(personality, situation, mood, values, random);
        if (beats.Contains(SlotManner.Aside))
            needs = new([.. needs.Must, "because"], [.. needs.May, "mood"]);
        if (beats.Contains(SlotManner.Phrase))
        {
            values["phrase"] = Display.Line(personality.FavoritePhrases[random.Next(personality.FavoritePhrases.Count)]);
            needs = needs with { Must = [.. needs.Must, "phrase"] };
        }

        var head = $"{SlotManner.Words(personality)}\n{Word(mood.State)}\n{string.Join(' ', [Word(situation), .. beats])}\n"
            + $"{Tokens(needs.Must)}\n{Tokens(needs.May)}\n{SlotTokens.Question}";
        return new SlotPrompt(situation,
            [new(head, IsToken: true), .. SlotQuestion.Read(question, intent, facts, personality.Name), new(SlotTokens.Answer, IsToken: true)],
            needs.Must, needs.May, beats, values);
    }

    private static string Tokens(IReadOnlyList<string> slots) => string.Concat(slots.Select(SlotTokens.Of));

    private static string Word<T>(T value) where T : Enum => value.ToString().ToLowerInvariant();
}
