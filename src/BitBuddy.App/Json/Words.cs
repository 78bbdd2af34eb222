using System.Globalization;

namespace BitBuddy.App.Json;

/// <summary>Enumerations and moments as the contract spells them.</summary>
internal static class Words
{
    public static string Of<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>UTC, as 2026-01-02T03:04:05Z.</summary>
    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
