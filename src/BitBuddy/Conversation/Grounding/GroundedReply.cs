using System.Text;
using BitBuddy.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>
/// A reply as it is heard and as much of it as may be shown. Where the brain can go back, a refused claim is taken back: the brain goes on
/// from the last word before it with that path closed, so that the claim was never said. After a few tries, and for any other brain, its
/// sentence ends. For one reply.
/// </summary>
internal sealed class GroundedReply(GroundingGuard guard, IRewind? rewind)
{
    /// <summary>So often claims of one sentence are taken back before it ends; the first times what was true of the claim stays.</summary>
    private const int TriesASentence = 4, TriesWithinAClaim = 2;

    /// <summary>So often in a reply: each try costs tokens that nobody sees.</summary>
    private const int TriesInAll = 12;

    private const string Ellipsis = "…";

    private readonly List<Heard> _heard = [];
    private readonly StringBuilder _shown = new();
    private GroundingGuard _guard = guard;
    private (int Sentence, int Count, int Sum) _tries;
    private int _kept;

    // On the screen, and not said again yet since the brain went back.
    private string _ahead = "";
    private bool _ended;
    private bool _broken;

    /// <summary>Whole sentences shown; 0 at the end means that the rules should speak instead.</summary>
    public int Sentences => _guard.ShownSentences;

    /// <summary>A sentence had to be ended with "…".</summary>
    public bool IsBroken => _broken || _guard.BrokenSentences > 0;

    /// <summary>What of the next piece, and of what was held, may be shown.</summary>
    /// <param name="wentBack">The brain was sent back: what it ended with is unsaid.</param>
    public List<GuardStep> Hear(ChatResponseUpdate update, out bool wentBack)
    {
        var tokens = Property<int[]>(update, IRewind.Tokens) ?? [];
        var at = Property<int?>(update, IRewind.Position) - tokens.Length ?? -1;
        _heard.Add(new Heard(update.Text, _guard.Heard, at, tokens.Length > 0 && at >= 0 ? tokens[0] : null));
        var steps = new List<GuardStep>();
        _guard.Push(update.Text, steps);
        // It can still go back in what it has ended with, but only now.
        if (rewind is not null && update.FinishReason is not null)
            End(steps);
        return Settle(steps, out wentBack);
    }

    /// <summary>What was still held.</summary>
    public List<GuardStep> Finish()
    {
        var steps = new List<GuardStep>();
        if (!_ended)
            End(steps);
        steps = Settle(steps, out _, isOver: true);
        if (_ahead.Length > 0)
            Break(steps);
        return steps;
    }

    private void End(List<GuardStep> steps)
    {
        _ended = true;
        _guard.Finish(steps);
    }

    private List<GuardStep> Settle(List<GuardStep> steps, out bool wentBack, bool isOver = false)
    {
        wentBack = false;
        var settled = new List<GuardStep>();
        foreach (var step in steps)
        {
            if (step is GuardStep.Show { Text: var text })
            {
                Show(text, settled);
                continue;
            }

            settled.Add(step);
            if (wentBack = !isOver && TryGoBack((GuardStep.Refuse)step))
                break;
            if (_ahead.Length > 0)
                Break(settled);
        }

        return settled;
    }

    private void Show(string text, List<GuardStep> settled)
    {
        if (_ahead.StartsWith(text, StringComparison.Ordinal))
        {
            _ahead = _ahead[text.Length..];
            return;
        }

        if (text.StartsWith(_ahead, StringComparison.Ordinal))
            text = text[_ahead.Length..];
        else
            Break(settled);
        _ahead = "";
        // A sentence that was broken here already is not ended again.
        if (text == Ellipsis && settled is [.., GuardStep.Show { Text: Ellipsis }])
            return;
        _shown.Append(text);
        settled.Add(new GuardStep.Show(text));
    }

    // What is on the screen will not be said: from here on it differs from what a new guard would let through, so there is no more way back.
    private void Break(List<GuardStep> settled)
    {
        (_broken, _ahead) = (true, "");
        settled.Add(new GuardStep.Show(Ellipsis));
    }

    private bool TryGoBack(GuardStep.Refuse refused)
    {
        var sentence = _guard.ShownSentences;
        _tries = (sentence, sentence == _tries.Sentence ? _tries.Count + 1 : 1, _tries.Sum + 1);
        if (rewind is null || _broken || _tries.Count > TriesASentence || _tries.Sum > TriesInAll)
            return false;
        var wanted = refused.At + (_tries.Count <= TriesWithinAClaim ? refused.True : 0);
        var last = _heard.FindLastIndex(heard => heard.Token is not null && heard.Before <= wanted);
        // Never behind what is on the screen: there, only what came after the last way back can be unsaid.
        if (_ahead.Length > 0)
            last = Math.Max(last, _kept);
        if (last < 0 || last >= _heard.Count || _heard[last].Token is not { } token)
            return false;
        rewind.Rewind(_heard[last].At, [token]);
        Replay(last);
        return true;
    }

    // A new guard hears again what stays; what it lets through is on the screen already.
    private void Replay(int kept)
    {
        _kept = kept;
        _heard.RemoveRange(kept, _heard.Count - kept);
        _guard = _guard.Anew();
        var steps = new List<GuardStep>();
        _heard.ForEach(heard => _guard.Push(heard.Text, steps));
        _ahead = _shown.ToString()[steps.OfType<GuardStep.Show>().Sum(step => step.Text.Length)..];
        _ended = false;
    }

    private static T? Property<T>(ChatResponseUpdate update, string name) =>
        update.AdditionalProperties?.TryGetValue(name, out var value) == true && value is T some ? some : default;

    /// <param name="Before">Characters the guard had heard before it.</param>
    /// <param name="At">Tokens before it.</param>
    /// <param name="Token">The first token it brought; null where it brought none.</param>
    private readonly record struct Heard(string Text, int Before, int At, int? Token);
}
