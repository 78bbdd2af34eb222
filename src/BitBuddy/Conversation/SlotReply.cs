using System.Text;
using BitBuddy.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>One reply of a brain of slots as it is heard: a phrase with slots, as those of the phrase files.</summary>
internal sealed class SlotReply(int firstToken)
{
    private readonly StringBuilder _phrase = new();
    private bool _isBroken;

    /// <summary>Tokens heard.</summary>
    public int Tokens { get; private set; }

    public UsageDetails? Usage { get; private set; }

    public ChatFinishReason? Finish { get; private set; }

    /// <summary>"You have {files}, {size} in all."; "" where it says what no phrase can.</summary>
    public string Phrase => _isBroken ? "" : _phrase.ToString().Trim();

    public void Hear(ChatResponseUpdate update)
    {
        Finish = update.FinishReason ?? Finish;
        foreach (var usage in update.Contents.OfType<UsageContent>())
            Usage = usage.Details;
        // Text of ours has no brackets, and the brain's brackets are none of slots.
        _isBroken |= update.Text.AsSpan().ContainsAny('{', '}');
        _phrase.Append(update.Text);
        foreach (var token in update.AdditionalProperties?.GetValueOrDefault(IRewind.Tokens) as int[] ?? [])
        {
            Tokens++;
            if (token - firstToken is >= 0 and < SlotTokens.Count and var slot)
                _phrase.Append('{').Append(slot < SlotTokens.Names.Count ? SlotTokens.Names[slot] : "?").Append('}');
        }
    }

    /// <summary>The tokens of all slots but these.</summary>
    public static int[] Closed(int firstToken, SlotPrompt prompt)
    {
        var open = prompt.Must.Concat(prompt.May).Select(SlotTokens.Number).ToHashSet();
        return [.. Enumerable.Range(0, SlotTokens.Count).Where(slot => !open.Contains(slot)).Select(slot => firstToken + slot)];
    }
}
