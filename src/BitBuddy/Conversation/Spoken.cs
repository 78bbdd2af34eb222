using System.Text;

namespace BitBuddy.Conversation;

/// <summary>What became of one reply while it was spoken.</summary>
internal sealed class Spoken
{
    private readonly StringBuilder _text = new();

    /// <summary>The words shown so far.</summary>
    public string Text => _text.ToString();
    public bool HasText => _text.Length > 0;
    public VoiceKind Voice { get; set; } = VoiceKind.Rules;

    /// <summary>A sentence: why the voice is not the brain's.</summary>
    public string? WhyNot { get; set; }

    /// <summary>The brain stopped in mid-reply.</summary>
    public bool Cut { get; set; }

    /// <summary>A sentence was ended with "…" because a claim in it was not shown.</summary>
    public bool Broken { get; set; }

    /// <summary>Claims that were not shown.</summary>
    public int Refused { get; set; }

    /// <summary>Null while the brain produced no token.</summary>
    public BrainUse? Use { get; set; }

    /// <summary>The talk to build the next prompt on; null when this turn did not become part of it.</summary>
    public Talk? Talk { get; set; }

    /// <summary>Notes words on their way to the screen.</summary>
    public ReplyPart.Words Add(string text)
    {
        _text.Append(text);
        return new ReplyPart.Words(text);
    }

    /// <summary>What was said is no answer: the next voice begins anew.</summary>
    public void Discard() => _text.Clear();
}
