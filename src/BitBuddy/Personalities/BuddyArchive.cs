using System.Text;
using System.Text.Json;
using BitBuddy.Conversation;
using BitBuddy.Platform;

namespace BitBuddy.Personalities;

/// <summary>
/// A buddy as one file: its personality as the user wrote it, what it remembers and what it was asked. One JSON object, so that it holds no
/// paths, links or packed data, and is checked whole before anything is made of it.
/// </summary>
internal sealed record BuddyArchive
{
    /// <summary>A larger file is refused before it is parsed.</summary>
    public const int MaxBytes = 4_000_000;

    private const int Version = 1;

    // Set, not initialised: as in Config.
    public int BitBuddy { get; set; }
    public JsonElement Personality { get; set; }
    public DateTimeOffset? Met { get; set; }
    public int Days { get; set; }
    public long Questions { get; set; }
    public IReadOnlyList<ArchivedTold> Told { get; set; } = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<ArchivedAsked> Asked { get; set; } = [];

    public static BuddyArchive Of(byte[] personality, Remembered memory, IReadOnlyList<AskedBefore> asked)
    {
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(personality).TrimStart('\uFEFF'));
        return new BuddyArchive
        {
            BitBuddy = Version,
            Personality = json.RootElement.Clone(),
            Met = memory.Growth.Met,
            Days = memory.Growth.Days,
            Questions = memory.Growth.Questions,
            Told = [.. memory.Told.Select(told => new ArchivedTold(told.Kind.ToString(), told.What, told.Text, told.At))],
            Asked = [.. asked.Reverse().Select(one => new ArchivedAsked(one.Intent.ToString(), one.Question, one.At))],
        };
    }

    /// <summary>Reads and checks a file of anybody's; changes nothing.</summary>
    /// <exception cref="BuddyException">It is missing, unreadable, or no buddy; says what and where.</exception>
    public static BuddyArchive Read(string path)
    {
        var shown = Display.Line(path);
        try
        {
            using var file = OrdinaryFile.Open(path) ?? throw new BuddyException($"{shown} is not an ordinary file, so no buddy is in it.");
            if (file.Length > MaxBytes)
                throw new BuddyException($"{shown} is larger than {MaxBytes / 1_000_000} MB, and no exported buddy is.");
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            var archive = JsonSerializer.Deserialize(bytes, CoreJson.Default.BuddyArchive) ?? throw new JsonException();
            return archive.Problem() is { } problem ? throw new BuddyException($"{shown} is not a buddy that can be imported: {problem}.") : archive;
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? $", line {line + 1}" : "";
            throw new BuddyException($"{shown}{where}: this is not an exported buddy{(string.IsNullOrEmpty(e.Path) || e.Path == "$" ? "" : $" ({Display.Line(NameText.Cut(e.Path, 80))})")}. Export it again with `bitbuddy buddy export`.", inner: e);
        }
        catch (FileNotFoundException e)
        {
            throw new BuddyException($"There is no file {shown}.", ExitCode.NotFound, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{shown} could not be read: {Display.Line(e.Message)}", inner: e);
        }
    }

    /// <summary>The personality file's text.</summary>
    public byte[] PersonalityText() => Encoding.UTF8.GetBytes(Personality.GetRawText() + "\n");

    public Remembered Memory() => new(
        [.. Told.Select(told => new Told(0, Enum.Parse<ToldKind>(told.Kind), told.What, told.Text, told.At))], new Growth(Met, Days, Questions));

    public IEnumerable<AskedBefore> History() => Asked.Select(asked => new AskedBefore(Enum.Parse<IntentKind>(asked.Intent), asked.Question, asked.At));

    private string? Problem()
    {
        if (BitBuddy != Version)
            return BitBuddy > Version ? "it was made by a newer Bit Buddy; update this one" : "its version is missing";
        if (Personality.ValueKind != JsonValueKind.Object)
            return "its personality is missing";
        if (Days is < 0 or > 1_000_000 || Questions < Days || Questions > 1_000_000_000 || (Met is null && Questions > 0))
            return "its days and questions cannot be true";
        if (Told.Any(told => told is null) || Asked.Any(asked => asked is null))
            return "a part of its memory is missing";
        if (Told.Count > 2 * Conversation.Told.Most || Asked.Count > BuddyMemory.MostAsked)
            return "it remembers more than a buddy can";
        if (Told.FirstOrDefault(told => !IsName<ToldKind>(told.Kind) || Conversation.Told.Problem(Enum.Parse<ToldKind>(told.Kind), told.What, told.Text) is not null) is { } bad)
            return $"“{NameText.Shown(bad.Text)}” is nothing a buddy remembers";
        return Asked.FirstOrDefault(asked => !IsName<IntentKind>(asked.Intent) || asked.Question.Length is 0 or > 400) is { } odd
            ? $"“{NameText.Shown(odd.Question)}” is no question of a history"
            : null;
    }

    // "3" would be taken for a value, too.
    private static bool IsName<T>(string text) where T : struct, Enum => Enum.GetNames<T>().Contains(text);
}
