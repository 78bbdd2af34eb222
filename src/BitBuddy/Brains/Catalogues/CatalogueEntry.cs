using System.Globalization;

namespace BitBuddy.Brains;

/// <summary>Reads one brain of the catalogue.</summary>
internal sealed class CatalogueEntry
{
    private const long MostBytes = 1_000_000_000_000;
    private const int LongestText = 300;

    private static readonly string[] Needed =
        ["id", "name", "tier", "repository", "file", "bytes", "licence", "template", "released", "context", "attention_layers", "kv_heads", "head_size", "good_for"];

    private static readonly string[] Fields = [.. Needed, "revision", "sha256", "terms", "state_bytes", "note"];

    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, long> _numbers = [];

    /// <param name="tiers">Those read before; an entry is of one of them.</param>
    public static CatalogueBrain Read(ref StrictJson reader, IReadOnlyList<BrainTier> tiers, IReadOnlyList<CatalogueBrain> before)
    {
        var line = reader.Line;
        var entry = new CatalogueEntry();
        while (reader.Next(out var field))
            entry.Take(ref reader, field, tiers);
        var missing = Needed.Where(field => !entry._texts.ContainsKey(field) && !entry._numbers.ContainsKey(field)).ToList();
        if (missing.Count > 0)
            throw reader.AtLine(line, $"this brain lacks {string.Join(", ", missing.Select(field => $"\"{field}\""))}.");
        var brain = entry.Build(tiers);
        return before.Any(other => other.Id == brain.Id) || tiers.Any(tier => tier.Id == brain.Id)
            ? throw reader.AtLine(line, $"the id \"{brain.Id}\" is there twice. Give each tier and brain one of its own.")
            : brain;
    }

    private void Take(ref StrictJson reader, string field, IReadOnlyList<BrainTier> tiers)
    {
        switch (field)
        {
            case "id":
                _texts[field] = CatalogueReader.Id(ref reader);
                break;
            case "tier":
                _texts[field] = reader.OneOf([.. tiers.Select(tier => tier.Id)]);
                break;
            case "repository":
                _texts[field] = Checked(ref reader, text => text.Split('/') is [var owner, var name] && IsPlain(owner) && IsPlain(name), "\"owner/repository\"");
                break;
            case "file":
                _texts[field] = Checked(ref reader, text => IsPlain(text) && text.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase), "a file's name that ends with .gguf");
                break;
            case "revision":
                _texts[field] = Checked(ref reader, text => IsHex(text, 40), "40 hexadecimal digits in small letters");
                break;
            case "sha256":
                _texts[field] = Checked(ref reader, text => IsHex(text, 64), "64 hexadecimal digits in small letters; leave it out where it is not known");
                break;
            case "released":
                _texts[field] = Checked(ref reader, text => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "year and month, as 2025-04");
                break;
            case "name" or "licence" or "terms" or "template" or "good_for" or "note":
                _texts[field] = reader.Text(LongestText);
                break;
            case "bytes" or "state_bytes":
                _numbers[field] = reader.Large(1, MostBytes);
                break;
            case "context":
                _numbers[field] = reader.Whole(1, int.MaxValue);
                break;
            case "attention_layers" or "kv_heads" or "head_size":
                _numbers[field] = reader.Whole(0, 4096);
                break;
            default:
                throw reader.Unknown(Fields);
        }
    }

    private CatalogueBrain Build(IReadOnlyList<BrainTier> tiers) => new()
    {
        Id = _texts["id"],
        Name = _texts["name"],
        Tier = tiers.First(tier => tier.Id == _texts["tier"]),
        Repository = _texts["repository"],
        File = _texts["file"],
        Revision = _texts.GetValueOrDefault("revision"),
        Bytes = _numbers["bytes"],
        Sha256 = _texts.GetValueOrDefault("sha256"),
        Licence = _texts["licence"],
        Terms = _texts.GetValueOrDefault("terms"),
        Template = _texts["template"],
        Released = _texts["released"],
        ContextLength = (int)_numbers["context"],
        // A key and a value of 16 bits for each head of each layer with attention.
        Shape = new BrainShape(
            _numbers["attention_layers"] * _numbers["kv_heads"] * _numbers["head_size"] * 2 * sizeof(ushort), _numbers.GetValueOrDefault("state_bytes")),
        GoodFor = _texts["good_for"],
        Note = _texts.GetValueOrDefault("note"),
    };

    private static string Checked(ref StrictJson reader, Func<string, bool> isRight, string what)
    {
        var text = reader.Text(LongestText);
        return isRight(text) ? text : throw reader.Wrong(what);
    }

    // A name of a folder or a file and never a way out of one.
    private static bool IsPlain(string text) => text.Length > 0 && text[0] != '.' && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsHex(string text, int digits) => text.Length == digits && text.All(char.IsAsciiHexDigitLower);
}
