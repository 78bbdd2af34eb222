using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitBuddy.Settings;

/// <summary>The settings a user made, in a file: an object of name to value. What is no setting is refused; values are looked at where they are used, so that a wrong one can be mended.</summary>
internal sealed class SettingsConverter : JsonConverter<IReadOnlyDictionary<string, string>>
{
    public override IReadOnlyDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            try
            {
                var setting = SettingList.Find(reader.GetString()!);
                reader.Read();
                if (!texts.TryAdd(setting.Name, Text(reader, setting)))
                    throw new BuddyException($"{setting.Name} is there twice.");
            }
            catch (BuddyException e)
            {
                throw new JsonException(e.Message, e);
            }
        }

        return texts;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                writer.WriteNumber(name, number);
            else
                writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private static string Text(in Utf8JsonReader reader, Setting setting) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.StartObject => throw setting.Refused("an object", setting.Name),
        JsonTokenType.StartArray => throw setting.Refused("a list", setting.Name),
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };
}
