using System.Globalization;
using BitBuddy.Conversation;
using BitBuddy.Files;

namespace BitBuddy.Tests.Conversation.Intents;

/// <summary>An intent in one line, for tables.</summary>
internal static class IntentText
{
    public static string Of(Intent intent)
    {
        var query = intent.Query;
        string[] parts =
        [
            intent.Kind.ToString(),
            intent.IsRemoved ? "removed" : "",
            intent.Beyond == Beyond.None ? "" : intent.Beyond.ToString(),
            intent.Smalltalk == Smalltalk.None ? "" : intent.Smalltalk.ToString(),
            Many("kinds", query.Kinds), Many("ext", query.Extensions), Many("words", query.Words), Many("either", [.. query.Either.Select(words => string.Join('+', words))]), Many("inside", query.Inside), Many("insideany", query.InsideEither), Many("begins", query.Begins), Many("ends", query.Ends), Many("in", query.Places),
            query.Taken ? "taken" : "",
            One("from", Moment(query.From)), One("until", Moment(query.Until)), One("min", query.MinBytes), One("max", query.MaxBytes),
            query.Order == FileOrder.Relevance ? "" : $"order={query.Order}", One("take", query.Take), query.Skip == 0 ? "" : $"skip={query.Skip}",
            .. query.Except.Select(except => $"not({Of(new Intent(IntentKind.Unknown, except))["Unknown ".Length..]})"),
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string Many<T>(string name, IReadOnlyList<T> values) => values.Count == 0 ? "" : $"{name}={string.Join(',', values)}";

    private static string One(string name, object? value) => value is null ? "" : $"{name}={value}";

    private static string? Moment(DateTimeOffset? moment)
    {
        if (moment is not { } some)
            return null;
        var local = TimeZoneInfo.ConvertTime(some, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        return local.ToString(local.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }
}
