namespace BitBuddy.Files.Ignoring;

/// <summary>The rules of folders that are read one by one: what stands in the folders above them is read once for all.</summary>
internal sealed class RulesAbove
{
    private const int Most = 4096;

    private readonly Dictionary<byte[], IgnoreRules> _known = new(NameComparer.Instance);

    /// <summary>The rules in a folder, those of all folders above it heard.</summary>
    /// <param name="hasFile">True where a file of rules lies there.</param>
    public IgnoreRules Of(byte[] folder, bool hasFile) =>
        PathText.Above(folder) is { } above ? Known(above).Inside(folder, PathText.NameIn(above, folder), hasFile) : IgnoreRules.OfRoot(folder);

    private IgnoreRules Known(byte[] folder)
    {
        if (_known.TryGetValue(folder, out var rules))
            return rules;
        rules = Of(folder, hasFile: true);
        // Who reads for long should not come to hold every folder.
        if (_known.Count == Most)
            _known.Clear();
        return _known[folder] = rules;
    }
}
