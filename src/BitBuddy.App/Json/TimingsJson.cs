using BitBuddy.Conversation;

namespace BitBuddy.App.Json;

internal sealed record TimingsJson(double? Facts, double? Wake, double? FirstToken, double? FirstWord, double? Total)
{
    public static TimingsJson Of(Timings timings) =>
        new(timings.Facts, timings.Wake, timings.FirstToken, timings.FirstWord, timings.Total);
}
