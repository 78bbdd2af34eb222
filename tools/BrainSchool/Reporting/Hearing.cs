using System.Text.RegularExpressions;
using BitBuddy.Conversation;
using BrainSchool.Lessons;
using BrainSchool.Model;
using BrainSchool.Tokens;

namespace BrainSchool.Reporting;

/// <summary>Lets a brain speak as the app does: slots it has no value for are closed, what it says is checked.</summary>
internal sealed partial class Hearing(Weights weights, Vocabulary words)
{
    private readonly Speaker _speaker = new(weights);
    private readonly FixedClock _clock = new();
    private readonly HashSet<string> _known = [.. GrammarWords.All(new Grammar())];

    /// <summary>Speaks at the app's temperature.</summary>
    public Heard Hear(Scene scene, Random random)
    {
        var prompt = scene.Prompt(_clock, random);
        return Hear(scene, prompt, scores => Pick.Drawn(scores, prompt.Temperature, SlotPrompt.TopP, random));
    }

    public Heard Hear(Scene scene, SlotPrompt prompt, Func<float[], int> pick)
    {
        var phrase = Named().Replace(words.Decode(Tokens(prompt, pick)), slot => int.Parse(slot.Groups[1].Value) is var number && number < SlotTokens.Names.Count ? $"{{{SlotTokens.Names[number]}}}" : slot.Value);
        return new Heard(scene, prompt, phrase, SlotCheck.Fault(prompt, phrase, _known) ?? (Grounds.Pass(scene, prompt, phrase, _clock) ? null : "not in the facts"));
    }

    /// <summary>The tokens of a reply.</summary>
    public List<int> Tokens(SlotPrompt prompt, Func<float[], int> pick)
    {
        var open = prompt.Must.Concat(prompt.May).Select(slot => words.FirstSlot + SlotTokens.Number(slot)).Append(words.End).ToHashSet();
        return _speaker.Say(words.Encode(prompt), words.End, SlotPrompt.Reply, token => token < words.FirstSlot || open.Contains(token), pick);
    }

    [GeneratedRegex(@"<\|v(\d+)\|>")]
    private static partial Regex Named();
}
