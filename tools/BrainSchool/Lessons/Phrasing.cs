using System.Text.RegularExpressions;
using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BrainSchool.Lessons;

/// <summary>Says what a prompt wants said, in phrases of the grammar: what the brain is to learn.</summary>
internal sealed partial class Phrasing(Grammar grammar)
{
    private const int Tries = 60;
    private const double OwnWords = 0.72, Wide = 0.6, Built = 0.8, Lead = 0.6;

    // Small talk is put together from parts, each said in many ways: so no two greetings need be the same.
    private static readonly Dictionary<Situation, string[][]> Structures = new()
    {
        [Situation.Greeting] = [["Hail", "State", "Invite"], ["Hail", "State", "Invite"], ["Hail", "State"], ["Hail", "Invite"]],
        [Situation.Thanks] = [["Welcome", "Kindness"]],
        [Situation.Bye] = [["Farewell", "Wish"]],
        [Situation.Praise] = [["Glow", "Onward"]],
        [Situation.Insult] = [["Sorry", "Mend"]],
        [Situation.WhoAreYou] = [["Me", "Task"]],
        [Situation.Help] = [["Can", "Try"]],
        [Situation.Unknown] = [["NoIdea", "Instead"]],
    };

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
        else if (isOfFiles && Manner(who) is { } manner && random.Chance(0.5))
            yield return Pick(manner);
        foreach (var section in Structures.TryGetValue(prompt.Situation, out var structures) && random.Chance(Built) ? random.Pick(structures) : Sections(prompt))
            yield return section == "Joke" && random.Chance(Lead) ? $"{Pick("Lead")} {Lowered(Pick(section))}" : Pick(section);
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
            if (Manner(who) is { } manner && random.Chance(Register(who, isOfFiles)) && $"{section} {manner}" is var fitting
                && grammar.Common(fitting).Count + grammar.Own(character, fitting).Count > 0)
                section = fitting;
            var own = grammar.Own(character, section);
            var common = grammar.Common(section);
            return own.Count > 0 && (common.Count == 0 || random.Chance(OwnWords)) ? Settle(own, grammar.Wide(character, section)) : Settle(common, grammar.Wide(null, section));
        }

        // The widening has more in each line, so most of the draws are from it.
        string Settle(IReadOnlyList<string> phrases, IReadOnlyList<string> wide) =>
            Phrase.Settle(wide.Count > 0 && random.Chance(Wide) ? Richer(random.Pick(wide), random.Pick(wide)) : random.Pick(phrases), random.Next);
    }

    // A line that can be said in hundreds of ways comes more often than one that can be said in three.
    private static string Richer(string one, string other) => one.Count(c => c == '|') >= other.Count(c => c == '|') ? one : other;

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

    // How often the words are of somebody so formal: of files more than in small talk, where characters are to be heard.
    private static double Register(Personality who, bool isOfFiles) => (who.Formality, isOfFiles) switch
    {
        (> 8, true) => 0.9,
        (> 6, true) => 0.7,
        (_, true) => 0.5,
        (> 6, false) => 0.5,
        _ => 0.25,
    };

    // "I told..." stays, "Why did..." goes on behind a colon.
    private static string Lowered(string joke) => joke.StartsWith("I ", StringComparison.Ordinal) ? joke : char.ToLowerInvariant(joke[0]) + joke[1..];

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
