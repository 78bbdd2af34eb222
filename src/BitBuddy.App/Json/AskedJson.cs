using BitBuddy.Conversation;

namespace BitBuddy.App.Json;

internal sealed record AskedJson(string Question, string Intent, string At)
{
    public static AskedJson Of(AskedBefore asked) => new(asked.Question, Words.Of(asked.Intent), Words.Of(asked.At));
}
