namespace BitBuddy.Conversation;

/// <summary>
/// Lets the brain's words through as they come and holds a claim (number, date, name, path, quote) until it is whole and
/// checked. Refused, its sentence ends with "…" (or, where nothing of it was shown, leaves nothing) and the next one goes on. The
/// result does not depend on how the text was split. For one reply; not for concurrent use.
/// </summary>
public sealed class GroundingGuard
{
    /// <summary>So many words of a sentence wait for its end where the brain cannot take back a claim, so that most refused sentences leave nothing.</summary>
    private const int Patience = 8;

    private readonly ThinkFilter filter = new();
    private readonly ClaimReader reader;
    private readonly Truths truths;
    private readonly Func<Sentence> begin;
    private readonly int patience;
    private readonly int most;
    private Sentence sentence;
    private string held = "";
    private string space = "";
    private string begun = "";
    private string before = "";
    private bool anyShown;
    private int gone;

    /// <param name="waits">The first words of a sentence wait for a claim; without, words pass at once.</param>
    /// <param name="most">Behind so many whole sentences nothing is shown.</param>
    internal GroundingGuard(Facts facts, Sayings sayings, TimeProvider clock, bool waits = true, int most = int.MaxValue)
    {
        (patience, this.most) = (waits ? Patience : 0, most);
        truths = new Truths(facts, clock);
        var sheet = new FactSheet(facts, clock);
        reader = new ClaimReader(sheet, new NameBook(facts, sayings.Places), sayings, TextClaims.Of(facts));
        begin = () => new Sentence(new RowTie(facts.Files.Count, sheet.ListsAll));
        sentence = begin();
    }

    private GroundingGuard(GroundingGuard like)
    {
        (patience, most, truths, reader, begin) = (like.patience, like.most, like.truths, like.reader, like.begin);
        sentence = begin();
    }

    /// <summary>A guard for the same facts that has heard nothing yet.</summary>
    internal GroundingGuard Anew() => new(this);

    /// <summary>Whole sentences shown so far; 0 at the end means that the rules should speak instead.</summary>
    public int ShownSentences { get; private set; }

    /// <summary>Sentences that had to be ended with "…".</summary>
    public int BrokenSentences { get; private set; }

    /// <summary>Characters of the reply heard so far, what it thought aloud aside.</summary>
    public int Heard => gone + held.Length;

    /// <summary>Takes the next piece of the reply; adds what is certain by now to <paramref name="into"/>.</summary>
    public void Push(string text, ICollection<GuardStep> into)
    {
        held += filter.Push(text);
        Advance(isWhole: false, into);
    }

    /// <summary>The reply has ended: what is still held is checked as it stands.</summary>
    public void Finish(ICollection<GuardStep> into)
    {
        held += filter.Push("", isEnd: true);
        Advance(isWhole: true, into);
        EndSentence(into);
    }

    private void Advance(bool isWhole, ICollection<GuardStep> into)
    {
        var at = 0;
        while (at < held.Length)
        {
            if (ShownSentences >= most)
            {
                at = held.Length;
                break;
            }

            var pieces = new Pieces(held, at, isWhole);
            var piece = pieces[0];
            var claim = sentence.Refused || piece.Kind == PieceKind.Space ? null : reader.Read(pieces, sentence);
            var ends = claim is null ? EndsSentence(pieces) : EndsSentence(pieces, claim.End);
            if (pieces.Starved)
                break;
            at = claim?.End ?? piece.End;
            if (claim is not null && !sentence.Tie.Accept(claim))
                Refuse(piece.Start, held[piece.Start..at], into);
            else if (piece.Kind == PieceKind.Space)
                Hold(piece.Text);
            else if (!sentence.Refused)
                Say(held[piece.Start..at], claim, into);
            if (ends)
                EndSentence(into);
        }

        held = held[at..];
        gone += at;
    }

    // Spaces wait for what follows, so that a cut sentence ends without one.
    private void Hold(string spaces)
    {
        sentence.NoteSpace();
        if ((anyShown || begun.Length > 0) && !sentence.Refused && spaces.Length > space.Length)
            space = spaces;
    }

    private void Say(string text, Claim? claim, ICollection<GuardStep> into)
    {
        if (!sentence.Begun)
            before = space;
        begun += Display.Block(space + text);
        space = "";
        sentence.Note(text, claim);
        // A name, a folder or "all of them" is seldom all that is claimed.
        if (sentence.Shown || sentence.Words >= patience || claim is { Kind: not (ClaimKind.Free or ClaimKind.Name or ClaimKind.Place), OfAll: false })
            Release(into);
    }

    private void Release(ICollection<GuardStep> into)
    {
        if (begun.Length == 0)
            return;
        into.Add(new GuardStep.Show(begun));
        begun = "";
        sentence.Shown = anyShown = true;
    }

    private void Refuse(int at, string claim, ICollection<GuardStep> into)
    {
        into.Add(new GuardStep.Refuse(Display.Line(claim), gone + at, truths.Shared(claim)));
        if (sentence.Shown)
        {
            into.Add(new GuardStep.Show("…"));
            BrokenSentences++;
            space = "";
        }
        else if (sentence.Begun)
        {
            (begun, space) = ("", before);
        }

        sentence.Refused = true;
    }

    private void EndSentence(ICollection<GuardStep> into)
    {
        Release(into);
        if (sentence is { HasWords: true, Refused: false })
            ShownSentences++;
        sentence = begin();
    }

    // The mark of a list ends nothing: "1. report.pdf".
    private bool EndsSentence(Pieces pieces) => pieces[0] switch
    {
        { IsLineBreak: true } => true,
        { Kind: PieceKind.Mark, Text: "." or "!" or "?" or "…" } => pieces[1] is { Kind: PieceKind.Space or PieceKind.End } && (sentence.HasWords || sentence.Refused),
        _ => false,
    };

    // A phrase may bring its own mark: "Beep boop!"
    private static bool EndsSentence(Pieces pieces, int end) =>
        pieces.Text[end - 1] is '.' or '!' or '?' or '…' && pieces.CharAt(end) is var next && (next == '\0' || char.IsWhiteSpace(next));
}
