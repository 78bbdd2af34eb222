using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Conversation;

/// <summary>Facts as they come, on a fixed day in a fixed zone.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 6, 17, 12, 0, 0, TimeSpan.Zero);
    public static readonly Mood Fine = new(MoodState.Healthy, "everything is fine");
    public static readonly Mood Full = new(MoodState.Sick, "the disk is 97 % full");

    public static FakeTimeProvider Clock()
    {
        var clock = new FakeTimeProvider(Now);
        clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        return clock;
    }

    public static FileEntry File(string name, long bytes = 340_000, int daysAgo = 3, FileKind kind = FileKind.Document) =>
        new(name.Length * 1000 + bytes, "/home/sam/Documents/" + name, name, bytes, Now.AddDays(-daysAgo), kind);

    public static Intent Asked(IntentKind kind, FileQuery? query = null, Smalltalk smalltalk = Smalltalk.None) =>
        new(kind, query ?? FileQuery.Everything) { Smalltalk = smalltalk };

    public static Facts Facts(IntentKind kind, long? count = null, long? bytes = null, params FileEntry[] files) =>
        new() { Intent = kind, Count = count, Bytes = bytes, Files = files, AsOf = Now, Folders = count is null ? [] : ["/home/sam/Documents"] };

    /// <summary>Facts of what was found out beyond finding files.</summary>
    public static Facts Insight(IntentKind kind, Insight insight) =>
        Facts(kind, insight.Count, insight.Bytes, [.. insight.Files]) with { Insight = insight };

    public static FileGroup Group(GroupKind what, long count, params FileEntry[] files) =>
        new(what, count, files.Sum(file => file.Bytes) / files.Length * count, files[0].Bytes * (count - 1), files);

    public static Insight Grouped(params FileGroup[] groups) => new(groups.Sum(group => group.Count), groups.Sum(group => group.Bytes), [.. groups.SelectMany(group => group.Files)])
    {
        Groups = groups, GroupCount = groups.Length, Wasted = groups.Sum(group => group.Wasted), Since = Now.AddYears(-1),
    };

    public static Health Health(Mood? mood = null) => new(mood ?? Fine, 12_345, 34_000_000_000, 2, 120_000_000_000, 512_000_000_000, "tiny.gguf");
}
