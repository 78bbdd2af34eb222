using BitBuddy.Files.Contents;

namespace BitBuddy.App.Json;

internal sealed record ContentsJson(long Read, long Nothing, long Failed, long Characters, double Seconds)
{
    public static ContentsJson? Of(ContentsResult? result) =>
        result is null ? null : new(result.Read, result.Nothing, result.Failed, result.Characters, Math.Round(result.Seconds, 3));
}
