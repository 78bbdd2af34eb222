namespace BitBuddy.Brains;

/// <summary>JSON to a catalogue, strictly: what is wrong is named with its line.</summary>
internal static class CatalogueReader
{
    private const int LongestText = 300;

    public static Catalogue Read(ReadOnlySpan<byte> json, string file)
    {
        var reader = new StrictJson(json, file, "the list of brains");
        var (tiers, brains) = (new List<BrainTier>(), new List<CatalogueBrain>());
        reader.Open();
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case "schema":
                    reader.Whole(1, 1);
                    break;
                case "tiers":
                    reader.OpenList();
                    while (reader.NextObject())
                        tiers.Add(Tier(ref reader, tiers));
                    break;
                case "brains":
                    if (tiers.Count == 0)
                        throw reader.AtLine(reader.Line, "\"tiers\" must stand before \"brains\".");
                    reader.OpenList();
                    while (reader.NextObject())
                        brains.Add(CatalogueEntry.Read(ref reader, tiers, brains));
                    break;
                default:
                    throw reader.Unknown("schema", "tiers", "brains");
            }
        }

        reader.End();
        return brains.Count > 0
            ? new Catalogue(tiers, brains)
            : throw reader.AtLine(1, "there are no brains. Add \"tiers\" and \"brains\", or remove the file.");
    }

    /// <summary>An id of a tier or a brain: nothing that could be taken for a path, a file's name or a hash.</summary>
    public static string Id(ref StrictJson reader)
    {
        const string Rule = "an id of 1 to 40 small letters, digits, - . and _ that begins with a letter and is not none";
        var id = reader.Text(40);
        return char.IsAsciiLetterLower(id[0]) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' or '_')
            && id != BrainChoice.None && !id.EndsWith(".gguf", StringComparison.Ordinal)
            ? id
            : throw reader.Wrong(Rule);
    }

    private static BrainTier Tier(ref StrictJson reader, List<BrainTier> before)
    {
        var line = reader.Line;
        string? id = null, meaning = null;
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case "id":
                    id = Id(ref reader);
                    break;
                case "meaning":
                    meaning = reader.Text(LongestText);
                    break;
                default:
                    throw reader.Unknown("id", "meaning");
            }
        }

        if (id is null || meaning is null)
            throw reader.AtLine(line, "this tier needs \"id\" and \"meaning\".");
        return before.All(tier => tier.Id != id) ? new BrainTier(id, meaning) : throw reader.AtLine(line, $"the tier \"{id}\" is there twice. Keep one of them.");
    }
}
