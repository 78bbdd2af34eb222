using System.Text.Json.Nodes;
using BitBuddy.Personalities;

namespace BitBuddy.Tests.Personalities;

/// <summary>The schema allows exactly what the reader takes.</summary>
public sealed class PersonalitySchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(PersonalitySchema.Bytes())!.AsObject();

    [Fact]
    public void Bytes_EveryFieldAtItsLimits_IsWhatTheReaderTakes()
    {
        var tried = 0;
        foreach (var (path, rule) in Fields(Schema))
        {
            foreach (var (value, allowed) in Values(rule!.AsObject()))
            {
                var personality = new JsonObject { ["name"] = "Pixel" };
                var at = personality;
                foreach (var outer in path[..^1])
                    at = (JsonObject)(at[outer] ??= new JsonObject());
                at[path[^1]] = value;
                var json = System.Text.Encoding.UTF8.GetBytes(personality.ToJsonString());
                var taken = Record.Exception(() => PersonalityReader.Read(json, "p.json")) is null;
                Assert.True(taken == allowed, $"{personality.ToJsonString()}: the schema says {allowed}, the reader {taken}");
                tried++;
            }
        }

        Assert.True(tried > 60);
    }

    [Fact]
    public void Write_NewPersonality_FindsItsSchema()
    {
        using var temp = new TempHome();
        var home = temp.Home;
        home.TryCreate();
        PersonalitySchema.Write(home);
        var folder = new BuddyRegister(home.Buddies).Meet(Characters.Default);

        var named = JsonNode.Parse(File.ReadAllText(folder.PersonalityPath))!["$schema"]!.GetValue<string>();

        Assert.Equal(PersonalitySchema.Bytes(), File.ReadAllBytes(Path.GetFullPath(named, folder.Path)));
        Assert.Equivalent(Characters.Default, PersonalityFile.Load(folder.PersonalityPath));
    }

    private static IEnumerable<(string[] Path, JsonNode? Rule)> Fields(JsonObject rule) => rule["properties"]!.AsObject().SelectMany(field =>
        field.Value!["properties"] is null ? [((string[])[field.Key], field.Value)] : Fields(field.Value.AsObject()).Select(inner => ((string[])[field.Key, .. inner.Path], inner.Rule)));

    private static IEnumerable<(JsonNode? Value, bool Allowed)> Values(JsonObject rule)
    {
        yield return (null, false);
        yield return (new JsonObject(), false);
        if (rule["enum"] is JsonArray values)
        {
            foreach (var value in values)
                yield return (value!.DeepClone(), true);
            yield return ("other", false);
            yield break;
        }

        var (type, most) = (rule["type"]!.GetValue<string>(), (int?)rule["maxLength"]);
        if (type == "string")
        {
            yield return (new string('a', most!.Value), true);
            yield return (new string('a', most.Value + 1), false);
            yield return ("", false);
            yield return (1, false);
        }
        else if (type == "array")
        {
            var (count, length) = ((int)rule["maxItems"]!, (int)rule["items"]!["maxLength"]!);
            yield return (new JsonArray([.. Enumerable.Range(0, count).Select(_ => (JsonNode)new string('a', length))]), true);
            yield return (new JsonArray([.. Enumerable.Range(0, count + 1).Select(_ => (JsonNode)"a")]), false);
            yield return (new JsonArray(new string('a', length + 1)), false);
        }
        else
        {
            var (least, largest) = ((double)rule["minimum"]!, (double)rule["maximum"]!);
            yield return (Number(least), true);
            yield return (Number(largest), true);
            yield return (Number(least - 1), false);
            yield return (Number(largest + 1), false);
            yield return ("1", false);
            if (least != largest)
                yield return (JsonValue.Create(least + 0.5), type == "number");
        }
    }

    private static JsonValue Number(double value) => value == Math.Floor(value) ? JsonValue.Create((int)value) : JsonValue.Create(value);
}
