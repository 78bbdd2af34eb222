using BitBuddy.Usage;

namespace BitBuddy.App.Json;

internal sealed record AskedWordsJson(string Intent, string Words, long Times, string At)
{
    public static AskedWordsJson Of(AskedWords asked) => new(Json.Words.Of(asked.Intent), asked.Words, asked.Times, Json.Words.Of(asked.At));
}
