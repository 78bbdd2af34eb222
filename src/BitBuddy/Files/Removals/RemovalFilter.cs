namespace BitBuddy.Files;

/// <summary>A query asked of files that are no more; its times are when they were found gone, and texts are gone with them.</summary>
internal sealed class RemovalFilter(FileQuery query)
{
    private readonly string[] _folders = [.. query.Folders.Select(folder => Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar)];
    private readonly RemovalFilter[] _except = [.. query.Except.Select(except => new RemovalFilter(except))];

    public bool Fits(GoneFile file)
    {
        var (path, name) = (NameFold.Fold(file.Path), NameFold.Fold(file.Name));
        var stem = Path.GetFileNameWithoutExtension(name);
        return !query.AsksTexts && (_folders.Length == 0 || Array.Exists(_folders, folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))
            && (query.From is not { } from || file.Noticed >= from) && (query.Until is not { } until || file.Noticed < until)
            && (query.MinBytes is not { } least || file.Bytes >= least) && (query.MaxBytes is not { } most || file.Bytes <= most)
            && (query.Kinds.Count + query.Extensions.Count == 0 || query.Kinds.Contains(file.Kind) || query.Extensions.Contains(Path.GetExtension(name).TrimStart('.')))
            && query.Words.All(word => path.Contains(NameFold.Fold(word), StringComparison.Ordinal))
            && (query.Either.Count == 0 || query.Either.Any(words => words.All(word => path.Contains(NameFold.Fold(word), StringComparison.Ordinal))))
            && (query.Begins.Count == 0 || query.Begins.Any(begin => name.StartsWith(NameFold.Fold(begin), StringComparison.Ordinal)))
            && (query.Ends.Count == 0 || query.Ends.Any(end => stem.EndsWith(NameFold.Fold(end), StringComparison.Ordinal)))
            && (query.Places.Count == 0 || query.Places.Any(place => IsIn(path, place)))
            && !Array.Exists(_except, except => except.Fits(file));
    }

    // "uni/thesis": both on the path, one after the other.
    private static bool IsIn(string path, string place)
    {
        var at = 0;
        foreach (var part in place.Split('/'))
        {
            var found = path.IndexOf($"/{NameFold.Fold(part)}/", at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + 1;
        }

        return true;
    }
}
