using BitBuddy.Files;

namespace BitBuddy.App.Json;

internal sealed record GoneJson(string Path, string Name, long Bytes, string Kind, string Noticed)
{
    public static GoneJson Of(GoneFile file) => new(file.Path, file.Name, file.Bytes, Words.Of(file.Kind), Words.Of(file.Noticed));
}
