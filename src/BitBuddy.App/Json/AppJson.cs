using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace BitBuddy.App.Json;

/// <summary>Everything <c>--json</c> prints; the contract is docs/contracts.md.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AskJson))]
[JsonSerializable(typeof(FactsJson))]
[JsonSerializable(typeof(ScanJson))]
[JsonSerializable(typeof(ProblemsJson))]
[JsonSerializable(typeof(FoldersJson))]
[JsonSerializable(typeof(BuddyListJson))]
[JsonSerializable(typeof(BuddyJson))]
[JsonSerializable(typeof(MemoryJson))]
[JsonSerializable(typeof(BrainListJson))]
[JsonSerializable(typeof(CatalogueJson))]
[JsonSerializable(typeof(ScanBrainsJson))]
[JsonSerializable(typeof(ShrinkJson))]
[JsonSerializable(typeof(UpgradeJson))]
[JsonSerializable(typeof(BrainJson))]
[JsonSerializable(typeof(PullEventJson))]
[JsonSerializable(typeof(BrainPsJson))]
[JsonSerializable(typeof(BrainAskedJson))]
[JsonSerializable(typeof(StatusJson))]
[JsonSerializable(typeof(DoctorJson))]
[JsonSerializable(typeof(BenchJson))]
[JsonSerializable(typeof(ConfigJson))]
[JsonSerializable(typeof(ConfigPathJson))]
[JsonSerializable(typeof(SettingJson))]
[JsonSerializable(typeof(TuneJson))]
[JsonSerializable(typeof(UsageJson))]
[JsonSerializable(typeof(OpenedJson))]
[JsonSerializable(typeof(MapJson))]
internal sealed partial class AppJson : JsonSerializerContext
{
    private static readonly AppJson Printed = With(indented: true);

    /// <summary>One JSON object as text that is harmless on a terminal.</summary>
    public static string Print<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Printed.GetTypeInfo(typeof(T))!);

    private static AppJson Lines => field ??= With(indented: false);

    /// <summary>The same in one line.</summary>
    public static string Line<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Lines.GetTypeInfo(typeof(T))!);

    private static AppJson With(bool indented) => new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = indented,
        Encoder = Encoder(),
    });

    // Letters of all languages as they are; whatever steers a screen as \uXXXX.
    private static JavaScriptEncoder Encoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (!char.IsSurrogate((char)c) && Display.IsUnsafe(new System.Text.Rune((char)c)))
                settings.ForbidCharacter((char)c);
        }

        return JavaScriptEncoder.Create(settings);
    }
}
