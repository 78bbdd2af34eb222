using System.Text.RegularExpressions;
using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BrainSchool.Lessons;

/// <summary>Says what a prompt wants said, in phrases of the grammar: what the brain is to learn.</summary>
internal sealed partial class Phrasing(Grammar grammar)
{
    private const int Tries = 60;
    private const double OwnWords = 0.72, Register = 0.5;

    /// <summary>A reply that nothing is wrong with; null where chance found none, as for beats that leave little room.</summary>
    /// <param name="stands">What else a reply must pass.</param>
    public string? Say(SlotPrompt prompt, Personality who, Random random, Func<string, bool> stands)
    {
        for (var i = 0; i < Tries; i++)
        {
            var reply = Lone().Replace(string.Join(' ', Parts(prompt, who, random)), "");
            if (SlotCheck.Fault(prompt, reply) is null && stands(reply))
                return reply;
        }

        return null;
    }

    private IEnumerable<string> Parts(SlotPrompt prompt, Personality who, Random random)
    {
        var character = PromptExamples.Starter(who);
        var isOfFiles = Situations.IsOfFiles(prompt.Situation);
        if (prompt.Beats.Contains(SlotManner.Open))
            yield return Pick(Opener(prompt.Situation));
        else if (random.Chance(Register) && Manner(who) is { } manner && grammar.Common(manner) is { Count: > 0 } && isOfFiles)
            yield return Pick(manner);
        foreach (var section in Sections(prompt))
            yield return Pick(section);
        foreach (var beat in prompt.Beats.Where(beat => beat != SlotManner.Open))
        {
            yield return beat switch
            {
                SlotManner.Aside => Pick("Aside"),
                SlotManner.Quip => Pick("Quip"),
                SlotManner.Comfort => Pick("Comfort"),
                SlotManner.Offer => Pick("Suggest"),
                SlotManner.Phrase => "{phrase}",
                _ => Pick(Ask(prompt.Situation)),
            };
        }

        string Pick(string section)
        {
            var own = grammar.Own(character, section);
            var common = grammar.Common(section);
            if (Manner(who) is { } manner && grammar.Common($"{section} {manner}") is { Count: > 0 } fitting && random.Chance(Register))
                return Settle(fitting, grammar.Wide(null, $"{section} {manner}"));
            return own.Count > 0 && (common.Count == 0 || random.Chance(OwnWords)) ? Settle(own, grammar.Wide(character, section)) : Settle(common, grammar.Wide(null, section));
        }

        // The widening has more in each line, so half of the draws are from it.
        string Settle(IReadOnlyList<string> phrases, IReadOnlyList<string> wide) =>
            Phrase.Settle(random.Pick(wide.Count > 0 && random.Chance(0.6) ? wide : phrases), random.Next);
    }

    private static IEnumerable<string> Sections(SlotPrompt prompt)
    {
        var hasCure = prompt.Must.Contains("cure");
        return prompt.Situation switch
        {
            Situation.Status when hasCure => ["MoodAlone", "Cure", "Disk"],
            Situation.StatusWithoutDisk when hasCure => ["MoodAlone", "Cure", "Keep"],
            Situation.Unwell when hasCure => ["Unwell", "Cure"],
            _ => Situations.Sections(prompt.Situation),
        };
    }

    private static string? Manner(Personality who) => who.Formality switch { < 3 => "casual", > 6 => "formal", _ => null };

    private static string Opener(Situation situation) => situation switch
    {
        Situation.Nothing or Situation.NothingButNear or Situation.NotYet or Situation.Unknown => "None",
        Situation.Help or Situation.WhoAreYou => "Talk",
        _ => "Found",
    };

    private static string Ask(Situation situation) => situation switch
    {
        Situation.Nothing or Situation.NothingButNear => "AskForAClue",
        Situation.Bye => "AskAtTheDoor",
        >= Situation.Status => "AskToBegin",
        _ => "AskOn",
    };

    // Spaces that an empty choice left behind.
    [GeneratedRegex(@" +(?=[ ,.!?])")]
    private static partial Regex Lone();
}
