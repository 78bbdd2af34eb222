using System.Globalization;
using System.IO.Hashing;
using System.Text;
using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What a buddy remembers at one moment.</summary>
public sealed record Remembered(IReadOnlyList<Told> Told, Growth Growth)
{
    public static readonly Remembered Nothing = new([], Growth.None);

    /// <summary>Names that are never mentioned, by any buddy.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>What the user wants to be called; null while it was not said.</summary>
    public string? UserName => Told.FirstOrDefault(told => told.Kind == ToldKind.Name)?.Text;

    public IEnumerable<Told> Notes => Told.Where(told => told.Kind == ToldKind.Note);

    /// <summary>Changes with anything that may change a reply.</summary>
    public long Version
    {
        get
        {
            var text = new StringBuilder().Append(Growth.Relationship);
            foreach (var told in Told.Where(told => told.Kind != ToldKind.Moment))
                text.Append(CultureInfo.InvariantCulture, $"|{told.Kind}:{told.What.Length}:{told.What}{told.Text.Length}:{told.Text}");
            foreach (var hidden in Hidden)
                text.Append(CultureInfo.InvariantCulture, $"|-{hidden.Length}:{hidden}");
            return (long)XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text.ToString()));
        }
    }

    /// <summary>"pdfs in my thesis" says the folder the user told of: "pdfs in the folder Uni/Thesis".</summary>
    public string Placed(string question)
    {
        foreach (var place in Told.Where(told => told.Kind == ToldKind.Place).OrderByDescending(told => told.What.Length))
        {
            var my = MemoryPhrases.My(place.What);
            for (var at = question.IndexOf(my, StringComparison.OrdinalIgnoreCase); at >= 0; at = question.IndexOf(my, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + my.Length;
                if ((at == 0 || !char.IsLetterOrDigit(question[at - 1])) && (end == question.Length || !char.IsLetterOrDigit(question[end])))
                    return string.Concat(question.AsSpan(0, at), MemoryPhrases.Folder(place.Text), question.AsSpan(end));
            }
        }

        return question;
    }

    /// <summary>True when a question speaks of what is never mentioned.</summary>
    public bool SpeaksOfHidden(string question) =>
        Hidden.Count > 0 && NameFold.Fold(question) is var folded && Hidden.Any(name => folded.Contains(NameFold.Fold(name.Split('/')[^1]), StringComparison.Ordinal));
}
