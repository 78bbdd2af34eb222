using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What is said of one file beside its name: what the question orders by, and what it asks for.</summary>
/// <param name="changed">"last changed", or another word for it.</param>
internal sealed class FileValues(IReadOnlyList<string> known, TimeProvider clock, string changed)
{
    /// <summary>"“Documents/Taxes”".</summary>
    public string Place(FileEntry file) => SpokenList.Quoted(PlaceText.Of(file, known));

    /// <summary>"2.3 GB", "last changed on 14 June", "2.3 GB, in “Videos”", "2.3 GB, from 14 June".</summary>
    public string Best(FileEntry file, string? extreme, Aspect aspect) => Both(file, extreme, aspect,
        extreme is "newest" or "oldest" ? $"{changed} {AsOf.On(file.Modified, clock)}" : $"from {Said.Day(file.Modified, clock)}");

    /// <summary>"“a.mp4” (2.3 GB) and “b.mp4” (890 MB)", "“a.mp4” and “b.mp4”, both in “Videos”".</summary>
    public string List(IEnumerable<FileEntry> files, string? extreme, Aspect aspect)
    {
        var listed = files.ToList();
        if (extreme is not null || aspect != Aspect.Place)
            return Join(file => $"{SpokenList.Quoted(file.Name)} ({Short(file)})");
        return listed.Count > 1 && listed.Select(Place).Distinct().Count() == 1
            ? $"{Join(file => SpokenList.Quoted(file.Name))}, {(listed.Count == 2 ? "both" : "all")} in {Place(listed[0])}"
            : Join(file => $"{SpokenList.Quoted(file.Name)} in {Place(file)}");

        string Join(Func<FileEntry, string> said) => SpokenList.Join([.. listed.Select(said)], "and");

        string Short(FileEntry file) => extreme is null && aspect != Aspect.Any
            ? Asked(file, aspect, Said.Day(file.Modified, clock))
            : Both(file, extreme, aspect, Said.Day(file.Modified, clock));
    }

    private string Both(FileEntry file, string? extreme, Aspect aspect, string day)
    {
        var order = extreme is "newest" or "oldest" ? Aspect.Date : Aspect.Size;
        var first = Asked(file, order, day);
        return aspect == Aspect.Any || aspect == order ? first : $"{first}, {Asked(file, aspect, day)}";
    }

    private string Asked(FileEntry file, Aspect aspect, string day) => aspect switch
    {
        Aspect.Place => "in " + Place(file),
        Aspect.Date => day,
        _ => Said.Size(file.Bytes),
    };
}
