using BitBuddy.Usage;

namespace BitBuddy.App.Json;

internal sealed record UsageJson(IReadOnlyList<AskedWordsJson> Asked, IReadOnlyList<UsedFileJson> Files, IReadOnlyList<ListedFileJson> LastList)
{
    public static UsageJson Of(UsageReport usage) => new(
        [.. usage.Asked.Select(AskedWordsJson.Of)], [.. usage.Files.Select(UsedFileJson.Of)], [.. usage.LastList.Select(ListedFileJson.Of)]);
}
