namespace BitBuddy.Personalities;

/// <summary>JSON to a personality, strictly.</summary>
internal static class PersonalityReader
{
    public static Personality Read(ReadOnlySpan<byte> json, string file)
    {
        var reader = new StrictJson(json, file, "a personality");
        var read = new Personality { Name = "" };
        reader.Open();
        while (reader.Next(out var field))
        {
            read = field switch
            {
                // For editors; it says nothing.
                "$schema" => Skipped(ref reader, read),
                "schema" => read with { Schema = reader.Whole(1, 1) },
                "name" => read with { Name = Name(ref reader) },
                "character" => read with { Character = reader.OneOf(Characters.Ids) },
                "temperature" => read with { Temperature = reader.Number(0, 1.5) },
                "humor" => read with { Humor = reader.Whole(0, 10) },
                "curiosity" => read with { Curiosity = reader.Whole(0, 10) },
                "formality" => read with { Formality = reader.Whole(0, 10) },
                "empathy" => read with { Empathy = reader.Whole(0, 10) },
                "proactiveness" => read with { Proactiveness = reader.Whole(0, 10) },
                "narrative_arc" => read with { NarrativeArc = reader.Text(60) },
                "favorite_phrases" => read with { FavoritePhrases = reader.Texts(12, 120) },
                "mood_indicators" => read with { MoodIndicators = Moods(ref reader) },
                "specialties" => read with { Specialties = reader.Texts(8, 60) },
                "quirks" => read with { Quirks = Quirks(ref reader) },
                "sampling" => read with { Sampling = Sampling(ref reader) },
                _ => throw reader.Unknown("$schema", "schema", "name", "character", "temperature", "humor", "curiosity", "formality", "empathy",
                    "proactiveness", "narrative_arc", "favorite_phrases", "mood_indicators", "specialties", "quirks", "sampling"),
            };
        }

        reader.End();
        return read.Name.Length > 0
            ? read
            : throw new BuddyException($"{Display.Line(file)}, line 1: \"name\" is missing. Add a line such as \"name\": \"Pixel\".");
    }

    private static Personality Skipped(ref StrictJson reader, Personality read)
    {
        reader.Text(300);
        return read;
    }

    private static string Name(ref StrictJson reader)
    {
        var name = reader.Text(BuddyName.MaxLength);
        return BuddyName.Problem(name) is { } problem ? throw reader.Wrong("a buddy's name (" + problem + ")") : name;
    }

    private static MoodIndicators Moods(ref StrictJson reader)
    {
        var read = new MoodIndicators();
        reader.Open();
        while (reader.Next(out var field))
        {
            read = field switch
            {
                "healthy" => read with { Healthy = reader.Text(40) },
                "confused" => read with { Confused = reader.Text(40) },
                "sick" => read with { Sick = reader.Text(40) },
                "critical" => read with { Critical = reader.Text(40) },
                _ => throw reader.Unknown("healthy", "confused", "sick", "critical"),
            };
        }

        return read;
    }

    private static Quirks Quirks(ref StrictJson reader)
    {
        var read = new Quirks();
        reader.Open();
        while (reader.Next(out var field))
        {
            read = field switch
            {
                "preferred_time" => read with { PreferredTime = reader.OneOf("morning", "afternoon", "evening", "night") },
                "organization_style" => read with { OrganizationStyle = reader.OneOf("methodical", "creative", "spontaneous") },
                "discovery_excitement" => read with { DiscoveryExcitement = reader.Whole(1, 10) },
                _ => throw reader.Unknown("preferred_time", "organization_style", "discovery_excitement"),
            };
        }

        return read;
    }

    private static SamplingOverrides Sampling(ref StrictJson reader)
    {
        var read = new SamplingOverrides();
        reader.Open();
        while (reader.Next(out var field))
        {
            read = field switch
            {
                "top_p" => read with { TopP = reader.Number(0, 1) },
                "top_k" => read with { TopK = reader.Whole(1, 1000) },
                "min_p" => read with { MinP = reader.Number(0, 1) },
                "repeat_penalty" => read with { RepeatPenalty = reader.Number(1, 2) },
                _ => throw reader.Unknown("top_p", "top_k", "min_p", "repeat_penalty"),
            };
        }

        return read;
    }
}
