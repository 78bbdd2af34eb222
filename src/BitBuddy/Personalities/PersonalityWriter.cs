using System.Text.Encodings.Web;
using System.Text.Json;

namespace BitBuddy.Personalities;

/// <summary>A personality to JSON, always the same bytes for the same personality.</summary>
internal static class PersonalityWriter
{
    public static byte[] Write(Personality personality, bool indented)
    {
        using var bytes = new MemoryStream();
        // People read this file: é stays é.
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (indented)
                json.WriteString("$schema", PersonalitySchema.FromABuddy);
            json.WriteNumber("schema", personality.Schema);
            json.WriteString("name", personality.Name);
            if (personality.Character is not null)
                json.WriteString("character", personality.Character);
            json.WriteNumber("temperature", personality.Temperature);
            json.WriteNumber("humor", personality.Humor);
            json.WriteNumber("curiosity", personality.Curiosity);
            json.WriteNumber("formality", personality.Formality);
            json.WriteNumber("empathy", personality.Empathy);
            json.WriteNumber("proactiveness", personality.Proactiveness);
            if (personality.NarrativeArc.Length > 0)
                json.WriteString("narrative_arc", personality.NarrativeArc);
            Texts(json, "favorite_phrases", personality.FavoritePhrases);
            json.WriteStartObject("mood_indicators");
            json.WriteString("healthy", personality.MoodIndicators.Healthy);
            json.WriteString("confused", personality.MoodIndicators.Confused);
            json.WriteString("sick", personality.MoodIndicators.Sick);
            json.WriteString("critical", personality.MoodIndicators.Critical);
            json.WriteEndObject();
            Texts(json, "specialties", personality.Specialties);
            json.WriteStartObject("quirks");
            json.WriteString("preferred_time", personality.Quirks.PreferredTime);
            json.WriteString("organization_style", personality.Quirks.OrganizationStyle);
            json.WriteNumber("discovery_excitement", personality.Quirks.DiscoveryExcitement);
            json.WriteEndObject();
            if (personality.Sampling is { } sampling)
                Sampling(json, sampling);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Texts(Utf8JsonWriter json, string field, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(field);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Sampling(Utf8JsonWriter json, SamplingOverrides sampling)
    {
        json.WriteStartObject("sampling");
        if (sampling.TopP is { } topP)
            json.WriteNumber("top_p", topP);
        if (sampling.TopK is { } topK)
            json.WriteNumber("top_k", topK);
        if (sampling.MinP is { } minP)
            json.WriteNumber("min_p", minP);
        if (sampling.RepeatPenalty is { } penalty)
            json.WriteNumber("repeat_penalty", penalty);
        json.WriteEndObject();
    }
}
