using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>A question read through: its verb and all that limits it.</summary>
/// <param name="Changes">A verb of change was passed over: "changed yesterday", "I wrote".</param>
internal sealed record Heard(Ask Ask, Draft Draft, Aspect Aspect, bool Changes)
{
    /// <summary>It says what it is about; if not, it leans on what was spoken of.</summary>
    public bool HasNoun => Draft.HasNoun || Ask.NamesAll;

    /// <summary>The intent; null when it is not about files, or asks what no query holds.</summary>
    public Intent? Intent
    {
        get
        {
            var kind = Kind;
            // "how many recent files" counts by no order.
            if (!IsAboutFiles || LeavesOutAlone || (kind == IntentKind.Count && Draft.Order != FileOrder.Relevance))
                return null;
            if (kind == IntentKind.Count)
                Draft.Take = null;
            var query = Draft.ToQuery();
            return new Intent(kind, query) { Aspect = Aspect, IsForTime = Draft is { IsForTime: true, NamesMany: false } && kind == IntentKind.Find, ByNoun = ByNoun(query) };
        }
    }

    private FileQuery? ByNoun(FileQuery query) =>
        Draft.Noun.Length > 0 && query is { Words.Count: > 0, Kinds.Count: 1, Extensions.Count: 0 } ? query with { Kinds = [], Words = [.. query.Words, Draft.Noun] } : null;

    // "my name is not Bob" leaves out nothing of files.
    private bool LeavesOutAlone => !HasNoun && Ask.Kind is null && Draft is { HasTime: false, Places.Count: 0, MinBytes: null, MaxBytes: null, Order: FileOrder.Relevance, Except.Count: > 0 }
        && Draft.Except.TrueForAll(except => except is { Kinds.Count: 0, Extensions.Count: 0, Places.Count: 0, From: null, Until: null, AsksTexts: false });

    // "where are you" names nothing to look for.
    private bool IsAboutFiles =>
        Draft.SpeaksOfFiles || (Changes && (Draft.HasTime || (Aspect == Aspect.Date && Draft.WordCount > 0)))
        || (Ask.Sure && (Draft.WordCount > 0 || Draft.HasTime || (Ask.Kind is not null && Aspect is Aspect.Any or Aspect.Size)));

    private IntentKind Kind
    {
        get
        {
            // "how big is my biggest file" asks for that file.
            if (Draft.AsksNumber || (Ask.Kind == IntentKind.Count && (Aspect != Aspect.Size || Draft.Order == FileOrder.Relevance)))
                return IntentKind.Count;
            return Draft.Order switch
            {
                FileOrder.Largest or FileOrder.Smallest => IntentKind.Largest,
                FileOrder.Newest or FileOrder.Oldest => IntentKind.Newest,
                _ when Ask.IsShow => Draft.WordCount > 0 ? IntentKind.Find : IntentKind.List,
                _ => Ask.Kind ?? IntentKind.Find,
            };
        }
    }
}
